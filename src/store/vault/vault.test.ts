import Dexie from 'dexie'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createRecord, rawRecords } from '../../crdt/records.ts'
import { noteRecord } from '../../domain/peer-review/note.ts'
import { random } from '../../../test/helpers/vault-keys.ts'
import { base64 } from '../base64.ts'
import { CorridorDatabase } from '../db.ts'
import { dexieJournal } from '../dexie-journal.ts'
import { openDocuments } from '../documents.ts'
import { dexieLedger } from '../ledger.ts'
import { type DocumentCache, StorageFault } from '../ports.ts'
import { yjsCache } from '../yjs-cache.ts'
import { documentCache, plainlyCached } from './document-cache.ts'
import { plainRows } from './row-seals.ts'
import { openSealedCopy, readSealedCopy, sealedCopy, unsentAsItLies } from './sealed-copy.ts'
import { isSealed } from './sealed-part.ts'
import { isLocked, type Opened, Vault, VaultLocked } from './vault.ts'
import { COST, FLOOR, passkeyWay, passphraseWay } from './ways.ts'

const NOTES = 'review/r/notes/p04'
const WORDS = 'otter lantern pebble violin gate'
const DEVICE = 'd'.repeat(32)
const NAME = 'Rufus Candlestick'
let people = 0
let person = ''
let now = 1_000_000
const chance = { now: () => now, random }
const around = {
  now: () => now,
  random,
  after(ms: number, run: () => void) {
    const timer = setTimeout(run, Math.min(ms, 5))
    return () => clearTimeout(timer)
  },
}
beforeEach(() => {
  person = `vault-${++people}`
  now = 1_000_000
})

const right = () => passphraseWay(WORDS)
const wrong = () => passphraseWay('five words that are wrong')

async function locked(): Promise<Vault> {
  const vault = new Vault(person, chance)
  await vault.secure(right(), NAME)
  return vault
}

/** Lives one session on a database: writes a note, keeps a decision's reason and a fact. */
async function live(opened: Pick<Opened, 'rows'> | null, cache: DocumentCache, text: string) {
  const db = new CorridorDatabase(person, opened?.rows ?? plainRows)
  const documents = await openDocuments({
    journal: dexieJournal(db),
    cache,
    around,
    device: DEVICE,
  })
  const { doc } = await documents.open(NOTES)
  const author = { device: DEVICE, at: now }
  createRecord(doc, noteRecord, 'n-1', { by: 'p04', madeAt: now, text }, author)
  await documents.flush()
  const ledger = dexieLedger(db)
  await ledger.setMeta('facts', { name: text })
  const proposal = { machine: 'peer-review', subject: 'review/r', from: 'a', to: 'b', madeAt: now }
  await ledger.addProposal({ ...proposal, id: '1'.repeat(32), reason: text })
  const made = { by: 'p04', role: 'Head', device: DEVICE, receivedAt: 1, previous: '', hash: '' }
  await ledger.addDecisions([{ ...proposal, ...made, id: '2'.repeat(32), reason: text, seq: 1 }])
  await documents.close()
  db.close()
}

async function everythingOf(opened: Opened) {
  const db = new CorridorDatabase(person, opened.rows)
  const cache = documentCache(person, opened.sealer, random)
  const documents = await openDocuments({
    journal: dexieJournal(db),
    cache,
    around,
    device: DEVICE,
  })
  const { doc } = await documents.open(NOTES)
  const ledger = dexieLedger(db)
  const found = {
    notes: rawRecords(doc).map((record) => record['text']),
    index: (await db.rows.index.open(await db.index.toArray())).map(({ data }) => data['text']),
    facts: await ledger.meta('facts'),
    proposals: (await ledger.proposals()).map(({ reason }) => reason),
    decisions: (await db.rows.decisions.open(await db.decisions.toArray())).map((d) => d.reason),
    unsent: documents.state().tally.unsent,
    damaged: documents.state().tally.damaged,
  }
  await documents.close()
  cache.close()
  db.close()
  return found
}

/** All that lies in every database of this person, as text. */
async function onDisk(): Promise<string> {
  const texts: string[] = []
  const take = (value: unknown): void => {
    if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString('latin1'))
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(take)
    else texts.push(String(value))
  }
  for (const { name = '' } of await indexedDB.databases()) {
    if (name !== `corridor-${person}` && !name.startsWith(`corridor-${person}/`)) continue
    const db = await new Dexie(name).open()
    for (const table of db.tables) take(await table.toArray())
    db.close()
  }
  return texts.join('\n')
}

