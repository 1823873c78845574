import type { CorridorDatabase } from '../store/db.ts'
import { durably } from '../store/durable.ts'
import type { Ledger } from '../store/ledger.ts'

/**
 * Decisions come once, from where the feed stood. If one of them does not open any more, a review
 * would stand at a stage it has left: then the feed begins again, and all of them come anew.
 */
export async function mendDecisions(db: CorridorDatabase, ledger: Ledger): Promise<void> {
  const stored = await durably(db, () => db.decisions.toArray())
  if ((await db.rows.decisions.open(stored)).length === stored.length) return
  await ledger.setMeta('feed', undefined)
}
