import { accessFactsSchema } from '../domain/access/facts.ts'
import { CorridorDatabase } from '../store/db.ts'
import { dexieLedger } from '../store/ledger.ts'
import { clearDevice, isAllSafe } from './clear-device.ts'
import { openDevice } from './device.ts'
import { browserMemory } from './remembered.ts'
import { endSession, fetchSession, signInAs } from './session-api.ts'
import { createSession } from './session.ts'

async function keptFacts(person: string) {
  const db = new CorridorDatabase(person)
  try {
    return accessFactsSchema.safeParse(await dexieLedger(db).meta('facts')).data ?? null
  } finally {
    db.close()
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
  fetchSession,
  signInAs,
  endSession: async () => (await endSession()) !== null,
  isAllSafe,
  clearDevice,
  onSignedIn: askToKeep,
})