describe('vault', () => {
  it('opens by the passphrase and by nothing else, in a later start too', async () => {
    const vault = await locked()
    expect(vault.record && isLocked(vault.record)).toBe(true)
    const later = new Vault(person, chance)
    await expect(later.peek()).rejects.toEqual(new VaultLocked('key'))
    expect((await later.unlock(wrong())).kind).toBe('wrong')
    now += 60_000
    expect(await later.unlock(passphraseWay(`  ${WORDS.replaceAll(' ', '  ')} `))).toEqual({
      kind: 'open',
    })
  })
  it('V3 T25: stretches a passphrase at or above the floor, with a salt of its own', async () => {
    expect(COST.memoryKiB).toBeGreaterThanOrEqual(FLOOR.memoryKiB)
    expect(FLOOR).toEqual({ memoryKiB: 46 * 1024, passes: 1, lanes: 1 })
    const first = await locked()
    person = `vault-${++people}`
    const second = await locked()
    const salts = [first, second].map(({ record }) => {
      const [way] = record?.wrappings ?? []
      return way?.kind === 'passphrase' ? way.salt : null
    })
    expect(salts[0]).not.toBe(salts[1])
    expect(base64.decode(salts[0] ?? '')).toHaveLength(16)
  })
  it('V4 T25: counts a wrong try before it looks at it, and looks at none while it must wait', async () => {
    await locked()
    const vault = new Vault(person, chance)
    for (const wait of [1000, 2000, 5000, 15_000, 30_000]) {
      expect(await vault.unlock(wrong())).toEqual({ kind: 'wrong', wait })
      expect(await new Vault(person, chance).unlock(right())).toEqual({ kind: 'wait', wait })
      if (wait < 30_000) now += wait
    }
    now -= 500_000
    expect(await vault.unlock(right())).toEqual({ kind: 'wait', wait: 30_000 })
    now += 30_000
    expect(await vault.unlock(right())).toEqual({ kind: 'open' })
    expect(vault.record?.tries.wrong).toBe(0)
  })
  it('V3 keeps several ways side by side; the last one stays', async () => {
    const vault = await locked()
    const answer = { credential: random(16), salt: random(32), secret: random(32) }
    await vault.secure(passkeyWay(answer), NAME)
    const other = passkeyWay({ ...answer, secret: random(32) })
    const opensWith = async (way: typeof other) =>
      (await new Vault(person, chance).unlock(way)).kind
    expect(await opensWith(passkeyWay(answer))).toBe('open')
    expect(await opensWith(other)).toBe('wrong')
    expect(await opensWith(right())).toBe('open')
    await vault.secure(passphraseWay('another passphrase of mine'), NAME)
    expect(await opensWith(right())).toBe('wrong')
    now += 60_000
    const ids = vault.record?.wrappings.map(({ id }) => id) ?? []
    expect(ids).toHaveLength(2)
    for (const id of ids) await vault.remove(id)
    expect(vault.record?.wrappings).toHaveLength(1)
  })
  it('V3 T11: of two copies of the record a lost or older one is made again from the other', async () => {
    const kept = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    })
    try {
      await locked()
      const db = new CorridorDatabase(person)
      const rows = () => db.vault.toArray()
      const whole = await rows()
      const copies = [...kept]
      await db.vault.clear()
      expect((await new Vault(person, chance).unlock(right())).kind).toBe('open')
      expect(await rows()).toHaveLength(1)
      await db.vault.bulkPut(whole)
      const latest = await new Vault(person, chance).look()
      expect((await rows())[0]?.value, 'the newer counts').toEqual(latest)
      expect(latest?.turn).toBeGreaterThan(JSON.parse(copies[0]?.[1] ?? '{}').turn)
      kept.clear()
      await new Vault(person, chance).look()
      expect(JSON.parse([...kept.values()][0] ?? 'null')).toEqual(latest)
      db.close()
    } finally {
      vi.unstubAllGlobals()
    }
  })
  it('a way is added only by who has it open', async () => {
    await locked()
    await expect(new Vault(person, chance).secure(wrong(), NAME)).rejects.toEqual(
      new VaultLocked('key'),
    )
  })
  it('V3 lies open for a demonstration only', async () => {
    const vault = new Vault(person, chance)
    await expect(vault.open({ name: NAME, mayLieOpen: false })).rejects.toEqual(
      new VaultLocked('choice'),
    )
    await vault.open({ name: NAME, mayLieOpen: true })
    await expect(new Vault(person, chance).open({ name: NAME, mayLieOpen: false })).rejects.toEqual(
      new VaultLocked('choice'),
    )
  })
  it('V5 drops the key when it locks: what asks for it later gets a storage fault', async () => {
    const vault = await locked()
    const opened = await vault.open({ name: NAME, mayLieOpen: false })
    vault.lock()
    await expect(opened.rows.meta.seal([{ key: 'a', value: 1 }])).rejects.toBeInstanceOf(
      StorageFault,
    )
    const db = new CorridorDatabase(person, opened.rows)
    await expect(dexieJournal(db).project([])).resolves.toBeUndefined()
    db.close()
  })
})

