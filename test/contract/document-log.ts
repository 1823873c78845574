import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate, type UpdateFacts } from '../../src/crdt/inspect.ts'
import { LIMITS } from '../../src/domain/refusals.ts'
import type { Appended, DocumentLog, Entry } from '../../sync-server/log/port.ts'
import { deviceOf, editor, nextId, rowOf, typeInto } from '../relay/rows.ts'

export interface OpenLog {
  readonly log: DocumentLog
  /** The same store opened again, or null for one that does not last. */
  readonly reopen: (() => DocumentLog) | null
}

const A = deviceOf('a')
const B = deviceOf('b')

interface Options {
  readonly doc?: string
  readonly id?: string
  readonly person?: string
  readonly device?: string
}

function entryOf(bytes: Uint8Array, options: Options = {}): Entry {
  const { doc = 'trust', id = nextId(), person = 'p04', device = A } = options
  const facts = inspectUpdate(bytes)
  if (!facts.ok) throw new Error(facts.error)
  return { ...rowOf(doc, bytes, { id, device }), person, receivedAt: 7, facts: facts.value }
}

/** An entry with made-up facts: stores look at nothing else when they judge. */
function claim(facts: Partial<UpdateFacts>, options: Options = {}): Entry {
  const id = options.id ?? nextId()
  const bytes = new TextEncoder().encode(id)
  const { doc = 'trust', person = 'p04', device = A } = options
  const full = { adds: [], deletes: [], needs: [], ...facts }
  return { ...rowOf(doc, bytes, { id, device }), person, receivedAt: 7, facts: full }
}

const adds = (client: number, from: number, to: number) => ({ adds: [{ client, from, to }] })
const stored = (seq: number, again = false): Appended => ({ kind: 'stored', seq, again })
const GAP: Appended = { kind: 'retry', reason: 'gap' }

async function one(log: DocumentLog, entry: Entry): Promise<Appended> {
  const [fate] = await log.append([entry])
  if (!fate) throw new Error('No answer')
  return fate
}

