import Dexie from 'dexie'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DocumentCache } from '../../src/store/ports.ts'
import { cacheName, sealedCache } from '../../src/store/vault/sealed-cache.ts'
import type { Sealer } from '../../src/store/vault/sealer.ts'
import { yjsCache } from '../../src/store/yjs-cache.ts'
import { emptyDisk, memoryCache } from '../helpers/memory-store.ts'
import { freshSealer, random } from '../helpers/vault-keys.ts'

const NAME = 'review/r/notes/p04'

const updateOf = (text: string) => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

async function keep(cache: DocumentCache, name: string, text: string, cursor: number) {
  const cached = await cache.attach(name, new Y.Doc())
  cached.keep(updateOf(text))
  await cached.saveReach({ cursor, journal: cursor * 2 })
  await cached.close()
}

async function read(cache: DocumentCache, name: string) {
  const doc = new Y.Doc()
  const cached = await cache.attach(name, doc)
  await cached.close()
  return { text: doc.getText('t').toJSON(), found: cached.found, reach: cached.reach }
}

const NOTHING = { text: '', found: false, reach: { cursor: 0, journal: 0 } }

/** What every cache keeps to: S3, load order and how far a state reaches. */
function cacheContract(fresh: () => Promise<() => DocumentCache>) {
  it('[S3] gives back the state and how far it reaches, to the next opening', async () => {
    const open = await fresh()
    await keep(open(), NAME, 'Seen', 3)
    expect(await read(open(), NAME)).toEqual({
      text: 'Seen',
      found: true,
      reach: { cursor: 3, journal: 6 },
    })
  })
  it('[S3] a document that was never cached is not found, and one is not another', async () => {
    const open = await fresh()
    await keep(open(), NAME, 'Seen', 3)
    expect(await read(open(), 'review/other')).toEqual(NOTHING)
  })
  it('[S3] what is dropped is gone with its reach', async () => {
    const open = await fresh()
    await keep(open(), NAME, 'Seen', 3)
    await open().drop(NAME)
    expect(await read(open(), NAME)).toEqual(NOTHING)
  })
  it('[S3] adds up over many openings', async () => {
    const open = await fresh()
    const doc = new Y.Doc()
    for (let n = 0; n < 12; n++) {
      const cached = await open().attach(NAME, new Y.Doc())
      const before = Y.encodeStateVector(doc)
      doc.getText('t').insert(n, String(n % 10))
      cached.keep(Y.encodeStateAsUpdate(doc, before))
      await cached.saveReach({ cursor: n, journal: n })
      await cached.close()
    }
    expect((await read(open(), NAME)).text).toBe('012345678901')
  })
}

describe('cache in memory', () => {
  cacheContract(async () => {
    const disk = emptyDisk()
    return () => memoryCache(disk)
  })
})

let people = 0

describe('cache on y-indexeddb', () => {
  cacheContract(async () => {
    const person = `plain-${++people}`
    return () => yjsCache(person)
  })
})

const sealedFor = (person: string, sealer: Sealer) => () => sealedCache(person, sealer, random)

describe('sealed cache', () => {
  cacheContract(async () => sealedFor(`sealed-${++people}`, await freshSealer()))

  it('writes many rows again as one and keeps what they say', async () => {
    const person = `sealed-${++people}`
    const open = sealedFor(person, await freshSealer())
    const cached = await open().attach(NAME, new Y.Doc())
    const doc = new Y.Doc()
    for (let n = 0; n < 120; n++) {
      const before = Y.encodeStateVector(doc)
      doc.getText('t').insert(n, 'x')
      cached.keep(Y.encodeStateAsUpdate(doc, before))
      await cached.saveReach({ cursor: n, journal: n })
    }
    await cached.close()
    expect(await rowsIn(person)).toHaveLength(120)
    expect((await read(open(), NAME)).text).toHaveLength(120)
    expect(await rowsIn(person)).toHaveLength(1)
    expect(await read(open(), NAME)).toMatchObject({ reach: { cursor: 119, journal: 119 } })
  })
  it('has its rows in the order in which they were written, over restarts too: none waits for another', async () => {
    const person = `sealed-${++people}`
    const open = sealedFor(person, await freshSealer())
    let before: string[] = []
    for (let n = 0; n < 12; n++) {
      await keep(open(), NAME, String(n), n)
      const ids = (await rowsIn(person)).map(({ id }) => id)
      expect(ids).toHaveLength(n + 1)
      expect(ids.slice(0, n)).toEqual(before)
      before = ids
    }
  })
  it('T6: one damaged row, or another key, and none of it counts; it is filled anew', async () => {
    const person = `sealed-${++people}`
    const sealer = await freshSealer()
    const open = sealedFor(person, sealer)
    await keep(open(), NAME, 'Seen', 3)
    await keep(open(), NAME, 'Heard', 4)
    await damageFirst(person)
    expect(await read(open(), NAME)).toEqual(NOTHING)
    expect(await rowsIn(person)).toEqual([])
    await keep(open(), NAME, 'Again', 5)
    expect(await read(open(), NAME)).toMatchObject({ text: 'Again', found: true })
    expect(await read(sealedFor(person, await freshSealer())(), NAME)).toEqual(NOTHING)
  })
  it('T24: holds no word of it in the clear', async () => {
    const person = `sealed-${++people}`
    const open = sealedFor(person, await freshSealer())
    await keep(open(), NAME, 'quillfeather', 3)
    const text = JSON.stringify(
      (await rowsIn(person)).map(({ sealed }) => Buffer.from(sealed).toString('latin1')),
    )
    expect(text).not.toContain('quillfeather')
    expect(Buffer.from(updateOf('quillfeather')).toString('latin1')).toContain('quillfeather')
  })
})

interface Row {
  readonly doc: string
  readonly id: string
  readonly sealed: Uint8Array
}

async function withUpdates<T>(person: string, job: (table: Dexie.Table<Row>) => Promise<T>) {
  const db = new Dexie(cacheName(person))
  await db.open()
  try {
    return await job(db.table<Row>('updates'))
  } finally {
    db.close()
  }
}

const rowsIn = (person: string) => withUpdates(person, (table) => table.toArray())

const damageFirst = (person: string) =>
  withUpdates(person, async (table) => {
    const [row] = await table.toArray()
    if (!row) throw new Error('nothing to damage')
    const sealed = row.sealed.slice()
    sealed[20] = (sealed[20] ?? 0) ^ 1
    await table.put({ ...row, sealed })
  })
