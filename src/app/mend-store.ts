import type { AccessFacts } from '../domain/access/facts.ts'
import type { CorridorDatabase } from '../store/db.ts'
import type { DeviceKey } from '../store/device-key.ts'
import type { Documents } from '../store/documents.ts'
import type { Ledger } from '../store/ledger.ts'
import type { Surroundings } from '../store/ports.ts'
import type { Vault } from '../store/vault/vault.ts'

const MEND_AGAIN_MS = 1500

interface Store {
  readonly db: CorridorDatabase
  readonly documents: Documents
  readonly ledger: Ledger
  readonly around: Surroundings
  readonly device: string
  readonly vault: Vault
  readonly key: DeviceKey | null
  readonly facts: () => AccessFacts
}

/**
 * Writes down again what is in memory when the browser clears the store of an open app.
 * @param mended told how many unsent changes were saved again
 */
export function mendWhenCleared(store: Store, mended: (rows: number) => Promise<void>) {
  const { db, documents, ledger, around, device, vault, key, facts } = store
  let busy = false
  const mend = async () => {
    // Merely closed: whoever uses it next opens it again.
    if ((await ledger.meta('device')) === device) return
    await vault.keep()
    const rows = await documents.restore()
    await ledger.setMeta('facts', facts())
    await key?.keep(ledger)
    await ledger.setMeta('device', device)
    await mended(rows)
  }
  const mendSoon = async () => {
    if (busy) return
    busy = true
    await mend().catch(() => around.after(MEND_AGAIN_MS, () => void mendSoon()))
    busy = false
  }
  const watch = () => db.backendDB().addEventListener('close', () => void mendSoon())
  // The browser's own event: Dexie's is also fired when we close the connection ourselves.
  if (db.isOpen()) watch()
  db.on('ready', watch, true)
}
