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
    const ledger = dexieLedger(db)
    const device = await ledger.meta('device')
    const key = await deviceKey(ledger, person)
    return typeof device === 'string' && key !== null && (await askStanding(key, device)) === true
  } finally {
    db.close()
  }
}
