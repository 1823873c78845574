import type { AccessFacts } from '../domain/access/facts.ts'
import { sittingDocument } from '../domain/access/assessment.ts'
import { sittingRefRecord } from '../domain/qla/classes.ts'
import type { CorridorDatabase } from '../store/db.ts'
import type { IndexRow } from '../store/ports.ts'
import { type Named, watchNamed } from './watch-named.ts'

function sittingsBy(me: AccessFacts, { doc, data }: IndexRow): string[] {
  const ref = sittingRefRecord.read(data)
  if (!ref.ok || ref.value.removedAt !== null) return []
  const name = sittingDocument(me, doc, ref.value.sitting)
  return name === null ? [] : [name]
}

/**
 * Analyses that belong on this device: of the classes that its person teaches, and for those who lead
 * or assess the school all of them (C53). Known from the class lists.
 */
export const watchSittings = (
  db: CorridorDatabase,
  me: () => AccessFacts,
  changed: () => void,
): Named => watchNamed(db, sittingRefRecord.type, (row) => sittingsBy(me(), row), changed)
