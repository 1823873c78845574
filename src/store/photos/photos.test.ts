import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { freshRows } from '../../../test/helpers/vault-keys.ts'
import { ok } from '../../domain/result.ts'
import { CorridorDatabase } from '../db.ts'
import { dexieJournal } from '../dexie-journal.ts'
import type { JournalRow } from '../ports.ts'
import { reseal } from '../vault/reseal.ts'
import { noTries } from '../vault/tries.ts'
import { keepPhoto } from './keep-photo.ts'
import { photoBytes } from './photo-bytes.ts'
import { photoRows, photoTally } from './photo-rows.ts'
import { roomForText } from './reserve.ts'
import type { Shrink } from './shrink.ts'

const DOC = 'checks/900001/2026-27'
const OTHER = 'checks/900002/2026-27'
const MARKER = 'a photo of the boiler room door'

let db: CorridorDatabase
let count = 0
beforeEach(async () => {
  db = new CorridorDatabase(`photo-rows-${(count += 1)}`, await freshRows())
  await db.open()
})
afterEach(() => {
  vi.restoreAllMocks()
  db.close()
})

/** What a browser makes of a picture is not the matter here: its bytes as they are. */
const asItIs: Shrink = async (picture) =>
  ok({ bytes: new Uint8Array(await picture.arrayBuffer()), width: 4, height: 3 })
let clock = 0
const around = { now: () => (clock += 1), shrink: asItIs }
const keep = (words: string, doc = DOC) => keepPhoto(db, doc, new Blob([words]), around)

async function kept(words: string, doc = DOC) {
  const done = await keep(words, doc)
  if (!done.ok) throw new Error(done.error)
  return { ...done.value, doc }
}

const text = (n: number): JournalRow => ({
  n,
  id: n.toString(16).padStart(32, '0'),
  doc: DOC,
  device: 'd'.repeat(32),
  hash: new Uint8Array(32),
  madeAt: n,
  bytes: new Uint8Array(100),
  signature: null,
  state: 'unsent',
  reason: null,
})

/** A disk with room for so many bytes: a write past them fails the way a browser's does. */
function diskOf(most: number) {
  const lying = new Map<string, number>()
  const key = (store: IDBObjectStore, at: IDBValidKey | IDBKeyRange | undefined) =>
    `${store.name} ${JSON.stringify(at)}`
  const weightOf = (value: unknown): number =>
    JSON.stringify(value, (_name, part: unknown) =>
      part instanceof Uint8Array ? '.'.repeat(part.length) : part,
    ).length
  for (const method of ['put', 'add'] as const) {
    const real = IDBObjectStore.prototype[method]
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      value: Record<string, unknown>,
      at?: IDBValidKey,
    ) {
      const path = [this.keyPath ?? []].flat()
      const own = key(this, path.map((part) => value[part]) as unknown as IDBValidKey)
      lying.set(own, 0)
      const used = [...lying.values()].reduce((sum, one) => sum + one, 0)
      if (used + weightOf(value) > most) throw new DOMException('planted', 'QuotaExceededError')
      lying.set(own, weightOf(value))
      return real.call(this, value, at)
    })
  }
  const clear = IDBObjectStore.prototype.clear
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
    for (const own of lying.keys()) if (own.startsWith(`${this.name} `)) lying.delete(own)
    return clear.call(this)
  })
}

describe('photos on the device', () => {
  it('lie sealed, under their fingerprint, and open with the key', async () => {
    const { sha256 } = await kept(MARKER)
    const lying = JSON.stringify(await db.photos.toArray(), (_k, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    )
    expect(lying).toContain(sha256)
    expect(lying).not.toContain(MARKER)
    expect(Buffer.from((await photoBytes(db, sha256)) ?? []).toString()).toBe(MARKER)
  })

  it('are kept once, however often the same one is added', async () => {
    await kept(MARKER)
    await kept(MARKER)
    expect(await photoTally(db)).toEqual({ all: 1, safe: 0, refused: 0 })
  })

  it('go with their document; one that only is here stays until it was handed over', async () => {
    const here = await kept('one')
    const safe = await kept('two')
    const elsewhere = await kept('three', OTHER)
    const rows = photoRows(db)
    const keys = await db.photos.get([safe.doc, safe.sha256])
    if (keys) await rows.safe(keys)
    const journal = dexieJournal(db)
    await journal.forget(DOC, ['safe', 'replaced', 'damaged'])
    expect(await rows.has(DOC, safe.sha256)).toBe(false)
    expect(await rows.has(DOC, here.sha256)).toBe(true)
    expect(await journal.kept()).toContain(DOC)
    await journal.forget(DOC, ['safe', 'replaced', 'damaged', 'unsent', 'refused'])
    expect(await rows.has(DOC, here.sha256)).toBe(false)
    expect(await rows.has(OTHER, elsewhere.sha256)).toBe(true)
  })

  it('that are not sent are sealed anew under a new key', async () => {
    const { sha256 } = await kept(MARKER)
    const to = await freshRows()
    const lock = { wrappings: [], tries: noTries, lockAfter: 30 as const }
    await reseal(db, db.rows, to, { id: 'x', turn: 1, name: 'n', ...lock })
    const [row] = await to.photos.open(await db.photos.toArray())
    expect(row?.sha256).toBe(sha256)
    expect(Buffer.from(row?.bytes ?? []).toString()).toBe(MARKER)
  })
})

describe('T12 a full disk', () => {
  it('T12 refuses the photo in a word, loses no earlier one, and goes on taking text', async () => {
    diskOf(1_400_000)
    const first = await kept('x'.repeat(300_000))
    expect(await keep('y'.repeat(300_000))).toEqual({ ok: false, error: 'device-full' })
    expect(await photoRows(db).has(DOC, first.sha256)).toBe(true)
    const journal = dexieJournal(db)
    for (let n = 1; n <= 400; n++) await journal.write([text(n)], [])
    expect((await journal.tally()).unsent).toBe(400)
  })

  it('T12 gives text the room that photos left: more than was free before', async () => {
    diskOf(1_310_000)
    await kept('x'.repeat(300_000))
    const journal = dexieJournal(db)
    for (let n = 1; n <= 1_000; n++) await journal.write([text(n)], [])
    expect((await journal.tally()).unsent).toBe(1_000)
    expect(await roomForText(db).give()).toBe(false)
  })

  it('T12 lets go of bytes that the trust has before it refuses a photo', async () => {
    diskOf(1_700_000)
    const old = await kept('x'.repeat(600_000))
    expect(await keep('y'.repeat(600_000))).toEqual({ ok: false, error: 'device-full' })
    const keys = await db.photos.get([DOC, old.sha256])
    if (keys) await photoRows(db).safe(keys)
    expect(await keep('z'.repeat(600_000))).toMatchObject({ ok: true })
    expect(await photoTally(db)).toEqual({ all: 2, safe: 1, refused: 0 })
    expect((await photoRows(db).read(DOC, old.sha256))?.bytes).toHaveLength(0)
  })

  it('T12 keeps no photo whose reserve it could not hold', async () => {
    diskOf(900_000)
    expect(await keep('x')).toEqual({ ok: false, error: 'device-full' })
    expect(await photoTally(db)).toEqual({ all: 0, safe: 0, refused: 0 })
    await dexieJournal(db).write([text(1)], [])
  })
})
