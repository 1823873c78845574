import type { CorridorDatabase } from '../db.ts'
import { durably } from '../durable.ts'
import { rowOf, type VaultRecord } from './record.ts'
import { plainRows, type RowSeals } from './row-seals.ts'
import { isSealed, type RowSeal } from './sealed-part.ts'

/** A table is written whole well within this, also on a slow device. */
const RESEAL_MS = 60_000

/**
 * Seals every row of a person's database anew and puts the record of the new key beside them, all
 * in one transaction: after a kill there is the old form with the old key, or the new with the new.
 * Nobody may write meanwhile.
 */
export async function reseal(
  db: CorridorDatabase,
  from: RowSeals,
  to: RowSeals,
  record: VaultRecord,
): Promise<void> {
  const [journal, index, decisions, proposals, meta, photos] = await durably(
    db,
    () =>
      Promise.all([
        db.journal.toArray(),
        db.index.toArray(),
        db.decisions.toArray(),
        db.proposals.toArray(),
        db.meta.toArray(),
        // What the relay has comes back from there: a day's photos twice in memory is too much for a tablet.
        db.photos.filter(({ state }) => state !== 'safe').toArray(),
      ]),
    RESEAL_MS,
  )
  const moved = async <Row, Keys extends object>(
    rows: readonly Keys[],
    was: RowSeal<Row, Keys>,
    will: RowSeal<Row, Keys>,
  ): Promise<readonly Keys[]> => {
    // What lies sealed under a key that was lost stays as it is: it counts as damaged.
    const readable = from === plainRows ? rows.filter((row) => !isSealed(row)) : rows
    return will.seal(await was.open(readable))
  }
  const fresh = {
    journal: await moved(journal, from.journal, to.journal),
    index: await moved(index, from.index, to.index),
    decisions: await moved(decisions, from.decisions, to.decisions),
    proposals: await moved(proposals, from.proposals, to.proposals),
    meta: await moved(meta, from.meta, to.meta),
    photos: await moved(photos, from.photos, to.photos),
  }
  const tables = [db.journal, db.index, db.decisions, db.proposals, db.meta, db.photos, db.vault]
  await durably(
    db,
    () =>
      db.transaction('rw', tables, async () => {
        await db.journal.bulkPut(fresh.journal)
        await db.index.bulkPut(fresh.index)
        await db.decisions.bulkPut(fresh.decisions)
        await db.proposals.bulkPut(fresh.proposals)
        await db.meta.bulkPut(fresh.meta)
        await db.photos.filter(({ state }) => state === 'safe').delete()
        await db.photos.bulkPut(fresh.photos)
        await db.vault.put(rowOf(record))
      }),
    RESEAL_MS,
  )
}
