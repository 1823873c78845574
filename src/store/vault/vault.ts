import { base64 } from '../base64.ts'
import { CorridorDatabase } from '../db.ts'
import { documentCache, moveCaches, plainlyCached, sealedlyCached } from './document-cache.ts'
import {
  type Locked,
  type LockMinutes,
  mirror,
  readRecord,
  type VaultRecord,
  type Wrapping,
  writeRecord,
} from './record.ts'
import { reseal } from './reseal.ts'
import { plainRows, type RowSeals, sealedRows } from './row-seals.ts'
import { aesSealer, type Sealer } from './sealer.ts'
import { afterWrong, byThisClock, noTries, waitLeft } from './tries.ts'
import type { Way } from './ways.ts'
import { type Chance, layOpen, newDataKey, openKey, unwrapKey, wrapKey } from './wrap.ts'
import { yjsCache } from '../yjs-cache.ts'

/** choice: nobody has said yet how this work is locked. key: it is locked. */
export type Needs = 'choice' | 'key'

/** A person's work cannot be opened without them. */
export class VaultLocked extends Error {
  readonly needs: Needs

  constructor(needs: Needs) {
    super(needs)
    this.needs = needs
  }
}

/** The page was not fetched over a secure line: browsers cipher nothing there. */
export class NotSecure extends Error {}

export type Unlocked =
  | { readonly kind: 'open' }
  | { readonly kind: 'wrong'; readonly wait: number }
  /** Too soon after a wrong try: this one was not looked at. */
  | { readonly kind: 'wait'; readonly wait: number }

/** What an open vault gives to the rest of the store. */
export interface Opened {
  readonly rows: RowSeals
  readonly sealer: Sealer
}

/** Without it there is a key, and it lies beside the data. */
export const isLocked = (record: VaultRecord): boolean =>
  record.wrappings.length > 0 && record.wrappings.every(({ kind }) => kind !== 'open')

/** What it takes to open it: of several ways the one that is easiest to get round. */
export function lockOf(record: VaultRecord | null): Locked['kind'] | 'open' {
  if (record === null || !isLocked(record)) return 'open'
  return record.wrappings.some(({ kind }) => kind === 'passphrase') ? 'passphrase' : 'passkey'
}

export const waysIn = (record: VaultRecord): readonly Locked[] =>
  record.wrappings.flatMap((wrapping) => (wrapping.kind === 'open' ? [] : wrapping))

/**
 * The key to one person's work on this device: made by chance, kept wrapped, in memory only while
 * the work is open. Every method that touches the disk rejects with a `StorageFault`.
 */
export class Vault {
  readonly person: string
  readonly #chance: Chance
  #key: CryptoKey | null = null
  #opened: Opened | null = null
  #record: VaultRecord | null = null

  constructor(person: string, chance: Chance) {
    this.person = person
    this.#chance = chance
  }

  /** How the key is kept, as last read or written; null before that, or if there is none yet. */
  get record(): VaultRecord | null {
    return this.#record
  }

  /** Reads how the key is kept. @param db this person's database, where the caller has it at hand */
  async look(db?: CorridorDatabase): Promise<VaultRecord | null> {
    const read = (from: CorridorDatabase) => readRecord(this.person, from)
    this.#record = await (db ? read(db) : this.#withDatabase(read))
    return this.#record
  }

