import * as Y from 'yjs'
import { documentsOf } from '../../src/domain/access/documents-of.ts'
import { type Documents, openDocuments } from '../../src/store/documents.ts'
import { type Journal, StorageFault, type Surroundings } from '../../src/store/ports.ts'
import { sealedRows } from '../../src/store/vault/row-seals.ts'
import { sealedJournal } from '../../src/store/vault/sealed-journal.ts'
import { createSyncClient, type SyncClient } from '../../src/sync/client.ts'
import type { LineEvents, Transport } from '../../src/sync/transport.ts'
import {
  emptyDisk,
  type MemoryDisk,
  memoryCache,
  memoryJournal,
  memoryLedger,
} from '../helpers/memory-store.ts'
import { turningSealer } from '../helpers/vault-keys.ts'
import type { Chance, VirtualTime } from './clock.ts'
import { toySigner } from './toy-keys.ts'
import type { Plan } from './plan.ts'
import { cursorElsewhere, hastyJournal, withBug } from './planted.ts'
import { factsOf } from './sim-relay.ts'

const SHARED_CLIENT = 77

export interface Network {
  open(device: SimDevice, events: LineEvents): ReturnType<Transport['open']>
}

/** One tablet: a disk that survives, and a running app that does not. */
export class SimDevice {
  readonly name: string
  readonly person: string
  readonly disk: MemoryDisk
  documents: Documents | null = null
  sync: SyncClient | null = null
  online = true
  storageWorks = true
  /** Everything is mended: storage fails no more. */
  calm = false
  /** The same clientID as another device's, forced for a copied storage. */
  forcedClient: number | null = null
  life = 0
  readonly #plan: Plan
  readonly #time: VirtualTime
  readonly #chance: Chance
  readonly #network: Network

  constructor(
    name: string,
    person: string,
    world: { plan: Plan; time: VirtualTime; chance: Chance; network: Network },
    disk: MemoryDisk = emptyDisk(),
  ) {
    this.name = name
    this.person = person
    this.disk = disk
    this.#plan = world.plan
    this.#time = world.time
    this.#chance = world.chance
    this.#network = world.network
  }

  get running(): boolean {
    return this.sync !== null
  }

  get wanted(): string[] {
    return documentsOf(factsOf(this.#plan, this.person))
  }

  /** What the screen says: everything typed so far is on this device. */
  saysSaved(): boolean {
    const state = this.documents?.state()
    return !!state && state.inMemory === 0 && state.trouble === null
  }

  /** What the screen says: everything is on the relay's disk. */
  saysSafe(): boolean {
    const state = this.documents?.state()
    return this.saysSaved() && state?.tally.unsent === 0 && state.tally.refused === 0
  }

  async start() {
    const life = ++this.life
    const alive = () => life === this.life
    const around: Surroundings = {
      now: () => this.#time.now,
      random: (n) => this.#chance.bytes(n),
      after: (ms, fn) =>
        this.#time.after(ms, () => {
          if (alive()) fn()
        }),
    }
    const slow = this.#slowJournal(alive)
    const journal = this.#plan.bug === 'saved-before-written' ? hastyJournal(slow) : slow
    const forgets = () => this.#chance.chance(this.#plan.forget)
    const sound = memoryCache(this.disk, () => alive() && !forgets())
    const apart = this.#plan.bug === 'cursor-without-cache'
    const cache = apart ? cursorElsewhere(sound, this.disk.meta) : sound
    const ledger = memoryLedger(this.disk)
    let device = this.disk.meta.get('device')
    if (typeof device !== 'string') {
      device = Array.from(this.#chance.bytes(16), (b) => b.toString(16).padStart(2, '0')).join('')
      this.disk.meta.set('device', device)
    }
    const opening = openDocuments({
      journal,
      cache,
      around,
      device: String(device),
      signer: this.#plan.carry ? toySigner(String(device), this.person) : null,
    })
    const documents = await opening.catch(() => null)
    if (!alive()) return
    if (!documents) return void this.#time.after(300, () => alive() && void this.start())
    const used = this.#forceClient(withBug(documents, this.#plan.bug))
    this.documents = used
    this.sync = createSyncClient({
      documents: used,
      ledger,
      around,
      app: 'sim',
      transport: { open: (events) => this.#network.open(this, events) },
      wanted: () => this.wanted,
      held: () => ({ unsent: used.state().tally.unsent, notes: {} }),
      onAccessChanged: () => undefined,
    })
    this.sync.start()
  }

  kill() {
    this.life++
    this.documents = null
    this.sync = null
  }

  #forceClient(documents: Documents): Documents {
    const client = this.#plan.bug === 'reuse-a-client-id' ? SHARED_CLIENT : this.forcedClient
    if (client === null) return documents
    let forced = false
    return {
      ...documents,
      open: async (name) => {
        const opened = await documents.open(name)
        // Once: after the cure (a new clientID) the app is not forced again.
        if (!forced || this.#plan.bug === 'reuse-a-client-id') opened.doc.clientID = client
        forced = true
        return opened
      },
    }
  }

  #slowJournal(alive: () => boolean): Journal {
    const wait = () =>
      new Promise<void>((resolve) => {
        this.#time.after(this.#chance.next() * 10, () => {
          if (alive()) resolve()
        })
      })
    const step = async () => {
      await wait()
      if (this.calm) return
      if (!this.storageWorks || this.#chance.chance(this.#plan.storageFault))
        throw new StorageFault('disk-full', null)
    }
    const disk = sealedJournal(memoryJournal(this.disk, step), sealedRows(turningSealer))
    return {
      ...disk,
      async write(rows, index) {
        await disk.write(rows, index)
        await wait() // On disk, and the app is killed before it hears of it.
      },
    }
  }

  /** Flips what a cached state says, with no sign that it did. */
  rotCache(name: string) {
    const cached = this.disk.cache.get(name)
    if (!cached) return false
    const doc = new Y.Doc()
    Y.applyUpdate(doc, cached.state)
    const other = new Y.Doc()
    const state = Y.encodeStateAsUpdate(doc)
    const at = findLetter(state)
    if (at < 0) return false
    state[at] = (state[at] ?? 0) ^ 1
    try {
      Y.applyUpdate(other, state)
    } catch {
      return false
    }
    this.disk.cache.set(name, { ...cached, state })
    return true
  }
}

/** A byte of readable text inside a marker, where a flipped bit stays readable. */
function findLetter(bytes: Uint8Array): number {
  for (let i = 1; i < bytes.length - 1; i++)
    if (bytes[i - 1] === 91 && bytes[i] === 91 && (bytes[i + 1] ?? 0) > 96) return i + 1
  return -1
}
