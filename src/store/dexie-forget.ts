import Dexie from 'dexie'
import type { CorridorDatabase } from './db.ts'
import { durably } from './durable.ts'
import type { Forgetting } from './ports.ts'

const { minKey, maxKey } = Dexie
const MARK = 'forget/'
/** Numbers are never given out again, also when the rows that had them are gone. */
export const JOURNAL_HIGH = 'journal-high'

/** Takes documents off the device. One transaction, so a kill leaves all of a document or none. */
export function dexieForget(db: CorridorDatabase): Forgetting {
  const photosOf = (doc: string) =>
    db.photos.where('[doc+sha256]').between([doc, minKey], [doc, maxKey])
  return {
    forget: (doc, states) =>
      durably(db, () =>
        db.transaction('rw', db.journal, db.index, db.marks, db.photos, async () => {
          const last = await db.journal.toCollection().last()
          const known = (await db.marks.get(JOURNAL_HIGH))?.value ?? 0
          await db.marks.bulkPut([
            { key: JOURNAL_HIGH, value: Math.max(last?.n ?? 0, known) },
            { key: MARK + doc, value: 1 },
          ])
          for (const state of states)
            await db.journal.where('[state+doc]').equals([state, doc]).delete()
          await db.index.where('[doc+id]').between([doc, minKey], [doc, maxKey]).delete()
          await photosOf(doc)
            .filter(({ state }) => state === 'safe' || states.includes('unsent'))
            .delete()
        }),
      ),

    forgetting: () =>
      durably(db, async () => {
        const keys = await db.marks.where('key').startsWith(MARK).primaryKeys()
        return keys.map((key) => key.slice(MARK.length))
      }),

    forgotten: (doc) => durably(db, () => db.marks.delete(MARK + doc)),

    kept: () =>
      durably(db, async () => {
        const docs = new Set<string>()
        await db.journal.orderBy('[state+doc]').eachUniqueKey((key) => {
          if (Array.isArray(key)) docs.add(String(key[1]))
        })
        // A photo that had to be sent first outlasts its document.
        await db.photos.orderBy('[doc+sha256]').eachUniqueKey((key) => {
          if (Array.isArray(key)) docs.add(String(key[0]))
        })
        for (let doc = ''; ;) {
          const next = await db.index.where('[doc+id]').above([doc, maxKey]).first()
          if (!next) break
          doc = next.doc
          docs.add(doc)
        }
        return [...docs].sort()
      }),
  }
}