  /**
   * The open vault, if it can be opened without asking anybody. Null if there is no key yet.
   * @param db this person's database, where the caller has it at hand
   * @throws VaultLocked
   */
  async peek(db?: CorridorDatabase): Promise<Opened | null> {
    if (this.#opened) return this.#opened
    if (!('subtle' in crypto)) throw new NotSecure()
    const record = await this.look(db)
    if (!record) return null
    const open = record.wrappings.find((wrapping) => wrapping.kind === 'open')
    if (!open) throw new VaultLocked('key')
    return this.#hold(await openKey(open))
  }

  /**
   * The open vault; made now if there is none and the key may lie open.
   * @throws VaultLocked
   */
  async open(who: { name: string; mayLieOpen: boolean }): Promise<Opened> {
    const opened = await this.peek()
    const open = this.#record !== null && !isLocked(this.#record)
    if (opened && (who.mayLieOpen || !open)) return opened
    if (!who.mayLieOpen) throw new VaultLocked('choice')
    const key = await newDataKey(this.#chance.random)
    return this.#change(key, [await layOpen(key, this.#chance)], who.name)
  }

  async unlock(way: Way): Promise<Unlocked> {
    const record = await this.look()
    if (!record) throw new VaultLocked('choice')
    const { now } = this.#chance
    const tries = byThisClock(record.tries, now())
    if (way.guessable) {
      const wait = waitLeft(tries, now())
      if (wait > 0) {
        if (tries !== record.tries) await this.#write({ ...record, tries })
        return { kind: 'wait', wait }
      }
      // Counted before it is looked at: whoever reloads meanwhile has had this try.
      await this.#write({ ...record, tries: afterWrong(tries, now()) })
    }
    for (const wrapping of waysIn(record)) {
      const key = await unwrapKey(wrapping, way, record.id)
      if (!key) continue
      this.#hold(key)
      if (this.#record) await this.#write({ ...this.#record, tries: noTries })
      return { kind: 'open' }
    }
    const after = this.#record ?? record
    if (!way.guessable) return { kind: 'wrong', wait: waitLeft(after.tries, now()) }
    // From now on: working it out took time that is no wait.
    await this.#write({ ...after, tries: { ...after.tries, at: now() } })
    return { kind: 'wrong', wait: waitLeft(this.#record?.tries ?? noTries, now()) }
  }

  /**
   * Adds a way to open it. The first one takes the place of a key that lay open: then there is a
   * new key, and everything is sealed anew; nobody may write meanwhile. Of passphrases there is one.
   */
  async secure(way: Way, name: string): Promise<void> {
    const opened = await this.peek()
    const record = this.#record
    if (!record || !opened || !this.#key || !isLocked(record)) {
      const key = await newDataKey(this.#chance.random)
      await this.#change(key, null, name, way)
      return
    }
    const wrapping = await wrapKey(this.#key, way, record.id, this.#chance)
    const others = record.wrappings.filter(
      ({ kind }) => kind !== 'passphrase' || wrapping.kind !== 'passphrase',
    )
    await this.#write({ ...record, wrappings: [...others, wrapping] })
  }

  /** Takes a way away; never the last one. */
  async remove(id: string): Promise<void> {
    const record = await this.look()
    const left = record?.wrappings.filter((wrapping) => wrapping.id !== id) ?? []
    if (record && left.length > 0) await this.#write({ ...record, wrappings: left })
  }

  async lockAfter(minutes: LockMinutes): Promise<void> {
    const record = await this.look()
    if (record) await this.#write({ ...record, lockAfter: minutes })
  }

  /** The database was emptied under the open app: without its record nothing of it would open again. */
  async keep(): Promise<void> {
    if (this.#record) await this.#write(this.#record)
  }

  /** Drops the key from memory. Whatever asks for it later gets a `StorageFault`. */
  lock() {
    this.#key = null
    this.#opened = null
  }

  /** What is left of the vault outside the database goes too. */
  forget() {
    this.lock()
    this.#record = null
    mirror(this.person, null)
  }

  #hold(key: CryptoKey): Opened {
    this.#key = key
    // This key and no later one: what was opened before a change of keys stays closed.
    const sealer = aesSealer(() => (this.#key === key ? key : null), this.#chance.random)
    this.#opened = { sealer, rows: sealedRows(sealer) }
    return this.#opened
  }

  async #write(record: VaultRecord): Promise<void> {
    const next = { ...record, turn: record.turn + 1 }
    await this.#withDatabase((db) => writeRecord(this.person, db, next))
    this.#record = next
  }

  /** Seals everything under a new key. */
  async #change(
    key: CryptoKey,
    wrappings: readonly Wrapping[] | null,
    name: string,
    way?: Way,
  ): Promise<Opened> {
    const { random } = this.#chance
    const before = this.#record
    const id = base64.encode(random(12))
    const record: VaultRecord = {
      id,
      turn: (before?.turn ?? 0) + 1,
      name,
      wrappings: [
        ...(wrappings ?? []),
        ...(way ? [await wrapKey(key, way, id, this.#chance)] : []),
      ],
      tries: noTries,
      lockAfter: before?.lockAfter ?? 30,
    }
    const old = this.#opened
    const fresh = aesSealer(() => key, random)
    const to = { sealer: fresh, rows: sealedRows(fresh) }
    const states = await this.#cachesBefore(old)
    await this.#withDatabase((db) => reseal(db, old?.rows ?? plainRows, to.rows, record))
    mirror(this.person, record)
    this.#record = record
    await states(to)
    return this.#hold(key)
  }

  /** Which cached states there are to move; looked for before anything is changed. */
  async #cachesBefore(old: Opened | null): Promise<(to: Opened) => Promise<void>> {
    const { person } = this
    const { random } = this.#chance
    const plain = await plainlyCached(person)
    const sealed = old ? await sealedlyCached(person) : []
    return async (to) => {
      const into = documentCache(person, to.sealer, random)
      await moveCaches(plain, yjsCache(person), into)
      if (old) {
        const from = documentCache(person, old.sealer, random)
        await moveCaches(sealed, from, into)
        from.close()
      }
      into.close()
    }
  }

  async #withDatabase<T>(job: (db: CorridorDatabase) => Promise<T>): Promise<T> {
    const db = new CorridorDatabase(this.person)
    try {
      return await job(db)
    } finally {
      db.close()
    }
  }
}
