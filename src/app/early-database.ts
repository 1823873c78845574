import { CorridorDatabase } from '../store/db.ts'
import type { RowSeals } from '../store/vault/row-seals.ts'

/** Open since the start looked who works here. */
let early: CorridorDatabase | null = null

/** Leaves a connection to whoever opens this person's work next: it is opened at every start. */
export function leaveOpen(db: CorridorDatabase) {
  early?.close()
  early = db
}

/** This person's database: the one that was left open, or else another connection to it. */
export function databaseOf(person: string, rows: RowSeals): CorridorDatabase {
  const left = early
  early = null
  const fresh = new CorridorDatabase(person, rows)
  if (left?.name !== fresh.name || !left.isOpen()) {
    left?.close()
    return fresh
  }
  left.sealWith(rows)
  return left
}
