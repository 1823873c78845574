import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { createRecord, rawRecords } from '../crdt/records.ts'
import { noteRecord } from '../domain/peer-review/note.ts'
import { packCarried, unpackCarried } from '../domain/wire/carried.ts'
import { signedBytes } from '../domain/wire/signed-row.ts'
import { emptyDisk, memoryCache, memoryJournal } from '../../test/helpers/memory-store.ts'
import { CorridorDatabase } from './db.ts'
import { deviceKey } from './device-key.ts'
import { openDocuments } from './documents.ts'
import { dexieLedger } from './ledger.ts'
import type { Surroundings } from './ports.ts'

const NOTES = 'review/r/notes/p04'
const around: Surroundings = {
  now: () => Date.now(),
  random: (n) => crypto.getRandomValues(new Uint8Array(n)),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
const opened: CorridorDatabase[] = []
afterEach(async () => {
  for (const db of opened.splice(0)) {
    db.close()
    await Dexie.delete(db.name)
  }
})

/** A device with a key of its own, on a disk that outlives it. */
async function device(person: string, digit: string, disk = emptyDisk()) {
  const db = new CorridorDatabase(`${person}-${digit}`)
  opened.push(db)
  const signer = await deviceKey(dexieLedger(db), person)
  if (!signer) throw new Error('No keys here')
  const documents = await openDocuments({
    journal: memoryJournal(disk),
    cache: memoryCache(disk),
    around,
    device: digit.repeat(32),
    signer,
  })
  return { documents, disk, signer }
}

async function verified(key: string, said: Uint8Array, signature: Uint8Array) {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const spki = new Uint8Array(Buffer.from(key, 'hex'))
  const read = await crypto.subtle.importKey('spki', spki, curve, false, ['verify'])
  const how = { name: 'ECDSA', hash: 'SHA-256' }
  return crypto.subtle.verify(how, read, new Uint8Array(signature), new Uint8Array(said))
}

async function writeNote({ documents }: Awaited<ReturnType<typeof device>>, id: string) {
  const { doc, flush } = await documents.open(NOTES)
  const author = { device: documents.device, at: 1 }
  createRecord(doc, noteRecord, id, { by: 'p04', madeAt: 1, text: `Note ${id}` }, author)
  await flush()
}

describe('K1 the device’s key', () => {
  it('K1 is the same after a restart, and its private half cannot be taken out', async () => {
    const db = new CorridorDatabase('p04-key')
    opened.push(db)
    const ledger = dexieLedger(db)
    const first = await deviceKey(ledger, 'p04')
    const second = await deviceKey(ledger, 'p04')
    expect(await second?.publicKey()).toBe(await first?.publicKey())
    const pair = (await ledger.keyPair()) as CryptoKeyPair
    expect(pair.privateKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('pkcs8', pair.privateKey)).rejects.toThrow(/extractable/)
  })

  it('K1 signs each row in the write that puts it on the disk', async () => {
    const tablet = await device('p04', 'a')
    await writeNote(tablet, 'n1')
    const [row] = tablet.disk.journal.values()
    if (!row?.signature) throw new Error('Not signed')
    const key = await tablet.signer.publicKey()
    expect(await verified(key, signedBytes('p04', row), row.signature)).toBe(true)
    expect(await verified(key, signedBytes('p05', row), row.signature)).toBe(false)
  })

  it('K1 signs what an older app left unsigned before it is sent', async () => {
    const tablet = await device('p04', 'a')
    await writeNote(tablet, 'n1')
    for (const [n, row] of tablet.disk.journal)
      tablet.disk.journal.set(n, { ...row, signature: null })
    await tablet.documents.signOpen()
    expect([...tablet.disk.journal.values()].every(({ signature }) => signature)).toBe(true)
  })

  it('K1 a key that fails holds up no word', async () => {
    const disk = emptyDisk()
    const documents = await openDocuments({
      journal: memoryJournal(disk),
      cache: memoryCache(disk),
      around,
      device: 'a'.repeat(32),
      signer: { person: 'p04', sign: () => Promise.reject(new Error('planted')) },
    })
    const { doc, flush } = await documents.open(NOTES)
    createRecord(doc, noteRecord, 'n1', { text: 'x' }, { device: 'a'.repeat(32), at: 1 })
    await flush()
    expect([...disk.journal.values()]).toMatchObject([{ state: 'unsent', signature: null }])
  })
})

describe('K6 rows carried by another person’s device', () => {
  async function carriedRows() {
    const author = await device('p04', 'a')
    for (const id of ['n1', 'n2', 'n3']) await writeNote(author, id)
    const read = unpackCarried(packCarried(await author.documents.rowsOf([NOTES])))
    if (!read.ok) throw new Error(read.error)
    return { author, rows: read.value }
  }

  it('K6 are kept to be sent on under their own device and signature, in any order, and once', async () => {
    const { rows } = await carriedRows()
    const head = await device('p03', 'b')
    const reads = () => true
    expect(await head.documents.carryIn(rows.toReversed(), reads)).toBe(3)
    expect(await head.documents.carryIn([...rows, ...rows], reads)).toBe(0)
    const kept = [...head.disk.journal.values()]
    expect(kept.every((row) => row.state === 'unsent' && row.person === 'p04')).toBe(true)
    expect(new Set(kept.map(({ signature }) => signature?.join()))).toEqual(
      new Set(rows.map(({ signature }) => signature.join())),
    )
    const { doc } = await head.documents.open(NOTES)
    expect(rawRecords(doc).map(({ id }) => id)).toEqual(['n1', 'n2', 'n3'])
    // They are nobody’s here: this device neither gives them out as its own nor signs them.
    expect(await head.documents.rowsOf([NOTES])).toEqual([])
  })

  it('K6 brought in twice at the same moment are there once', async () => {
    const { rows } = await carriedRows()
    const head = await device('p03', 'b')
    const both = [head.documents.carryIn(rows), head.documents.carryIn(rows)]
    expect(await Promise.all(both)).toEqual([3, 0])
    expect(head.disk.journal.size).toBe(3)
  })

  it('K6 are not opened for somebody who may not read them', async () => {
    const { rows } = await carriedRows()
    const runner = await device('p12', 'c')
    expect(await runner.documents.carryIn(rows, () => false)).toBe(3)
    expect(runner.disk.index.size + runner.disk.cache.size).toBe(0)
    expect(runner.documents.state().tally.unsent).toBe(3)
  })

  it('K6 are left as they were signed when this device takes a new clientID', async () => {
    const { rows } = await carriedRows()
    const head = await device('p03', 'b')
    await head.documents.carryIn(rows)
    const numbers = [...head.disk.journal.keys()]
    expect(await head.documents.rekey(NOTES, numbers)).toBe(0)
  })

  it('K6 damaged ones are left out; one’s own come home as one’s own', async () => {
    const { author, rows } = await carriedRows()
    const [first, ...others] = rows
    if (!first) throw new Error('No rows')
    const bent = { ...first, bytes: first.bytes.map((byte, i) => (i === 5 ? byte ^ 1 : byte)) }
    const second = await device('p04', 'd')
    expect(await second.documents.carryIn([bent, ...others])).toBe(2)
    expect([...second.disk.journal.values()].every((row) => row.person === undefined)).toBe(true)
    expect(await author.documents.carryIn(rows)).toBe(0)
  })
})
