import { hexOf } from '../domain/ids.ts'
import { rowHash } from '../crdt/hash.ts'
import {
  type IndexRow,
  type Journal,
  type JournalRow,
  type Signer,
  StorageFault,
  type StorageFaultKind,
  type Surroundings,
} from './ports.ts'
import { signRows } from './sign-rows.ts'

const RETRY_MS = 1500

export interface Draft {
  readonly doc: string
  readonly bytes: Uint8Array
}

interface Waiting {
  readonly rows: readonly JournalRow[]
  readonly index: readonly IndexRow[]
  readonly done: () => void
}

export interface Writer {
  /** Resolves when the drafts are on disk; keeps them in memory and tries again until they are. */
  write(drafts: readonly Draft[], index: readonly IndexRow[]): Promise<readonly JournalRow[]>
  /** A row for bytes of this device, with the next number. */
  row(draft: Draft): JournalRow
  retryNow(): void
  readonly waiting: () => number
  readonly trouble: () => StorageFaultKind | null
  /** Rows that are not on disk yet, for a copy-out from memory. */
  readonly unwritten: () => readonly JournalRow[]
}

/** Writes to the journal one batch after another, in the order of the edits. */
export function createWriter(ports: {
  readonly journal: Journal
  readonly around: Surroundings
  readonly device: string
  readonly signer?: Signer | null
  /** Highest number given out so far. */
  readonly high: number
  readonly onWritten: (rows: readonly JournalRow[]) => void
  readonly onChange: () => void
}): Writer {
  const { journal, around, device, signer } = ports
  let high = ports.high
  let queue: Waiting[] = []
  let busy = false
  let trouble: StorageFaultKind | null = null
  let cancelRetry: (() => void) | null = null

  const row = (draft: Draft): JournalRow => {
    const id = hexOf(around.random(16))
    const base = { id, doc: draft.doc, bytes: draft.bytes }
    return {
      ...base,
      n: ++high,
      device,
      hash: rowHash(base),
      madeAt: around.now(),
      signature: null,
      state: 'unsent',
      reason: null,
    }
  }

  const run = async () => {
    if (busy) return
    busy = true
    while (queue.length > 0) {
      const batch = queue
      const drafted = batch.flatMap((w) => w.rows)
      // In the same write: a second one for the signature would cost more than making it.
      const rows = signer ? await signRows(drafted, device, signer) : drafted
      try {
        await journal.write(
          rows,
          batch.flatMap((w) => w.index),
        )
      } catch (error) {
        if (!(error instanceof StorageFault)) throw error
        trouble = error.kind
        busy = false
        cancelRetry = around.after(RETRY_MS, () => void run())
        ports.onChange()
        return
      }
      trouble = null
      queue = queue.slice(batch.length)
      ports.onWritten(rows)
      for (const waiting of batch) waiting.done()
    }
    busy = false
    ports.onChange()
  }

  return {
    row,
    write(drafts, index) {
      const rows = drafts.map(row)
      return new Promise((done) => {
        queue = [...queue, { rows, index, done: () => done(rows) }]
        void run()
      })
    },
    retryNow() {
      cancelRetry?.()
      void run()
    },
    waiting: () => queue.reduce((sum, w) => sum + w.rows.length, 0),
    trouble: () => trouble,
    unwritten: () => queue.flatMap((w) => w.rows),
  }
}
