import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import decode, { init as initDecode } from '@jsquash/jpeg/decode.js'
import encode, { init as initEncode } from '@jsquash/jpeg/encode.js'

/** What the decoder makes of a picture; Node has no such class. */
class Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}

const packages = createRequire(import.meta.url)

/** What a codec complains of while it works; a camera's picture gives it no cause. */
const complaints: string[] = []

async function codec(name: 'dec/mozjpeg_dec' | 'enc/mozjpeg_enc') {
  const file = packages.resolve(`@jsquash/jpeg/codec/${name}.wasm`)
  const compiled = await WebAssembly.compile(new Uint8Array(await readFile(file)))
  return {
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ): WebAssembly.Exports {
      const instance = new WebAssembly.Instance(compiled, imports)
      done(instance)
      return instance.exports
    },
    printErr: (said: string) => void complaints.push(said),
  }
}

let ready: Promise<void> | null = null
async function start() {
  Object.assign(globalThis, { ImageData: Pixels })
  const [decoder, encoder] = await Promise.all([codec('dec/mozjpeg_dec'), codec('enc/mozjpeg_enc')])
  await initDecode(decoder)
  await initEncode(encoder)
}

/**
 * The pixels of a JPEG in a new one: whatever else was in its bytes is gone. Rejects for what cannot be
 * decoded. Only in a thread that may be ended, and only after the size has been looked at.
 */
export async function reencode(bytes: Uint8Array): Promise<Uint8Array> {
  await (ready ??= start())
  const whole = bytes.slice().buffer
  complaints.length = 0
  const picture = await decode(whole)
  // A decoder fills what is missing with grey and calls it a picture.
  if (complaints.length > 0) throw new Error('The picture is damaged')
  return new Uint8Array(await encode(picture, { quality: 82, progressive: false }))
}
