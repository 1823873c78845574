import Dexie from 'dexie'
import { documentsOf } from '../domain/access/documents-of.ts'
import { localMarks } from '../store/canary.ts'
import { yjsCache } from '../store/yjs-cache.ts'
import type { AppDevice } from './device.ts'

/** Whether the relay has everything this person made here, so that the copy may go. */
export async function isAllSafe(device: AppDevice): Promise<boolean> {
  const { inMemory, trouble, tally } = device.documents.state()
  if (inMemory > 0 || trouble || tally.unsent + tally.refused + tally.damaged > 0) return false
  if (device.lost.kind !== 'nothing' || device.sync.status.get().differing.length > 0) return false
  const proposals = await device.db.proposals.toArray()
  return proposals.every((p) => p.declined !== null)
}

/** Takes a person's copy off this device; it comes back from the relay when they sign in again. */
export async function clearDevice(device: AppDevice): Promise<void> {
  const { person } = device.me
  const cache = yjsCache(person)
  for (const name of documentsOf(device.me)) await cache.drop(name)
  await Dexie.delete(`corridor-${person}`)
  // What is gone on purpose must not be called lost at the next start.
  localMarks.write(person, { device: '', high: 0, unsent: 0 })
}
