import { accessFactsSchema } from '../domain/access/facts.ts'
import { CorridorDatabase } from '../store/db.ts'
import { dexieLedger } from '../store/ledger.ts'
import { clearDevice, isAllSafe } from './clear-device.ts'
import { openDevice } from './device.ts'
import { leaveOpen } from './early-database.ts'
import { isLostHere } from './lost-here.ts'
import { tellLocked, vaultOf } from './lock/vaults.ts'
import { browserMemory } from './remembered.ts'
import { endSession, fetchSession, signInAs } from './session-api.ts'
import { createSession } from './session.ts'
import { deliverLeftover, wipeDevice } from './wipe.ts'

async function keptFacts(person: string) {
  const db = new CorridorDatabase(person)
  try {
    const opened = await vaultOf(person).peek(db)
    if (opened) db.sealWith(opened.rows)
    const facts = accessFactsSchema.safeParse(await dexieLedger(db).meta('facts')).data ?? null
    if (facts) leaveOpen(db)
    else db.close()
    return facts
  } catch (error) {
    db.close()
    throw error
  }
}

/** Asked once somebody works here: browsers grant it more readily then, and it guards the notes. */
function askToKeep() {
  void navigator.storage?.persist?.().catch(() => undefined)
}

export const session = createSession({
  memory: browserMemory,
  openDevice,
  keptFacts,
  vaultOf,
  tellLocked,
  fetchSession,
  signInAs,
  endSession: async () => (await endSession()) !== null,
  isAllSafe,
  clearDevice,
  isLostHere,
  deliverLeftover,
  wipeDevice,
  pause: () => new Promise((resolve) => setTimeout(resolve, 5000)),
  onSignedIn: askToKeep,
})
