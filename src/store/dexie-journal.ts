import Dexie from 'dexie'
import type { CorridorDatabase } from './db.ts'
import { dexieForget, JOURNAL_HIGH } from './dexie-forget.ts'
import { durably } from './durable.ts'
import { withReserve } from './photos/reserve.ts'
import type { Journal, JournalKeys, RowState, Tally } from './ports.ts'
import { type RawJournal, sealedJournal } from './vault/sealed-journal.ts'

const { minKey, maxKey } = Dexie

/**
 * Numbers that exist already are this very write, repeated after its answer was lost, or
 * another window's: then nothing may be overwritten.
 */
async function acceptOwnRows(db: CorridorDatabase, rows: readonly JournalKeys[], error: unknown) {
  if (!(error instanceof Dexie.BulkError)) throw error
  const there = await db.journal.bulkGet(rows.map((row) => row.n))
  if (!rows.every((row, i) => there[i]?.id === row.id)) throw error
}

/** The journal in a person's database, its rows sealed as that database wants them. */
export const dexieJournal = (db: CorridorDatabase): Journal =>
  sealedJournal(rawJournal(db), db.rows)

function rawJournal(db: CorridorDatabase): RawJournal {
  const byState = (state: RowState, doc?: string) =>
    doc === undefined
      ? db.journal.where('[state+doc]').between([state, minKey], [state, maxKey])
      : db.journal.where('[state+doc]').equals([state, doc])

  return {
    ...dexieForget(db),

    write: (rows, index) =>
      withReserve(db, () =>
        durably(db, () =>
          db
            // Both asked at once: nothing waits for a first answer before the second question.
            .transaction('rw', db.journal, db.index, () =>
              Promise.all([db.journal.bulkAdd(rows), db.index.bulkPut(index)]),
            )
            .then(() => undefined)
            .catch((error: unknown) => acceptOwnRows(db, rows, error)),
        ),
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
        const [unsent, refused, damaged, first, last, gone] = await Promise.all([
          byState('unsent').count(),
          byState('refused').count(),
          byState('damaged').count(),
          byState('refused').first(),
          db.journal.toCollection().last(),
          db.marks.get(JOURNAL_HIGH),
        ])
        const high = Math.max(last?.n ?? 0, gone?.value ?? 0)
        return { unsent, refused, damaged, reason: first?.reason ?? null, high }
      }),
  }
}
