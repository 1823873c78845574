import { Worker } from 'node:worker_threads'
import type { UpdateFacts } from '../../src/crdt/inspect.ts'
import type { Tallies } from '../../src/domain/actions/tally.ts'
import type { Change } from '../../src/domain/history.ts'
import type { Refusal } from '../../src/domain/refusals.ts'
import { err, type Result } from '../../src/domain/result.ts'
import type { Compacted, WorkerPort } from './port.ts'
import type { Task } from './tasks.ts'
import type { Answer } from './worker.ts'

/** Longest that one look at a row may take before its thread is ended. */
const INSPECT_MS = 250
const DOCUMENT_MS = 60_000
const DISK_MS = 60_000
const PICTURE_MS = 20_000
/** A thread that has not come up by then never will. */
const START_MS = 20_000

class TimedOut extends Error {}

interface Job {
  readonly task: Task
  readonly limit: number
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** One thread with a queue; it starts with the first job, and a hung one is replaced. */
class Thread {
  readonly #path: URL
  readonly #jobs: Job[] = []
  #worker: Worker | null = null
  #ready = false
  #busy = false
  #timer: NodeJS.Timeout | undefined

  constructor(path: URL) {
    this.#path = path
  }

  run(task: Task, limit: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ task, limit, resolve, reject })
      this.#next()
    })
  }

  async close() {
    for (const job of this.#jobs.splice(0)) job.reject(new Error('The relay is closing'))
    await this.#drop()
  }

  #start(): Worker {
    const worker = new Worker(this.#path, { resourceLimits: { maxOldGenerationSizeMb: 256 } })
    worker.on('message', (answer: Answer) => this.#heard(answer))
    worker.on('error', (error) => this.#failed(error))
    worker.on('exit', () => this.#failed(new Error('The thread ended')))
    // A thread must not keep a process alive that has nothing else to do.
    worker.unref()
    this.#arm(START_MS)
    return worker
  }

  #arm(limit: number) {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#failed(new TimedOut()), limit)
  }

  #next() {
    const [job] = this.#jobs
    if (!job || this.#busy) return
    this.#worker ??= this.#start()
    if (!this.#ready) return
    this.#busy = true
    this.#arm(job.limit)
    this.#worker.postMessage(job.task)
  }

  #heard(answer: Answer) {
    clearTimeout(this.#timer)
    if (answer.kind === 'ready') this.#ready = true
    else {
      this.#busy = false
      const job = this.#jobs.shift()
      if (answer.kind === 'done') job?.resolve(answer.value)
      else job?.reject(new Error(answer.message))
    }
    this.#next()
  }

  #failed(error: Error) {
    void this.#drop()
    this.#jobs.shift()?.reject(error)
    this.#next()
  }

  async #drop() {
    clearTimeout(this.#timer)
    const worker = this.#worker
    this.#worker = null
    this.#ready = false
    this.#busy = false
    worker?.removeAllListeners()
    // Its last words must not become an uncaught error.
    worker?.on('error', () => {})
    await worker?.terminate()
  }
}

/** Four threads: a large document or picture, or a slow disk, must not use up the time a row has to be read in. */
export function threadWorker(path: URL): WorkerPort {
  const documents = new Thread(path)
  const gate = new Thread(path)
  const pictures = new Thread(path)
  const disk = new Thread(path)

  const inspect = async (
    bytes: Uint8Array,
    triesLeft: number,
  ): Promise<Result<UpdateFacts, Refusal>> => {
    try {
      const task: Task = { kind: 'inspect', bytes: bytes.slice() }
      return (await gate.run(task, INSPECT_MS)) as Result<UpdateFacts, Refusal>
    } catch (error) {
      // On a busy machine an honest row may be late once; a row that hangs does it every time.
      if (error instanceof TimedOut && triesLeft > 0) return inspect(bytes, triesLeft - 1)
      return err('unreadable')
    }
  }
  return {
    compact: async (parts) =>
      (await documents.run({ kind: 'compact', parts }, DOCUMENT_MS)) as Compacted,
    digest: async (parts) => String(await documents.run({ kind: 'digest', parts }, DOCUMENT_MS)),
    history: async (rows) =>
      (await documents.run({ kind: 'history', rows }, DOCUMENT_MS)) as Change[],
    tallies: async (parts, today) =>
      (await documents.run({ kind: 'tallies', parts, today }, DOCUMENT_MS)) as Tallies,
    inspect: (bytes) => inspect(bytes, 1),
    picture: (bytes) =>
      pictures.run({ kind: 'picture', bytes: bytes.slice() }, PICTURE_MS).then(
        (made) => made as Uint8Array,
        () => null,
      ),
    carry: (file) =>
      disk.run({ kind: 'carry', file }, DISK_MS).then(
        () => undefined,
        () => undefined,
      ),
    close: async () => {
      await Promise.all([documents, gate, pictures, disk].map((thread) => thread.close()))
    },
  }
}
