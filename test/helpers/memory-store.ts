import * as Y from 'yjs'
import type { Decision } from '../../src/domain/decisions.ts'
import type { DeviceState } from '../../src/domain/wire/messages.ts'
import type { StoredProposal } from '../../src/store/db.ts'
import type { Ledger } from '../../src/store/ledger.ts'
import type { DocumentCache, IndexRow, Journal, JournalRow, Reach } from '../../src/store/ports.ts'

/** A device's disk in memory: what is in here survives a crash of the device. */
export interface MemoryDisk {
  readonly journal: Map<number, JournalRow>
  readonly index: Map<string, IndexRow>
  readonly cache: Map<string, { state: Uint8Array; reach: Reach }>
  readonly meta: Map<string, unknown>
  readonly decisions: Map<number, Decision>
  readonly proposals: Map<string, StoredProposal>
  readonly devices: Map<string, DeviceState>
}

export const emptyDisk = (): MemoryDisk => ({
  journal: new Map(),
  index: new Map(),
  cache: new Map(),
  meta: new Map(),
  decisions: new Map(),
  proposals: new Map(),
  devices: new Map(),
})

/** Every storage call passes through here first: it may wait, fail or never come back. */
export type Step = (name: string) => Promise<void>
const atOnce: Step = async () => undefined

export function memoryJournal(disk: MemoryDisk, step: Step = atOnce): Journal {
  const putIndex = (rows: readonly IndexRow[]) =>
    rows.forEach((row) => disk.index.set(`${row.doc}\n${row.id}`, row))
  return {
    async write(rows, index) {
      await step('journal.write')
      rows.forEach((row) => disk.journal.set(row.n, row))
      putIndex(index)
    },
    async project(index) {
      await step('journal.project')
      putIndex(index)
    },
    async reproject(doc, index) {
      await step('journal.reproject')
      for (const [key, row] of disk.index) if (row.doc === doc) disk.index.delete(key)
      putIndex(index)
    },
    async settle(settlements) {
      await step('journal.settle')
      for (const change of settlements) {
        const row = disk.journal.get(change.n)
        if (row && row.state !== 'replaced') disk.journal.set(change.n, { ...row, ...change })
      }
    },
    async replace(old, rows) {
      await step('journal.replace')
      for (const n of old) {
        const row = disk.journal.get(n)
        if (row) disk.journal.set(n, { ...row, state: 'replaced' })
      }
      rows.forEach((row) => disk.journal.set(row.n, row))
    },
    async rows(states, doc, after = 0) {
      await step('journal.rows')
      return [...disk.journal.values()]
        .filter((row) => row.n > after)
        .filter((row) => states.includes(row.state) && (doc === undefined || row.doc === doc))
        .sort((a, b) => a.n - b.n)
    },
    async tally() {
      await step('journal.tally')
      const rows = [...disk.journal.values()]
      const count = (state: string) => rows.filter((row) => row.state === state).length
      return {
        unsent: count('unsent'),
        refused: count('refused'),
        damaged: count('damaged'),
        reason: rows.find((row) => row.state === 'refused')?.reason ?? null,
        high: Math.max(0, Number(disk.meta.get('journal-high') ?? 0), ...disk.journal.keys()),
      }
    },
    async forget(doc, states) {
      await step('journal.forget')
      const high = Math.max(0, Number(disk.meta.get('journal-high') ?? 0), ...disk.journal.keys())
      disk.meta.set('journal-high', high)
      disk.meta.set(`forget/${doc}`, true)
      for (const [n, row] of disk.journal)
        if (row.doc === doc && states.includes(row.state)) disk.journal.delete(n)
      for (const [key, row] of disk.index) if (row.doc === doc) disk.index.delete(key)
    },
    async forgetting() {
      const keys = [...disk.meta.keys()].filter((key) => key.startsWith('forget/'))
      return keys.map((key) => key.slice('forget/'.length))
    },
    async forgotten(doc) {
      disk.meta.delete(`forget/${doc}`)
    },
    async kept() {
      const docs = [...disk.journal.values(), ...disk.index.values()].map(({ doc }) => doc)
      return [...new Set(docs)].sort()
    },
  }
}

/** A cache that may forget: `keeps` says whether a save reaches the disk. */
export function memoryCache(disk: MemoryDisk, keeps: () => boolean = () => true): DocumentCache {
  return {
    async attach(name, doc) {
      const stored = disk.cache.get(name)
      if (stored) Y.applyUpdate(doc, stored.state, 'cache')
      let kept: Uint8Array[] = stored ? [stored.state] : []
      let reach = stored?.reach ?? { cursor: 0, journal: 0 }
      const save = () => {
        kept = [Y.mergeUpdates(kept)]
        if (kept[0]) disk.cache.set(name, { state: kept[0], reach })
      }
      return {
        reach,
        found: stored !== undefined,
        keep(update) {
          kept.push(update)
          if (keeps()) save()
        },
        async saveReach(reached) {
          if (!keeps()) return
          reach = reached
          save()
        },
        close: async () => undefined,
      }
    },
    async drop(name) {
      disk.cache.delete(name)
      return true
    },
  }
}

export function memoryLedger(disk: MemoryDisk): Ledger {
  return {
    meta: async (key) => disk.meta.get(key),
    async setMeta(key, value) {
      disk.meta.set(key, value)
    },
    keyPair: async () => disk.meta.get('own-keys'),
    async setKeyPair(pair) {
      disk.meta.set('own-keys', pair)
    },
    async addDecisions(decisions) {
      for (const decision of decisions) {
        disk.decisions.set(decision.seq, decision)
        disk.proposals.delete(decision.id)
      }
    },
    proposals: async () => [...disk.proposals.values()],
    async addProposal(proposal) {
      disk.proposals.set(proposal.id, { ...proposal, declined: null })
    },
    async declineProposal(id, declined) {
      const proposal = disk.proposals.get(id)
      if (proposal) disk.proposals.set(id, { ...proposal, declined })
    },
    async dropProposal(id) {
      disk.proposals.delete(id)
    },
    async saveDevices(states) {
      states.forEach((state) => disk.devices.set(state.device, state))
    },
  }
}
