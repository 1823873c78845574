import type { AccessFacts } from '../domain/access/facts.ts'
import { hexOf } from '../domain/ids.ts'
import { deviceKey } from '../store/device-key.ts'
import { dexieJournal } from '../store/dexie-journal.ts'
import { openDocuments } from '../store/documents.ts'
import { dexieLedger } from '../store/ledger.ts'
import type { Surroundings } from '../store/ports.ts'
import { documentCache } from '../store/vault/document-cache.ts'
import { databaseOf } from './early-database.ts'
import { oneAtATime, vaultOf } from './lock/vaults.ts'

export const browserSurroundings: Surroundings = {
  now: () => Date.now(),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  after(ms, fn) {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
}

async function deviceIdOf(ledger: ReturnType<typeof dexieLedger>, random: Surroundings['random']) {
  const known = await ledger.meta('device')
  if (typeof known === 'string') return known
  const fresh = hexOf(random(16))
  await ledger.setMeta('device', fresh)
  return fresh
}

/** One person's databases on this device, open. @throws StorageFault, VaultLocked */
export async function openStore({ person, name }: AccessFacts, demo: boolean) {
  const around = browserSurroundings
  const vault = vaultOf(person)
  const opened = await oneAtATime(person, () => vault.open({ name, mayLieOpen: demo }))
  const cache = documentCache(person, opened.sealer, around.random)
  const db = databaseOf(person, opened.rows)
  const ledger = dexieLedger(db)
  const [device, key, facts, contactAt] = await Promise.all([
    deviceIdOf(ledger, around.random),
    deviceKey(ledger, person),
    ledger.meta('facts'),
    ledger.meta('contact'),
  ])
  const documents = await openDocuments({
    journal: dexieJournal(db),
    cache,
    around,
    device,
    signer: key,
  })
  return { vault, cache, db, ledger, device, documents, key, known: { facts, contactAt } }
}

export type DeviceStore = Awaited<ReturnType<typeof openStore>>
