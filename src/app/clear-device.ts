import { documentsOf } from '../domain/access/documents-of.ts'
import { photoTally } from '../store/photos/photo-rows.ts'
import { dropCaches } from '../store/vault/document-cache.ts'
import type { Vault } from '../store/vault/vault.ts'
import { sayWiped } from './device-api.ts'
import type { AppDevice } from './device.ts'
import { deletePersonsDatabases, proofOfWipe } from './wipe.ts'

/** Whether the relay has everything this person made here, so that the copy may go. */
export async function isAllSafe(device: AppDevice): Promise<boolean> {
  const { inMemory, trouble, tally } = device.documents.state()
  if (inMemory > 0 || trouble || tally.unsent + tally.refused + tally.damaged > 0) return false
  if (device.lost.kind !== 'nothing' || device.sync.status.get().differing.length > 0) return false
  const { all, safe } = await photoTally(device.db)
  if (all > safe) return false
  const proposals = await device.db.proposals.toArray()
  return proposals.every((p) => p.declined !== null)
}

/** Takes a person's copy off this device; it comes back from the relay when they sign in again. */
export async function clearDevice(device: AppDevice): Promise<void> {
  const proof = await proofOfWipe(device)
  await clearPerson(device.vault, documentsOf(device.me))
  // With no signal the trust goes on counting this device as holding the work: more, never less.
  if (proof) await sayWiped(proof, false)
}

/** Everything of one person, whether it can be opened or not. */
export async function clearPerson(vault: Vault, documents: readonly string[]): Promise<void> {
  const { person } = vault
  await dropCaches(person, documents)
  await deletePersonsDatabases(person, documents)
  vault.forget()
}
