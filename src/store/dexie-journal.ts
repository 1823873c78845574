import Dexie from 'dexie'
import type { CorridorDatabase } from './db.ts'
import { durably } from './durable.ts'
import type { Journal, JournalRow, RowState, Tally } from './ports.ts'

const { minKey, maxKey } = Dexie

/**
 * Numbers that exist already are this very write, repeated after its answer was lost, or
 * another window's: then nothing may be overwritten.
 */
async function acceptOwnRows(db: CorridorDatabase, rows: readonly JournalRow[], error: unknown) {
  if (!(error instanceof Dexie.BulkError)) throw error
  const there = await db.journal.bulkGet(rows.map((row) => row.n))
  if (!rows.every((row, i) => there[i]?.id === row.id)) throw error
}

export function dexieJournal(db: CorridorDatabase): Journal {
  const byState = (state: RowState, doc?: string) =>
    doc === undefined
      ? db.journal.where('[state+doc]').between([state, minKey], [state, maxKey])
      : db.journal.where('[state+doc]').equals([state, doc])

  return {
    write: (rows, index) =>
      durably(db, () =>
        db
          // Both asked at once: nothing waits for a first answer before the second question.
          .transaction('rw', db.journal, db.index, () =>
            Promise.all([db.journal.bulkAdd(rows), db.index.bulkPut(index)]),
          )
          .then(() => undefined)
          .catch((error: unknown) => acceptOwnRows(db, rows, error)),
      ),

    project: (index) =>
      durably(db, async () => {
        await db.index.bulkPut(index)
      }),

    reproject: (doc, index) =>
      durably(db, () =>
        db.transaction('rw', db.index, async () => {
          await db.index.where('[doc+id]').between([doc, minKey], [doc, maxKey]).delete()
          await db.index.bulkPut(index)
        }),
      ),

    settle: (settlements) =>
      durably(db, () =>
        db.transaction('rw', db.journal, async () => {
          const rows = await db.journal.bulkGet(settlements.map((s) => s.n))
          await db.journal.bulkPut(
            rows.flatMap((row, i) =>
              row && row.state !== 'replaced' ? [{ ...row, ...settlements[i] }] : [],
            ),
          )
        }),
      ),

    replace: (old, rows) =>
      durably(db, () =>
        db.transaction('rw', db.journal, async () => {
          const was = await db.journal.bulkGet([...old])
          await db.journal.bulkPut([
            ...was.flatMap((row) => (row ? [{ ...row, state: 'replaced' as const }] : [])),
            ...rows,
          ])
        }),
      ),

    rows: (states, doc, after = 0) =>
      durably(db, async () => {
        const keys = await Promise.all(states.map((state) => byState(state, doc).primaryKeys()))
        const wanted = keys.flat().filter((n) => n > after)
        if (wanted.length === 0) return []
        const found = await db.journal.bulkGet(wanted.sort((a, b) => a - b))
        return found.flatMap((row) => row ?? [])
      }),

    tally: () =>
      durably(db, async (): Promise<Tally> => {
        const [unsent, refused, damaged, first, last] = await Promise.all([
          byState('unsent').count(),
          byState('refused').count(),
          byState('damaged').count(),
          byState('refused').first(),
          db.journal.toCollection().last(),
        ])
        return { unsent, refused, damaged, reason: first?.reason ?? null, high: last?.n ?? 0 }
      }),
  }
}
