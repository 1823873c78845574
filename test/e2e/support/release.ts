import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { builtApp } from './relay.ts'

const NEXT = '+the-next-one'
const TEXTS = /\.(js|css|html|webmanifest)$/

/** The folder that a relay serves, in which a new version can be put out while it runs. */
export class Release {
  readonly dir = mkdtempSync(path.join(tmpdir(), 'corridor-release-'))
  readonly #assets = path.join(this.dir, 'assets')
  #held: { readonly file: string; readonly bytes: Buffer } | null = null

  constructor() {
    cpSync(builtApp, this.dir, { recursive: true })
  }

  /** What the device page says once the new version runs. */
  readonly next = NEXT

  /**
   * Puts out the next build: other contents, and so another name for every script. The worker comes
   * last: a browser that looks meanwhile must not find half a version.
   * @param broken one file of it cannot be had
   */
  publish({ broken = false } = {}): void {
    const scripts = readdirSync(this.#assets).filter((name) => name.endsWith('.js'))
    const files = [this.dir, this.#assets].flatMap((dir) =>
      readdirSync(dir)
        .filter((name) => TEXTS.test(name))
        .map((name) => path.join(dir, name)),
    )
    const worker = path.join(this.dir, 'sw.js')
    const written = new Map<string, string>()
    for (const file of files) {
      let text = readFileSync(file, 'utf8')
      for (const name of scripts) text = text.replaceAll(name, name.replace(/\.js$/, '_2.js'))
      // The version as the build wrote it, and the name under which the worker keeps the page.
      text = text.replaceAll(/(\d+\.\d+\.\d+)\+[0-9a-z]+/g, `$1${NEXT}`)
      text = text.replace(/("revision":")\w+(","url":"index\.html")/, '$1second$2')
      written.set(file, text)
    }
    for (const [file, text] of written) if (file !== worker) writeFileSync(file, text)
    for (const name of scripts)
      renameSync(
        path.join(this.#assets, name),
        path.join(this.#assets, name.replace(/\.js$/, '_2.js')),
      )
    if (broken) this.#breakOneFile()
    writeFileSync(worker, written.get(worker) ?? '')
  }

  #breakOneFile(): void {
    // A script: a style has the name that it had before, and is in the cache already.
    const name = readdirSync(this.#assets).find((found) => /^peer-review.*\.js$/.test(found))
    if (name === undefined) throw new Error('There is no such script to break')
    const file = path.join(this.#assets, name)
    this.#held = { file, bytes: readFileSync(file) }
    rmSync(file)
  }

  mend(): void {
    if (this.#held) writeFileSync(this.#held.file, this.#held.bytes)
  }

  end(): void {
    rmSync(this.dir, { recursive: true, force: true })
  }
}
