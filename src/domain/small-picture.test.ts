import { describe, expect, it } from 'vitest'
import { pictureBytes, readSmallPicture, within } from './small-picture.ts'

const PNG = 'data:image/png;base64,iVBORw0KGgo='
const read = (picture: string) => readSmallPicture({ picture, width: 3, height: 2 })

describe('a small picture', () => {
  it('is a PNG or JPEG and nothing else', () => {
    expect(read(PNG)).toEqual({ kind: 'png', picture: PNG, width: 3, height: 2 })
    expect(read('data:image/jpeg;base64,/9j/')?.kind).toBe('jpeg')
    for (const picture of [
      'data:image/svg+xml;base64,PHN2Zz4=',
      'https://elsewhere.example/logo.png',
      `${PNG}" onerror="alert(1)`,
      'data:image/png;base64,',
      '',
    ])
      expect(read(picture)).toBeNull()
  })

  it('gives its bytes', () => {
    expect([...pictureBytes({ picture: PNG })]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  })

  it('is never made larger than it is', () => {
    const box = { width: 240, height: 80 }
    expect(within({ width: 90, height: 30 }, box)).toEqual({ width: 90, height: 30 })
    expect(within({ width: 9000, height: 10 }, box)).toEqual({ width: 240, height: 1 })
  })
})
