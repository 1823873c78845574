import type { AccessFacts } from '../../src/domain/access/facts.ts'
import { accessFactsSchema } from '../../src/domain/access/facts.ts'
import type { DeviceState } from '../../src/domain/wire/messages.ts'
import type { Accounts } from '../../sync-server/accounts/port.ts'
import { memoryDecisions } from '../../sync-server/decisions/memory.ts'
import { memoryLog } from '../../sync-server/log/memory.ts'
import type { Appended, DocumentLog, Entry } from '../../sync-server/log/port.ts'
import { createRelay, type Relay } from '../../sync-server/relay.ts'
import { inlineWorker } from '../../sync-server/worker/inline.ts'
import type { Chance, VirtualTime } from './clock.ts'
import type { Plan } from './plan.ts'
import { toyKey, toyVerify } from './toy-keys.ts'
import { stateVectorDigest } from './planted.ts'

export const REVIEW = 'sim'
export const personOf = (i: number) => `p${i}`

export function factsOf(plan: Plan, person: string, everyoneReads = false): AccessFacts {
  const reviewers = Array.from({ length: plan.devices }, (_, i) => personOf(i))
  return accessFactsSchema.parse({
    person,
    name: person,
    today: '2026-11-17',
    roles: [],
    reviews: [
      {
        id: REVIEW,
        urn: '900001',
        date: '2026-11-17',
        lead: personOf(0),
        reviewers: [...reviewers, 'intruder'],
        blindFirst: plan.blindFirst && !everyoneReads,
        revealed: false,
      },
    ],
  })
}

function simAccounts(plan: Plan): Accounts {
  const states = new Map<string, DeviceState>()
  const owners = new Map<string, string>()
  const highs = new Map<string, number>()
  const lenient = plan.bug === 'deliver-to-anyone'
  return {
    version: () => 1,
    accessVersion: () => 1,
    factsOf: (person) => factsOf(plan, person, lenient),
    sessionLives: () => true,
    meet(device, person, { journalHigh: high }) {
      if ((owners.get(device) ?? person) !== person) return null
      owners.set(device, person)
      const before = highs.get(device) ?? 0
      highs.set(device, Math.max(before, high))
      return before
    },
    signerOf(device) {
      const person = owners.get(device)
      const key = plan.carry ? toyKey(device) : null
      return person === undefined ? null : { person, key, revoked: false }
    },
    uses: () => undefined,
    serves: () => undefined,
    hold(device, held, at) {
      states.set(device, { device, person: owners.get(device) ?? '', held, at })
    },
    deviceStates: (people) => [...states.values()].filter((s) => people.includes(s.person)),
    onChange: () => () => undefined,
  }
}

/**
 * The relay with its disk. The disk is the memory log behind waits on both sides of
 * every write, so that a kill can fall before or after the commit.
 */
export class SimRelay {
  relay: Relay | null = null
  /** Bumped by every kill: what an older life was waiting for never comes. */
  life = 0
  readonly accounts: Accounts
  /** Every entry that was ever stored, in order: what a backup holds a part of. */
  stored: Entry[] = []
  #disk = memoryLog()
  #epochs = 0
  readonly #plan: Plan
  readonly #time: VirtualTime
  readonly #chance: Chance
  readonly #decisions = memoryDecisions()

  constructor(plan: Plan, time: VirtualTime, chance: Chance) {
    this.#plan = plan
    this.#time = time
    this.#chance = chance
    this.accounts = simAccounts(plan)
  }

  get disk(): DocumentLog {
    return this.#disk
  }

  /** What was put aside; a relay that drops it has nothing to show. */
  async aside() {
    return this.#plan.bug === 'drop-what-is-refused' ? [] : this.#disk.quarantined()
  }

  start() {
    const life = ++this.life
    const alive = () => life === this.life
    const after = (ms: number, run: () => void) =>
      void this.#time.after(ms, () => {
        if (alive()) run()
      })
    const worker = inlineWorker()
    this.relay = createRelay({
      log: this.#slow(alive),
      decisions: this.#decisions,
      accounts: this.accounts,
      worker:
        this.#plan.bug === 'trust-a-state-vector'
          ? { ...worker, digest: async (parts) => stateVectorDigest(parts) }
          : worker,
      verify: toyVerify,
      now: () => this.#time.now,
      soon: (run) => after(this.#chance.next() * 3, run),
      later: (ms, run) => after(ms, run),
    })
  }

  kill() {
    this.life++
    this.relay = null
  }

  /** The disk is put back to what it held at an earlier moment. */
  async restore(keep: number) {
    this.kill()
    this.stored = this.stored.slice(0, keep)
    this.#disk = memoryLog()
    for (const entry of this.stored) await this.#disk.append([entry])
    this.#epochs++
  }

  #slow(alive: () => boolean): DocumentLog {
    const wait = () =>
      new Promise<void>((resolve) => {
        this.#time.after(this.#chance.next() * 8, () => {
          if (alive()) resolve()
        })
      })
    const { bug } = this.#plan
    const commit = async (entries: readonly Entry[]): Promise<readonly Appended[]> => {
      await wait()
      const open = { adds: [], deletes: [], needs: [] }
      const fates = await this.#disk.append(
        bug === 'skip-the-gate' ? entries.map((e) => ({ ...e, facts: open })) : entries,
      )
      entries.forEach((entry, i) => {
        const fate = fates[i]
        if (fate?.kind === 'stored' && !fate.again) this.stored.push(entry)
      })
      await wait()
      return fates
    }
    const early = async (entries: readonly Entry[]): Promise<readonly Appended[]> => {
      const heads = new Map<string, number>()
      for (const { doc } of entries) heads.set(doc, await this.#disk.head(doc))
      this.#time.after(40 + this.#chance.next() * 60, () => {
        if (alive()) void commit(entries)
      })
      return entries.map(({ doc }) => {
        const seq = (heads.get(doc) ?? 0) + 1
        heads.set(doc, seq)
        return { kind: 'stored', seq, again: false }
      })
    }
    const disk = () => this.#disk
    return {
      append: bug === 'ack-before-commit' ? early : commit,
      async quarantine(rows) {
        await wait()
        await disk().quarantine(rows)
      },
      after: (doc, seq, limit) => disk().after(doc, seq, limit),
      head: (doc) => disk().head(doc),
      snapshot: (doc) => disk().snapshot(doc),
      saveSnapshot: (doc, snapshot) => disk().saveSnapshot(doc, snapshot),
      changedSince: (cursor) => disk().changedSince(cursor),
      quarantined: (doc) => disk().quarantined(doc),
      seal: (doc) => disk().seal(doc),
      epoch: async () => (bug === 'ignore-the-epoch' ? 'always' : `epoch-${this.#epochs}`),
      renewEpoch: () => disk().renewEpoch(),
      close: async () => undefined,
    }
  }
}
