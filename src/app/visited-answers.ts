import type { AccessFacts } from '../domain/access/facts.ts'
import { may } from '../domain/access/table.ts'
import { documentName, parseDocumentName } from '../domain/documents.ts'
import { personId } from '../domain/ids.ts'
import { sharedWithRecord } from '../domain/learning-walk/walk.ts'
import type { CorridorDatabase } from '../store/db.ts'
import type { IndexRow } from '../store/ports.ts'
import { type Named, watchNamed } from './watch-named.ts'

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
export const watchVisitedAnswers = (
  db: CorridorDatabase,
  me: () => AccessFacts,
  changed: () => void,
): Named => watchNamed(db, sharedWithRecord.type, (row) => visitedBy(me(), row), changed)
