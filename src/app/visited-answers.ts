import { liveQuery } from 'dexie'
import type { AccessFacts } from '../domain/access/facts.ts'
import { may } from '../domain/access/table.ts'
import { documentName, parseDocumentName } from '../domain/documents.ts'
import { personId } from '../domain/ids.ts'
import { sharedWithRecord } from '../domain/learning-walk/walk.ts'
import type { CorridorDatabase } from '../store/db.ts'
import type { IndexRow } from '../store/ports.ts'

/** Where somebody visited answers, by the record that says that something was shared with them. */
function visitedBy(me: AccessFacts, { doc, data }: IndexRow): string[] {
  const walks = parseDocumentName(doc)
  const told = sharedWithRecord.read(data)
  if (!walks.ok || walks.value.kind !== 'walks' || !told.ok) return []
  const { urn, year } = walks.value
  const ref = { kind: 'visited', urn, year, person: personId(told.value.person) } as const
  return may(me, 'read', ref) ? [documentName(ref)] : []
}

/**
 * Walkers follow the documents of those they shared something with, for the answers; of other staff
 * they follow none. Known from the walks on this device, so it is a list that grows with them.
 */
export function watchVisitedAnswers(
  db: CorridorDatabase,
  me: () => AccessFacts,
  changed: () => void,
): { get: () => readonly string[]; stop: () => void } {
  let names: readonly string[] = []
  const { type } = sharedWithRecord
  const query = liveQuery(async () => {
    const found = await db.index
      .where('[type+doc+at]')
      .between([type, '', -Infinity], [type, '\uffff', Infinity])
      .toArray()
    return db.rows.index.open(found)
  })
  const watch = query.subscribe({
    next(rows) {
      const now = [...new Set(rows.flatMap((row) => visitedBy(me(), row)))].sort()
      if (now.join('\n') === names.join('\n')) return
      names = now
      changed()
    },
    // The header says what is wrong with the storage; answers come once that is over.
    error: () => undefined,
  })
  return { get: () => names, stop: () => watch.unsubscribe() }
}
