import Dexie from 'dexie'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createRecord, rawRecords } from '../crdt/records.ts'
import { noteRecord } from '../domain/peer-review/note.ts'
import { CorridorDatabase } from './db.ts'
import { dexieJournal } from './dexie-journal.ts'
import { openDocuments } from './documents.ts'
import type { Surroundings } from './ports.ts'
import { yjsCache } from './yjs-cache.ts'

const NOTES = 'review/r/notes/p04'
const author = { device: 'd'.repeat(32), at: 1 }
const around: Surroundings = {
  now: () => Date.now(),
  random: (n) => crypto.getRandomValues(new Uint8Array(n)),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, 5))
    return () => clearTimeout(timer)
  },
}
let count = 0
const opened: CorridorDatabase[] = []

async function device(name: string) {
  const db = new CorridorDatabase(name)
  opened.push(db)
  const journal = dexieJournal(db)
  const cache = yjsCache(name)
  const documents = await openDocuments({ journal, cache, around, device: author.device })
  return { db, documents }
}

/** Makes the nth call on any object store of the person's database fail as a browser does. */
function failNth(n: number, name: string) {
  let calls = 0
  const spies = (['put', 'add', 'get', 'getAll'] as const).map((method) => {
    const real = IDBObjectStore.prototype[method] as (...args: unknown[]) => IDBRequest
    return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      if (!this.transaction.db.name.includes('/') && ++calls === n)
        throw new DOMException('planted', name)
      return real.apply(this, args)
    })
  })
  return { calls: () => calls, restore: () => spies.forEach((spy) => spy.mockRestore()) }
}

async function script(fault: { n: number; name: string } | null): Promise<number> {
  const name = `faults-${++count}`
  const planted = failNth(fault?.n ?? -1, fault?.name ?? '')
  const start = () => device(name).catch(() => device(name))
  const { documents } = await start()
  const open = () => documents.open(NOTES).catch(() => documents.open(NOTES))
  for (let i = 0; i < 8; i++) {
    const document = await open()
    createRecord(document.doc, noteRecord, `n${i}`, { by: 'p04', madeAt: i, text: 'x' }, author)
    await document.flush()
    expect(documents.state().inMemory).toBe(0)
  }
  await documents.close()
  planted.restore()
  const { documents: again, db } = await device(name)
  expect(rawRecords((await again.open(NOTES)).doc)).toHaveLength(8)
  expect(await db.index.count()).toBe(8)
  await again.close()
  return planted.calls()
}

describe('T10 the browser database', () => {
  afterEach(async () => {
    for (const db of opened.splice(0)) {
      db.close()
      await Dexie.delete(db.name)
    }
  })

  it.each(['QuotaExceededError', 'InvalidStateError', 'UnknownError'])(
    'any one call that fails with %s loses nothing that was called saved',
    async (name) => {
      const total = await script(null)
      expect(total).toBeGreaterThan(15)
      for (let n = 1; n <= total; n++) await script({ n, name })
    },
    600_000,
  )

  it('writes on after the browser closed the connection', async () => {
    const { db, documents } = await device(`faults-${++count}`)
    const document = await documents.open(NOTES)
    db.close({ disableAutoOpen: false })
    createRecord(document.doc, noteRecord, 'n1', { by: 'p04', madeAt: 1, text: 'x' }, author)
    await document.flush()
    expect(await db.journal.count()).toBe(1)
    await documents.close()
  })
})
