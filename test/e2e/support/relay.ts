import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { shiftDate } from './clock.ts'

// A build in another folder can be tried without touching the one that others use.
const dist = path.resolve(
  fileURLToPath(new URL('../../..', import.meta.url)),
  process.env['CORRIDOR_DIST'] ?? 'dist',
)
export const builtApp = path.join(dist, 'app')
const READY_MS = 20_000

export interface RelayOptions {
  /** The relay's clock minus the real one. */
  readonly shift?: number
  /** Folder of the built app to serve, if not the usual one. */
  readonly app?: string
  /** More of its environment: a real trust, its providers. */
  readonly env?: Readonly<Record<string, string>>
}

/** A relay process of its own, on a free port, with a folder of its own that outlives its kills. */
export class Relay {
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'corridor-relay-'))
  #options: RelayOptions
  #child: ChildProcess | null = null
  #port = 0
  #log: string[] = []

  private constructor(options: RelayOptions) {
    this.#options = options
  }

  static async start(options: RelayOptions = {}): Promise<Relay> {
    const relay = new Relay(options)
    await relay.run()
    return relay
  }

  get port(): number {
    return this.#port
  }

  /** Everything it has said, for when a test fails. */
  get log(): string {
    return this.#log.join('')
  }

  /** Starts the process, also after a kill: the same data, and the same port if it is free. */
  async run(): Promise<void> {
    const { shift = 0, app = builtApp, env = {} } = this.#options
    const clock = `data:text/javascript,${encodeURIComponent(`(${String(shiftDate)})(${shift})`)}`
    const child = spawn(
      process.execPath,
      ['--import', clock, '--enable-source-maps', path.join(dist, 'server/main.js')],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env['PATH'],
          HOST: '127.0.0.1',
          PORT: String(this.#port),
          DATA_DIR: this.dataDir,
          SERVE_APP: app,
          LOG_LEVEL: 'info',
          ...env,
        },
      },
    )
    this.#child = child
    const keep = (chunk: Buffer) => void this.#log.push(chunk.toString('utf8'))
    child.stderr?.on('data', keep)
    child.stdout?.on('data', keep)
    this.#port = await new Promise<number>((resolve, reject) => {
      let said = ''
      const late = setTimeout(() => reject(new Error(`No relay:\n${this.log}`)), READY_MS)
      child.once('exit', (code) => reject(new Error(`The relay ended (${code}):\n${this.log}`)))
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString('utf8')
        const found = /Corridor is at http:\/\/[^:\s]+:(\d+)\s/.exec(said)
        if (!found) return
        clearTimeout(late)
        resolve(Number(found[1]))
      })
    })
  }

  /** An orderly stop, and a start at another time by its clock. */
  async runAt(shift: number): Promise<void> {
    await this.stop()
    this.#options = { ...this.#options, shift }
    await this.run()
  }

  /** Power cut. */
  kill = (): Promise<void> => this.#end('SIGKILL')
  /** An orderly stop. */
  stop = (): Promise<void> => this.#end('SIGTERM')

  async #end(signal: NodeJS.Signals) {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }

  /** Ends it for good and takes its folder away. */
  async end(): Promise<void> {
    await this.kill()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}
