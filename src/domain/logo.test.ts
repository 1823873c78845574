import { describe, expect, it } from 'vitest'
import { LOGO_LENGTH, logoBytes, logoOf, logoRecord, within } from './logo.ts'

const PNG = 'data:image/png;base64,iVBORw0KGgo='
const row = (fields: object) => ({
  id: 'a',
  picture: PNG,
  width: 600,
  height: 100,
  madeAt: 1,
  ...fields,
})

describe('the trust’s logo', () => {
  it('is the last that was set, in its own shape, no larger than a letterhead', () => {
    const older = row({ id: 'b', picture: 'data:image/jpeg;base64,/9j/' })
    expect(logoOf([row({ madeAt: 2 }), older])).toEqual({
      kind: 'png',
      picture: PNG,
      width: 240,
      height: 40,
    })
    expect(logoOf([older])?.kind).toBe('jpeg')
    expect(logoOf([row({}), row({ id: 'c', madeAt: 3, picture: '' })])).toBeNull()
    expect(logoOf([])).toBeNull()
  })

  it('is a PNG or JPEG and nothing else', () => {
    for (const picture of [
      'data:image/svg+xml;base64,PHN2Zz4=',
      'https://elsewhere.example/logo.png',
      `${PNG}" onerror="alert(1)`,
      'data:image/png;base64,',
    ])
      expect(logoOf([row({ picture })])).toBeNull()
  })

  it('gives the bytes of its picture', () => {
    const logo = logoOf([row({})])
    expect(logo && [...logoBytes(logo)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  })

  it('is refused where it is too large to be carried by every device', () => {
    const raw = { ...row({}), type: 'trust-logo', v: 1 }
    expect(logoRecord.read(raw).ok).toBe(true)
    expect(logoRecord.read({ ...raw, picture: 'x'.repeat(LOGO_LENGTH + 1) }).ok).toBe(false)
    expect(logoRecord.read({ ...raw, width: 601 }).ok).toBe(false)
  })

  it('is never made larger than it is', () => {
    expect(within({ width: 90, height: 30 }, { width: 240, height: 80 })).toEqual({
      width: 90,
      height: 30,
    })
    expect(within({ width: 9000, height: 10 }, { width: 240, height: 80 })).toEqual({
      width: 240,
      height: 1,
    })
  })
})
