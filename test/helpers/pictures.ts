import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import encode, { init } from '@jsquash/jpeg/encode.js'

const packages = createRequire(import.meta.url)

/** Words that stand in the Exif of every picture made here. */
export const TAKEN_AT = 'GPS 51.5007 N 0.1246 W Fizzlewick tablet'

let started: Promise<void> | null = null
const start = () => {
  const file = packages.resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')
  return WebAssembly.compile(readFileSync(file)).then((codec) => init(codec))
}

/** A small step of a pseudo-random sequence: the same picture for the same seed. */
const chance = (state: number) => (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0

/** A JPEG with grain in it, as a camera's has; without grain it would be a few hundred bytes. */
export async function jpegOf(width: number, height: number, seed = 1): Promise<Uint8Array> {
  await (started ??= start())
  const data = new Uint8ClampedArray(width * height * 4)
  let state = chance(seed)
  for (let i = 0; i < data.length; i += 4) {
    state = chance(state)
    const light = ((i / 4) % width) / width
    data[i] = 200 * light + (state >>> 27)
    data[i + 1] = 120 + (state >>> 26)
    data[i + 2] = 180 - 90 * light + (state >>> 28)
    data[i + 3] = 255
  }
  const picture = { data, width, height, colorSpace: 'srgb' as const }
  return new Uint8Array(await encode(picture, { quality: 80, progressive: false }))
}

const segment = (code: number, body: Uint8Array): Uint8Array =>
  Uint8Array.from([0xff, code, (body.length + 2) >> 8, (body.length + 2) & 255, ...body])

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The same picture with Exif and a comment, as a camera writes them. */
export function withExif(jpeg: Uint8Array): Uint8Array {
  const exif = segment(0xe1, utf8(`Exif\0\0${TAKEN_AT}`))
  const comment = segment(0xfe, utf8('<script>alert(1)</script>'))
  return Uint8Array.from([...jpeg.subarray(0, 2), ...exif, ...comment, ...jpeg.subarray(2)])
}

/** The same bytes that say they are so many pixels. */
export function claiming(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const bytes = jpeg.slice()
  const at = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc0)
  bytes.set([height >> 8, height & 255, width >> 8, width & 255], at + 5)
  return bytes
}

export const holds = (bytes: Uint8Array, words: string): boolean =>
  Buffer.from(bytes).includes(words)
