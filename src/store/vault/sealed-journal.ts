import { type IndexKeys, type Journal, type JournalKeys, type JournalOf } from '../ports.ts'
import { StorageFault } from '../ports.ts'
import type { RowSeals } from './row-seals.ts'

/** A journal of rows as they lie on the disk. */
export type RawJournal = JournalOf<JournalKeys, IndexKeys>

async function sealing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof StorageFault ? error : new StorageFault('storage-closed', error)
  }
}

/**
 * The journal over a journal of sealed rows. Sealing is done before a transaction begins, for
 * none waits for it; whatever was asked first is written first all the same.
 */
export function sealedJournal(raw: RawJournal, seals: RowSeals): Journal {
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(sealed: Promise<T>, write: (sealed: T) => Promise<void>): Promise<void> => {
    const written = sealing(Promise.all([sealed, turn]).then(([rows]) => rows)).then(write)
    turn = written.catch(() => undefined)
    return written
  }
  return {
    write: (rows, index) =>
      inTurn(Promise.all([seals.journal.seal(rows), seals.index.seal(index)]), (sealed) =>
        raw.write(...sealed),
      ),
    project: (index) => inTurn(seals.index.seal(index), raw.project),
    reproject: (doc, index) =>
      inTurn(seals.index.seal(index), (sealed) => raw.reproject(doc, sealed)),
    settle: (settlements) => raw.settle(settlements),
    replace: (old, rows) => inTurn(seals.journal.seal(rows), (sealed) => raw.replace(old, sealed)),
    rows: async (states, doc, after) => {
      const found = await raw.rows(states, doc, after)
      return [...(await sealing(seals.journal.open(found)))]
    },
    tally: () => raw.tally(),
    forget: (doc, states) => inTurn(Promise.resolve(), () => raw.forget(doc, states)),
    forgetting: () => raw.forgetting(),
    forgotten: (doc) => raw.forgotten(doc),
    kept: () => raw.kept(),
  }
}