describe('taking over what lay plain', () => {
  it('V6 T24: seals a database and caches from before there was a vault, and loses nothing', async () => {
    await live(null, yjsCache(person), 'quillfeather')
    const plainState = new Y.Doc()
    const other = await yjsCache(person).attach('review/r', plainState)
    const text = new Y.Doc()
    text.getText('t').insert(0, 'quillfeather')
    other.keep(Y.encodeStateAsUpdate(text))
    await other.saveReach({ cursor: 9, journal: 0 })
    await other.close()
    expect(await onDisk()).toContain('quillfeather')

    const vault = await locked()
    const opened = await vault.open({ name: NAME, mayLieOpen: false })
    expect(await onDisk()).not.toContain('quillfeather')
    expect(await plainlyCached(person)).toEqual([])
    expect(await everythingOf(opened)).toEqual({
      notes: ['quillfeather'],
      index: ['quillfeather'],
      facts: { name: 'quillfeather' },
      proposals: ['quillfeather'],
      decisions: ['quillfeather'],
      unsent: 1,
      damaged: 0,
    })
    const state = new Y.Doc()
    const cache = documentCache(person, opened.sealer, random)
    const { reach } = await cache.attach('review/r', state)
    expect(state.getText('t').toJSON()).toBe('quillfeather')
    expect(reach).toEqual({ cursor: 9, journal: 0 })
    cache.close()
  })
  it('takes a database of version 1 as it was left', async () => {
    const old = new Dexie(`corridor-${person}`)
    old.version(1).stores({
      journal: 'n, [state+doc]',
      index: '[doc+id], [type+doc+at]',
      decisions: 'seq, subject',
      proposals: 'id, subject',
      devices: 'device, person',
      meta: 'key',
    })
    await old.table('meta').put({ key: 'facts', value: { name: 'quillfeather' } })
    old.close()
    const opened = await new Vault(person, chance).open({ name: NAME, mayLieOpen: true })
    expect(await everythingOf(opened)).toMatchObject({ facts: { name: 'quillfeather' } })
    expect(await onDisk()).not.toContain('quillfeather')
  })
  it('V6 a key that lay open is replaced by the first lock: the old one opens nothing any more', async () => {
    const vault = new Vault(person, chance)
    const open = await vault.open({ name: NAME, mayLieOpen: true })
    await live(open, documentCache(person, open.sealer, random), 'quillfeather')
    const [lies] = vault.record?.wrappings ?? []
    const before = new CorridorDatabase(person)
    const rows = await before.index.toArray()
    expect(rows.every(isSealed)).toBe(true)
    await vault.secure(right(), NAME)
    expect(lies?.kind === 'open' && (await onDisk()).includes(lies.key)).toBe(false)
    const opened = await vault.open({ name: NAME, mayLieOpen: false })
    const after = await before.index.toArray()
    before.close()
    expect(await open.rows.index.open(rows).catch(() => 'no key')).not.toContain('quillfeather')
    expect(after).not.toEqual(rows)
    expect(await everythingOf(opened)).toMatchObject({
      notes: ['quillfeather'],
      facts: { name: 'quillfeather' },
      unsent: 1,
      damaged: 0,
    })
  })
  it('V2 rows under a key that is lost are counted as damaged, and work goes on', async () => {
    const vault = new Vault(person, chance)
    const open = await vault.open({ name: NAME, mayLieOpen: true })
    await live(open, documentCache(person, open.sealer, random), 'quillfeather')
    const db = new CorridorDatabase(person)
    await db.vault.clear()
    db.close()
    const opened = await new Vault(person, chance).open({ name: NAME, mayLieOpen: true })
    await everythingOf(opened)
    expect(await everythingOf(opened)).toMatchObject({ notes: [], unsent: 0, damaged: 1 })
  })
})

describe('a sealed copy', () => {
  it('carries unsent rows that open with the passphrase only, and only for their writer', async () => {
    const vault = await locked()
    const opened = await vault.open({ name: NAME, mayLieOpen: false })
    await live(opened, documentCache(person, opened.sealer, random), 'quillfeather')
    vault.lock()
    const db = new CorridorDatabase(person)
    const record = vault.record
    if (!record) throw new Error('no vault')
    const text = sealedCopy(person, record, await unsentAsItLies(db), now)
    db.close()
    expect(text).not.toContain('quillfeather')
    const read = readSealedCopy(text, person)
    if (!read?.ok) throw new Error('not read')
    expect(await openSealedCopy(read.value, null, wrong())).toBeNull()
    expect(await openSealedCopy(read.value, null, null)).toBeNull()
    const rows = await openSealedCopy(read.value, null, right())
    expect(rows).toHaveLength(1)
    expect(Buffer.from(rows?.[0]?.bytes ?? []).toString('latin1')).toContain('quillfeather')
    expect(readSealedCopy(text, 'somebody')).toEqual({ ok: false, error: { otherPerson: NAME } })
    expect(readSealedCopy('{"format":"corridor-copy"}', person)).toBeNull()
  })
})
