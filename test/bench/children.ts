import { type ChildProcess, fork, spawn } from 'node:child_process'
import { createServer, connect } from 'node:net'
import { sleep } from './stats.ts'

const START_MS = 20_000
const STOP_MS = 8_000

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

export interface Running {
  readonly pid: number
  readonly port: number
  stop(): Promise<void>
  /** As a power cut looks to a process. */
  kill(): Promise<void>
}

/** Starts a relay's bundle as a process of its own and waits until it listens. */
export async function startRelay(
  bundle: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
  flags: readonly string[] = [],
): Promise<Running> {
  const child = spawn(process.execPath, [...flags, bundle], {
    env: { ...process.env, DEMO: '0', LOG_LEVEL: 'warn', ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    const cut = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await gone
    clearTimeout(cut)
  }
  const late = Date.now() + START_MS
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > late) {
      await end('SIGKILL')
      throw new Error(`The relay did not start: ${bundle}`)
    }
    await sleep(25)
  }
  const pid = child.pid ?? 0
  return { pid, port, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}

export interface Job<Result> {
  readonly child: ChildProcess
  /** The child has made everything ready and waits for `go`. */
  readonly ready: Promise<void>
  go(): void
  readonly result: Promise<Result>
}

/** Runs one job in a client process. It is given to the child as its only message before `go`. */
export function runJob<Result>(bundle: string, job: object, limitMs: number): Job<Result> {
  const child = fork(bundle, {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const cut = setTimeout(() => child.kill('SIGKILL'), limitMs)
  let settle: (result: Result) => void = () => {}
  let fail: (error: Error) => void = () => {}
  let isReady = () => {}
  const ready = new Promise<void>((resolve) => (isReady = resolve))
  const result = new Promise<Result>((resolve, reject) => {
    settle = resolve
    fail = reject
  })
  child.on('message', (message: { ready?: true; result?: Result }) => {
    if (message.ready) isReady()
    if (message.result !== undefined) settle(message.result)
  })
  child.once('exit', (code, signal) => {
    clearTimeout(cut)
    isReady()
    fail(new Error(`The clients ended without a result: ${signal ?? code}`))
  })
  // Whoever waits for it hears of it; nobody else is to be ended by it.
  result.catch(() => undefined)
  child.send({ job })
  return { child, ready, result, go: () => void child.send({ go: true }) }
}

const next = <T>() => new Promise<T>((resolve) => process.once('message', resolve))

/** The child's side: prepares, says so, waits for `go`, answers and ends. */
export async function serveJob<Task, Result>(
  prepare: (task: Task) => Promise<() => Promise<Result>> | (() => Promise<Result>),
) {
  const { job } = await next<{ job: Task }>()
  const run = await prepare(job)
  const go = next()
  process.send?.({ ready: true })
  await go
  const result = await run()
  process.send?.({ result }, () => process.exit(0))
}