/** What every store behind `DocumentLog` must do. The numbers are those of the port's promises. */
export function documentLogContract(name: string, open: () => OpenLog) {
  const fresh = () => open().log

  describe(`${name}: rows`, () => {
    it('[L1] numbers rows 1, 2, 3 within each document and answers in the order given', async () => {
      const log = fresh()
      const [first, second] = editor(5).edit((doc) => {
        typeInto('a')(doc)
        typeInto('b')(doc)
      })
      const other = editor(6).one(typeInto('c'))
      const fates = await log.append([
        entryOf(first ?? new Uint8Array()),
        entryOf(other, { doc: 'review/x' }),
        entryOf(second ?? new Uint8Array()),
      ])
      expect(fates).toEqual([stored(1), stored(1), stored(2)])
      expect(await log.head('trust')).toBe(2)
      expect(await log.head('review/x')).toBe(1)
    })

    it('[L2] keeps a row that is sent again once, and answers with its first number', async () => {
      const log = fresh()
      const entry = entryOf(editor().one(typeInto('a')))
      await log.append([entry])
      expect(await log.append([entry, entry])).toEqual([stored(1, true), stored(1, true)])
      expect(await log.head('trust')).toBe(1)
    })

    it('[L2] keeps a row once that is twice in one append', async () => {
      const log = fresh()
      const entry = entryOf(editor().one(typeInto('a')))
      expect(await log.append([entry, entry])).toEqual([stored(1), stored(1, true)])
    })

    it('[L3] refuses an id that stands for other bytes, and keeps both', async () => {
      const log = fresh()
      const id = nextId()
      await log.append([entryOf(editor().one(typeInto('a')), { id })])
      const forged = entryOf(editor().one(typeInto('b')), { id, person: 'p05' })
      expect(await one(log, forged)).toEqual({ kind: 'refused', reason: 'id-reused' })
      expect(await log.head('trust')).toBe(1)
      expect(await log.quarantined()).toMatchObject([{ id, person: 'p05', reason: 'id-reused' }])
    })

    it('[L4] gives back what it was given, byte for byte', async () => {
      const log = fresh()
      const entry = entryOf(editor().one(typeInto('Word for word')))
      await log.append([entry])
      const { facts: _, ...row } = entry
      expect(await log.after('trust', 0, 10)).toEqual([{ ...row, seq: 1 }])
    })

    it('[L5] hands out rows after a number, in order, no more than asked for', async () => {
      const log = fresh()
      for (let i = 0; i < 5; i++) await log.append([claim(adds(1, i, i + 1))])
      const seqs = async (seq: number, limit: number) =>
        (await log.after('trust', seq, limit)).map((row) => row.seq)
      expect(await seqs(0, 10)).toEqual([1, 2, 3, 4, 5])
      expect(await seqs(1, 2)).toEqual([2, 3])
      expect(await seqs(5, 2)).toEqual([])
      expect(await log.after('review/none', 0, 9)).toEqual([])
      expect(await log.head('review/none')).toBe(0)
    })
  })

  describe(`${name}: clientIDs and clocks`, () => {
    it('[L6] binds a clientID to the person and device that first write under it', async () => {
      const log = fresh()
      await log.append([claim(adds(9, 0, 3))])
      expect(await one(log, claim(adds(9, 3, 4), { person: 'p05' }))).toEqual({
        kind: 'refused',
        reason: 'client-taken',
      })
      expect(await one(log, claim(adds(9, 3, 4), { device: B }))).toEqual({
        kind: 'refused',
        reason: 'client-taken',
      })
      expect(await one(log, claim(adds(9, 3, 4)))).toEqual(stored(2))
    })

    it('[L6] binds within one document only', async () => {
      const log = fresh()
      await log.append([claim(adds(9, 0, 3))])
      const elsewhere = claim(adds(9, 0, 1), { doc: 'review/x', person: 'p05', device: B })
      expect(await one(log, elsewhere)).toEqual(stored(1))
    })

    it.each([
      [0, 5],
      [4, 9],
      [2, 3],
    ])(
      '[L7] refuses clocks that are written already, wholly or in part: %i to %i',
      async (from, to) => {
        const log = fresh()
        const first = claim(adds(9, 0, 5))
        await log.append([first, claim(adds(8, 0, 1))])
        const fates = await log.append([
          claim(adds(9, from, to)),
          // Two writers use one clientID: neither may go on, or it would seem to follow the other.
          claim(adds(9, 5, 6)),
          first,
          claim(adds(8, 1, 2)),
        ])
        expect(fates).toEqual([
          { kind: 'refused', reason: 'clock-taken' },
          { kind: 'refused', reason: 'client-taken' },
          stored(1, true),
          stored(3),
        ])
      },
    )

    it('[L8] asks for a row again that starts after the next clock, and takes it when its time has come', async () => {
      const log = fresh()
      const late = claim(adds(9, 3, 5))
      expect(await one(log, late)).toEqual(GAP)
      await log.append([claim(adds(9, 0, 2))])
      expect(await one(log, late)).toEqual(GAP)
      expect(await log.append([claim(adds(9, 2, 3)), late])).toEqual([stored(2), stored(3)])
      expect(await log.quarantined()).toEqual([])
    })

    it('[L9] asks again for a row that builds on clocks nobody has written', async () => {
      const log = fresh()
      await log.append([claim(adds(9, 0, 2))])
      const builds = (clock: number) =>
        claim({ ...adds(8, 0, 1), needs: [{ client: 9, clock }] }, { person: 'p05', device: B })
      expect(await one(log, builds(3))).toEqual(GAP)
      expect(await one(log, builds(2))).toEqual(stored(2))
    })

    it('[L9] refuses a row that builds on its own future', async () => {
      const future = claim({ ...adds(8, 0, 2), needs: [{ client: 8, clock: 3 }] })
      expect(await one(fresh(), future)).toEqual({ kind: 'refused', reason: 'clock-jump' })
    })

    it('[L10] lets a row build on and delete what it adds itself', async () => {
      const log = fresh()
      const own = { deletes: [{ client: 8, from: 0, to: 2 }], needs: [{ client: 8, clock: 2 }] }
      expect(await one(log, claim({ ...adds(8, 0, 2), ...own }))).toEqual(stored(1))
    })

    it('[L10] takes what Yjs itself makes: typing, deleting, deleting of others', async () => {
      const log = fresh()
      const [a, b] = [editor(), editor()]
      const send = async (from: typeof a, to: typeof a, change: (doc: Y.Doc) => void) => {
        const bytes = from.one(change)
        to.hear(bytes)
        const who = from === a ? {} : { person: 'p05', device: B }
        return one(log, entryOf(bytes, who))
      }
      expect(await send(a, b, typeInto('one two three'))).toEqual(stored(1))
      expect(await send(b, a, (doc) => doc.getText('text').delete(0, 4))).toEqual(stored(2))
      expect(await send(a, b, (doc) => doc.getText('text').insert(3, ' and '))).toEqual(stored(3))
      expect(await send(b, a, (doc) => doc.getText('text').delete(0, 9))).toEqual(stored(4))
    })

    it('[L11] asks again for deletions of what has not come yet, and refuses absurd ones', async () => {
      const log = fresh()
      await log.append([claim(adds(9, 0, 4))])
      const deletes = (client: number, to: number) => claim({ deletes: [{ client, from: 0, to }] })
      expect(await one(log, deletes(9, 6))).toEqual(GAP)
      expect(await one(log, deletes(7, 1))).toEqual(GAP)
      expect(await one(log, deletes(9, LIMITS.clockGrowth + 5))).toEqual({
        kind: 'refused',
        reason: 'mass-delete',
      })
    })

    it('[L12] refuses to delete too much of other people’s at once, never too much of one’s own', async () => {
      const log = fresh()
      const many = LIMITS.foreignDeletes + 1
      await log.append([claim(adds(9, 0, many))])
      const erase = (to: number, person: string) =>
        claim({ deletes: [{ client: 9, from: 0, to }] }, { person, device: B })
      expect(await one(log, erase(many, 'p05'))).toEqual({ kind: 'refused', reason: 'mass-delete' })
      expect(await one(log, erase(many - 1, 'p05'))).toEqual(stored(2))
      expect(await one(log, erase(many, 'p04'))).toEqual(stored(3))
    })

    it('[L13] binds nothing and moves no clock for a row that it does not store', async () => {
      const log = fresh()
      await log.append([
        claim({ ...adds(9, 0, 4), needs: [{ client: 9, clock: 9 }] }, { person: 'p05' }),
        claim({ ...adds(9, 0, 4), needs: [{ client: 1, clock: 1 }] }, { person: 'p05' }),
      ])
      expect(await one(log, claim(adds(9, 0, 1)))).toEqual(stored(1))
      expect(await one(log, claim(adds(9, 1, 2)))).toEqual(stored(2))
    })
  })

  describe(`${name}: what is put aside`, () => {
    it('[L14] keeps every refused row with its reason and bytes, and no row that may come again', async () => {
      const log = fresh()
      await log.append([claim(adds(9, 0, 1))])
      const taken = claim(adds(9, 0, 1), { person: 'p05', device: B })
      await log.append([taken, claim(adds(3, 4, 5))])
      const { facts: _, ...row } = taken
      expect(await log.quarantined()).toEqual([{ ...row, reason: 'client-taken' }])
    })

    it('[L15] keeps a row once that is put aside twice, and tells them apart by document', async () => {
      const log = fresh()
      const row = { ...rowOf('trust', new Uint8Array([9])), person: 'p04', receivedAt: 3 }
      const aside = { ...row, reason: 'unreadable' as const }
      await log.quarantine([aside, aside])
      await log.quarantine([aside])
      const other = { ...aside, ...rowOf('review/x', new Uint8Array([8])) }
      await log.quarantine([other])
      expect(await log.quarantined()).toEqual([aside, other])
      expect(await log.quarantined('review/x')).toEqual([other])
    })

    it('[L16] keeps the whole row in place of one that was damaged on its way', async () => {
      const log = fresh()
      const row = { ...rowOf('trust', new Uint8Array([1, 2])), person: 'p04', receivedAt: 3 }
      const damaged = { ...row, bytes: new Uint8Array([1, 3]), reason: 'damaged' as const }
      await log.quarantine([damaged])
      await log.quarantine([{ ...row, reason: 'not-allowed' }])
      await log.quarantine([damaged])
      expect(await log.quarantined()).toEqual([{ ...row, reason: 'not-allowed' }])
    })

    it('[L16] has a row in one place: what is stored after all is not aside any more', async () => {
      const log = fresh()
      const entry = claim(adds(9, 0, 1))
      const { facts: _, ...row } = entry
      await log.quarantine([{ ...row, reason: 'not-allowed' }])
      await log.append([entry])
      expect(await log.quarantined()).toEqual([])
    })
  })

  describe(`${name}: documents as a whole`, () => {
    it('[L17] refuses rows for a sealed document, and knows those it had', async () => {
      const log = fresh()
      const before = claim(adds(9, 0, 1))
      await log.append([before])
      await log.seal('trust')
      expect(await one(log, claim(adds(9, 1, 2)))).toEqual({ kind: 'refused', reason: 'sealed' })
      expect(await one(log, before)).toEqual(stored(1, true))
      expect(await one(log, claim(adds(9, 0, 1), { doc: 'review/x' }))).toEqual(stored(1))
    })

    it('[L17] seals a document that nobody has written', async () => {
      const log = fresh()
      await log.seal('review/x')
      expect(await log.head('review/x')).toBe(0)
      const entry = claim(adds(9, 0, 1), { doc: 'review/x' })
      expect(await one(log, entry)).toEqual({ kind: 'refused', reason: 'sealed' })
      expect((await log.changedSince(0)).docs).toEqual([])
    })

    it('[L18] keeps the newest snapshot, and every row', async () => {
      const log = fresh()
      expect(await log.snapshot('trust')).toBeNull()
      await log.append([claim(adds(9, 0, 1))])
      const snapshot = (seq: number) => ({
        seq,
        bytes: new Uint8Array([seq]),
        hash: new Uint8Array(32).fill(seq),
        digest: `d${seq}`,
      })
      await log.saveSnapshot('trust', snapshot(2))
      await log.saveSnapshot('trust', snapshot(5))
      await log.saveSnapshot('trust', snapshot(4))
      expect(await log.snapshot('trust')).toEqual(snapshot(5))
      expect(await log.after('trust', 0, 9)).toHaveLength(1)
    })

    it('[L19] tells which documents changed since a position of the whole log', async () => {
      const log = fresh()
      await log.append([claim(adds(1, 0, 1), { doc: 'review/x' })])
      await log.append([claim(adds(1, 0, 1), { doc: 'review/y' })])
      const first = await log.changedSince(0)
      expect(first.docs).toEqual([
        { doc: 'review/x', head: 1 },
        { doc: 'review/y', head: 1 },
      ])
      expect(await log.changedSince(first.cursor)).toEqual({ cursor: first.cursor, docs: [] })
      await log.append([claim(adds(1, 1, 2), { doc: 'review/x' }), claim(adds(9, 5, 6))])
      const second = await log.changedSince(first.cursor)
      expect(second.docs).toEqual([{ doc: 'review/x', head: 2 }])
      expect(second.cursor).toBeGreaterThan(first.cursor)
    })

    it('[L20] has an epoch that stays until it is renewed', async () => {
      const log = fresh()
      const before = await log.epoch()
      expect(await log.epoch()).toBe(before)
      const after = await log.renewEpoch()
      expect(after).not.toBe(before)
      expect(await log.epoch()).toBe(after)
    })

    it('[L21] has everything again when it is opened again', async () => {
      const { log, reopen } = open()
      if (!reopen) return
      const entry = claim(adds(9, 0, 2))
      await log.append([entry, claim(adds(8, 0, 1)), claim(adds(9, 0, 1))])
      await log.seal('review/x')
      const epoch = await log.epoch()
      const again = reopen()
      expect(await again.epoch()).toBe(epoch)
      expect(await one(again, entry)).toEqual(stored(1, true))
      expect(await one(again, claim(adds(9, 2, 3)))).toEqual({
        kind: 'refused',
        reason: 'client-taken',
      })
      expect(await one(again, claim(adds(8, 1, 2)))).toEqual(stored(3))
      expect(await again.quarantined()).toHaveLength(2)
      const sealed = claim(adds(1, 0, 1), { doc: 'review/x' })
      expect(await one(again, sealed)).toEqual({ kind: 'refused', reason: 'sealed' })
    })
  })
}
