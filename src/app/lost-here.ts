import { localMarks } from '../store/canary.ts'
import { CorridorDatabase } from '../store/db.ts'
import { deviceKey } from '../store/device-key.ts'
import { dexieLedger } from '../store/ledger.ts'
import { askStanding } from './device-api.ts'

/**
 * Whether a person's closed work on this browser is of a device that was reported lost: somebody
 * who signed out before everything could be sent left it here.
 */
export async function isLostHere(person: string): Promise<boolean> {
  const db = new CorridorDatabase(person)
  try {
    // Not from the database: there it may lie sealed.
    const { device } = localMarks.read(person) ?? {}
    const key = await deviceKey(dexieLedger(db), person)
    return device !== undefined && key !== null && (await askStanding(key, device)) === true
  } finally {
    db.close()
  }
}
