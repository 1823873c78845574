import type { Decision, Proposal } from '../domain/decisions.ts'
import type { DeviceState } from '../domain/wire/messages.ts'
import type { CorridorDatabase } from './db.ts'
import { durably } from './durable.ts'
import type { StoredProposal } from './ports.ts'

/** What a device remembers beside documents: confirmed decisions, its own proposals, what other devices said. */
export interface Ledger {
  meta(key: string): Promise<unknown>
  setMeta(key: string, value: unknown): Promise<void>
  /** The device's own keys, as the browser holds them: what cannot be exported cannot be sealed either. */
  keyPair(): Promise<unknown>
  setKeyPair(pair: CryptoKeyPair): Promise<void>
  /** Confirmed decisions; a proposal of the same id is done with. */
  addDecisions(decisions: readonly Decision[]): Promise<void>
  proposals(): Promise<readonly StoredProposal[]>
  addProposal(proposal: Proposal): Promise<void>
  declineProposal(id: string, reason: string): Promise<void>
  dropProposal(id: string): Promise<void>
  saveDevices(states: readonly DeviceState[]): Promise<void>
}

const OWN_KEYS = 'device'

export function dexieLedger(db: CorridorDatabase): Ledger {
  const { rows } = db
  return {
    async meta(key) {
      const found = await durably(db, () => db.meta.get(key))
      const [opened] = found ? await rows.meta.open([found]) : []
      return opened?.value
    },
    async setMeta(key, value) {
      const sealed = await rows.meta.seal([{ key, value }])
      await durably(db, () => db.meta.bulkPut(sealed))
    },
    keyPair: async () => (await durably(db, () => db.keys.get(OWN_KEYS)))?.pair,
    setKeyPair: (pair) =>
      durably(db, async () => {
        await db.keys.put({ key: OWN_KEYS, pair })
      }),
    async addDecisions(decisions) {
      const sealed = await rows.decisions.seal(decisions)
      await durably(db, () =>
        db.transaction('rw', db.decisions, db.proposals, async () => {
          await db.decisions.bulkPut(sealed)
          await db.proposals.bulkDelete(decisions.map((d) => d.id))
        }),
      )
    },
    proposals: async () => rows.proposals.open(await durably(db, () => db.proposals.toArray())),
    async addProposal(proposal) {
      const sealed = await rows.proposals.seal([{ ...proposal, declined: null }])
      await durably(db, () => db.proposals.bulkPut(sealed))
    },
    declineProposal: (id, declined) =>
      durably(db, async () => {
        const row = await db.proposals.get(id)
        if (row) await db.proposals.put({ ...row, declined })
      }),
    dropProposal: (id) => durably(db, () => db.proposals.delete(id)),
    saveDevices: (states) =>
      durably(db, async () => {
        await db.devices.bulkPut([...states])
      }),
  }
}
