import { describe, expect, it } from 'vitest'
import {
  claiming,
  holds,
  jpegOf,
  TAKEN_AT,
  utf8,
  withExif,
} from '../../../test/helpers/pictures.ts'
import { parseDocumentName } from '../documents.ts'
import { fitWithin } from './fit.ts'
import { readJpeg } from './jpeg.ts'
import { photoRecord, takesPhotos } from './photo.ts'

describe('a photo’s bytes', () => {
  it('T30 lose Exif, place and comments, and nothing of the picture', async () => {
    const plain = await jpegOf(64, 48)
    const packed = withExif(plain)
    expect(holds(packed, TAKEN_AT)).toBe(true)
    const read = readJpeg(packed)
    expect(read).toMatchObject({ width: 64, height: 48 })
    expect(read?.bare).toEqual(plain)
  })

  it.each([
    ['nothing', () => new Uint8Array(0)],
    ['words', () => utf8('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a JPEG’s first bytes', (jpeg: Uint8Array) => jpeg.subarray(0, 40)],
    ['a JPEG without its end', (jpeg: Uint8Array) => jpeg.subarray(0, -2)],
    ['a page behind a JPEG', (jpeg: Uint8Array) => Uint8Array.from([...jpeg, ...utf8('<html>')])],
    ['a JPEG without size', (jpeg: Uint8Array) => claiming(jpeg, 0, 0)],
  ])('T30 are not %s', async (_what, make) => {
    expect(readJpeg(make(await jpegOf(64, 48)))).toBeNull()
  })

  it('T30 have one size: a second frame would hide another picture', async () => {
    const jpeg = await jpegOf(64, 48)
    const at = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xc0)
    const frame = jpeg.subarray(at, at + 19)
    const twice = [...jpeg.subarray(0, at), ...frame, ...jpeg.subarray(at)]
    expect(readJpeg(Uint8Array.from(twice))).toBeNull()
  })

  it('keep their shape and never grow', () => {
    expect(fitWithin({ width: 4032, height: 3024 }, 1600)).toEqual({ width: 1600, height: 1200 })
    expect(fitWithin({ width: 300, height: 200 }, 1600)).toEqual({ width: 300, height: 200 })
    expect(fitWithin({ width: 9000, height: 1 }, 1600)).toEqual({ width: 1600, height: 1 })
  })
})

describe('where photos belong', () => {
  it.each([
    ['checks/900001/2026-27', true],
    ['walks/900001/2026-27', true],
    ['school/900001/2026-27', true],
    ['rep-work/k1', true],
    ['rep/k1', false],
    ['scr/900001/2026-27', false],
    ['review/r1/notes/p04', false],
    ['trust', false],
  ])('C42: %s: %s', (name, takes) => {
    const ref = parseDocumentName(name)
    expect(ref.ok && takesPhotos(ref.value.kind)).toBe(takes)
  })

  it('C43: a record of a photo names a thing and a place in words, never a position', () => {
    const read = photoRecord.read({
      type: 'photo',
      v: 1,
      id: 'p1',
      sha256: 'a'.repeat(64),
      bytes: 1,
      width: 1,
      height: 1,
      of: 'd1',
      place: 'Boiler room',
      latitude: 51.5,
      by: 'p09',
      madeAt: 1,
    })
    expect(read.ok && Object.keys(read.value)).not.toContain('latitude')
  })
})
