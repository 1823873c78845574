import jsQR from 'jsqr'
import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { type Bundle, packBundle } from '../../../domain/hand-over/bundle.ts'
import { gather, type Gathered, joined } from '../../../domain/hand-over/frames.ts'
import { bytesOfFile, fileTextOf, movingCodes, readCarried, squeeze } from './carry.ts'

/** A day of one reviewer: as many rows as typing fourteen notes makes. */
const bundle: Bundle = {
  doc: 'review/r1/notes/p04',
  person: 'p04',
  name: 'Rufus Candlestick',
  device: 'a'.repeat(32),
  notes: 14,
  print: 'f'.repeat(64),
  rows: Array.from({ length: 120 }, (_, n) => ({
    id: n.toString(16).padStart(32, '0'),
    device: 'a'.repeat(32),
    madeAt: 1_700_000_000_000 + n,
    bytes: new TextEncoder().encode(`Year ${n % 6}: 26 of 28 reading folders had the sheet.`),
    signature: null,
  })),
}

/** How a camera sees a code: some pixels to a square, not quite even, with a soft edge and some noise. */
function photograph(text: string, perSquare: number): [Uint8ClampedArray, number, number] {
  const { data, size } = encode(text, { ecc: 'L', border: 4 })
  const wide = Math.round(size * perSquare)
  const pixels = new Uint8ClampedArray(wide * wide * 4)
  const dark = (x: number, y: number) =>
    data[Math.floor(y / perSquare)]?.[Math.floor(x / perSquare)] === true
  let noise = 7
  for (let y = 0; y < wide; y++)
    for (let x = 0; x < wide; x++) {
      noise = (noise * 1_103_515_245 + 12_345) % 2_147_483_648
      const around = [dark(x, y), dark(x, y), dark(x + 1, y), dark(x, y + 1)].filter(Boolean).length
      const light = 235 - around * 50 + (noise % 31) - 15
      pixels.set([light, light, light, 255], (y * wide + x) * 4)
    }
  return [pixels, wide, wide]
}

describe('notes on their way to the head’s tablet', () => {
  it('HC08 come whole out of a file, also one whose lines were broken anew', async () => {
    const text = fileTextOf(await squeeze(packBundle(bundle)))
    for (const way of [text, text.replaceAll('\n', '\r\n'), `${text}\n`]) {
      const bytes = bytesOfFile(way)
      expect(bytes && (await readCarried(bytes))).toEqual({ ok: true, value: bundle })
    }
  })

  it('another file, or a damaged one, is refused in words', async () => {
    const squeezed = await squeeze(packBundle(bundle))
    const text = fileTextOf(squeezed)
    expect(bytesOfFile('Shopping list')).toBeNull()
    expect(bytesOfFile(text.replace(/\n.{3}/, '\n@@@'))).toBeNull()
    for (const at of [0, 30, squeezed.length - 5]) {
      const bad = Uint8Array.from(squeezed, (b, i) => (i === at ? b ^ 16 : b))
      expect((await readCarried(bad)).ok).toBe(false)
    }
    expect((await readCarried(squeezed.subarray(0, 90))).ok).toBe(false)
    expect((await readCarried(await squeeze(new TextEncoder().encode('x')))).ok).toBe(false)
  })

  it.each([4.2, 3.4])(
    'HC08 codes are read from pictures of %s pixels to a square, out of order',
    async (scale) => {
      const codes = movingCodes(await squeeze(packBundle(bundle)))
      expect(codes.length).toBeGreaterThan(2)
      expect(encode(codes[0] ?? '', { ecc: 'L', border: 0 }).size).toBe(57)
      let so: Gathered | null = null
      for (const code of [...codes].reverse()) {
        const read = jsQR(...photograph(code, scale), { inversionAttempts: 'dontInvert' })
        expect(read?.data).toBe(code)
        so = gather(so, read?.data ?? '')
      }
      const all = so && joined(so)
      expect(all && (await readCarried(all))).toEqual({ ok: true, value: bundle })
    },
  )
})
