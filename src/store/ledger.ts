import type { Decision, Proposal } from '../domain/decisions.ts'
import type { DeviceState } from '../domain/wire/messages.ts'
import type { CorridorDatabase, StoredProposal } from './db.ts'
import { durably } from './durable.ts'

/** What a device remembers beside documents: confirmed decisions, its own proposals, what other devices said. */
export interface Ledger {
  meta(key: string): Promise<unknown>
  setMeta(key: string, value: unknown): Promise<void>
  /** Confirmed decisions; a proposal of the same id is done with. */
  addDecisions(decisions: readonly Decision[]): Promise<void>
  proposals(): Promise<readonly StoredProposal[]>
  addProposal(proposal: Proposal): Promise<void>
  declineProposal(id: string, reason: string): Promise<void>
  dropProposal(id: string): Promise<void>
  saveDevices(states: readonly DeviceState[]): Promise<void>
}

export function dexieLedger(db: CorridorDatabase): Ledger {
  return {
    meta: (key) => durably(db, async () => (await db.meta.get(key))?.value),
    setMeta: (key, value) =>
      durably(db, async () => {
        await db.meta.put({ key, value })
      }),
    addDecisions: (decisions) =>
      durably(db, () =>
        db.transaction('rw', db.decisions, db.proposals, async () => {
          await db.decisions.bulkPut([...decisions])
          await db.proposals.bulkDelete(decisions.map((d) => d.id))
        }),
      ),
    proposals: () => durably(db, () => db.proposals.toArray()),
    addProposal: (proposal) =>
      durably(db, async () => {
        await db.proposals.put({ ...proposal, declined: null })
      }),
    declineProposal: (id, declined) =>
      durably(db, async () => {
        const row: StoredProposal | undefined = await db.proposals.get(id)
        if (row) await db.proposals.put({ ...row, declined })
      }),
    dropProposal: (id) => durably(db, () => db.proposals.delete(id)),
    saveDevices: (states) =>
      durably(db, async () => {
        await db.devices.bulkPut([...states])
      }),
  }
}
