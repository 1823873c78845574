import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { cellOf, type MarkValue } from '../domain/qla/grid.ts'
import { contentDigest } from './canonical.ts'
import { inspectUpdate } from './inspect.ts'
import { eraseMark, marksOf, readMarks, writeMark } from './marks.ts'

const PLACE = { pupil: '0', item: '3' }
const meet = (...docs: Y.Doc[]) => {
  for (const from of docs) for (const to of docs) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
}
const at = (doc: Y.Doc, place = PLACE) => readMarks(doc, 'marks').typed(place.pupil, place.item)
const type = (doc: Y.Doc, hand: string, value: MarkValue, place = PLACE, instead?: string[]) =>
  writeMark(doc, 'marks', place, { hand, value }, instead)

describe('HC03 marks of several hands', () => {
  it('M2 HC03 C55 the same cell typed differently on two devices keeps both', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    type(a, 'aa', 1)
    type(b, 'bb', 2)
    meet(a, b)
    for (const doc of [a, b]) {
      expect(at(doc)).toEqual([
        { hand: 'aa', value: 1 },
        { hand: 'bb', value: 2 },
      ])
      expect(cellOf(at(doc), 2)).toMatchObject({ value: null, clash: [{ value: 1 }, { value: 2 }] })
    }
  })

  it('M2 HC03 equal marks agree, and a picked one settles it on every device', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    type(a, 'aa', 2)
    type(b, 'bb', 2)
    meet(a, b)
    expect(cellOf(at(a), 2)).toMatchObject({ value: 2, clash: [], by: ['aa', 'bb'] })
    type(b, 'bb', 1)
    meet(a, b)
    expect(cellOf(at(a), 2).clash).toHaveLength(2)
    type(a, 'aa', 1, PLACE, ['aa', 'bb'])
    meet(a, b)
    expect(at(b)).toEqual([{ hand: 'aa', value: 1 }])
  })

  it('HC03 what a colleague types while it is picked elsewhere is not lost', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    type(b, 'bb', 1)
    meet(a, b)
    type(a, 'aa', 2, PLACE, ['bb'])
    type(b, 'bb', 0)
    meet(a, b)
    for (const doc of [a, b]) expect(at(doc).map(({ value }) => value)).toEqual([2, 0])
  })

  it('M1 HC02 an erased mark is blank, a dot is not', () => {
    const doc = new Y.Doc()
    type(doc, 'aa', '.')
    expect(cellOf(at(doc), 2)).toMatchObject({ value: 0, omitted: true })
    eraseMark(doc, 'marks', PLACE, ['aa'])
    expect(cellOf(at(doc), 2)).toMatchObject({ value: null, omitted: false })
  })

  it('the same mark again writes nothing', () => {
    const doc = new Y.Doc()
    type(doc, 'aa', 1)
    const before = Y.encodeStateVector(doc)
    type(doc, 'aa', 1)
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })

  it('M1 marks of the retest lie apart', () => {
    const doc = new Y.Doc()
    writeMark(doc, 'retest', PLACE, { hand: 'aa', value: 1 })
    expect(at(doc)).toEqual([])
    expect(readMarks(doc, 'retest').typed('0', '3')).toEqual([{ hand: 'aa', value: 1 }])
  })

  it('keys and values that no app of ours writes are passed over', () => {
    const doc = new Y.Doc()
    marksOf(doc, 'marks').set('0|3|zz', { deep: true })
    marksOf(doc, 'marks').set('nonsense', 1)
    type(doc, 'aa', 1)
    expect(at(doc)).toEqual([{ hand: 'aa', value: 1 }])
  })
})

const place = fc.record({
  pupil: fc.constantFrom('0', '1', 'a', '10'),
  item: fc.constantFrom('0', '1', 'z'),
})
const mark = fc.oneof(fc.constant('.' as const), fc.integer({ min: 0, max: 3 }))
const edit = fc.record({
  on: fc.constantFrom(0, 1),
  place,
  mark: fc.option(mark, { nil: null }),
  /** Whether they have heard of each other before it. */
  met: fc.boolean(),
})

const PLACES = ['0', '1', 'a', '10'].flatMap((pupil) =>
  ['0', '1', 'z'].map((item) => ({ pupil, item })),
)
const everything = (doc: Y.Doc) => PLACES.map((one) => at(doc, one))

describe('HC03 two devices offline, in any order', () => {
  it('HC03 show the same grid once they have met, and the last mark of each hand in it', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), fc.boolean(), (edits, backwards) => {
        const docs = [new Y.Doc(), new Y.Doc()] as const
        const last = new Map<string, MarkValue>()
        for (const { on, place: where, mark: value, met } of edits) {
          if (met) meet(...docs)
          const hand = `h${on}`
          const key = `${where.pupil} ${where.item} ${hand}`
          if (value === null) {
            eraseMark(docs[on === 0 ? 0 : 1], 'marks', where, [hand])
            last.delete(key)
          } else {
            type(docs[on === 0 ? 0 : 1], hand, value, where)
            last.set(key, value)
          }
        }
        const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
        const fresh = new Y.Doc()
        for (const bytes of backwards ? updates.toReversed() : updates) {
          expect(inspectUpdate(bytes).ok).toBe(true)
          Y.applyUpdate(fresh, bytes)
        }
        meet(...docs)
        const shown = everything(fresh)
        expect(everything(docs[0])).toEqual(shown)
        expect(everything(docs[1])).toEqual(shown)
        expect(contentDigest(docs[0])).toBe(contentDigest(fresh))
        const all = PLACES.flatMap(({ pupil, item }, n) =>
          (shown[n] ?? []).map(({ hand, value }) => [`${pupil} ${item} ${hand}`, value] as const),
        )
        expect(new Map(all)).toEqual(last)
      }),
      { numRuns: 80 },
    )
  })

  it('HC03 a table that follows every change says what one read anew says', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
        const docs = [new Y.Doc(), new Y.Doc()] as const
        const table = readMarks(docs[0], 'marks')
        const heard = new Set<string>()
        marksOf(docs[0], 'marks').observe((event) => {
          for (const pupil of table.take(event)) heard.add(pupil)
        })
        for (const { on, place: where, mark: value } of edits) {
          const doc = docs[on === 0 ? 0 : 1]
          if (value === null) eraseMark(doc, 'marks', where, [`h${on}`])
          else type(doc, `h${on}`, value, where)
          meet(...docs)
        }
        expect(PLACES.map(({ pupil, item }) => table.typed(pupil, item))).toEqual(
          everything(docs[0]),
        )
        const marked = PLACES.filter(({ pupil, item }) => table.typed(pupil, item).length > 0)
        expect(marked.filter(({ pupil }) => !heard.has(pupil))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('a cohort of 240 pupils and 60 questions', () => {
  it('M3 passes the relay’s gate as one update and as many', () => {
    const doc = new Y.Doc()
    const rows: Uint8Array[] = []
    doc.on('update', (bytes: Uint8Array) => rows.push(bytes))
    for (let pupil = 0; pupil < 240; pupil++)
      doc.transact(() => {
        for (let item = 0; item < 60; item++)
          type(doc, 'h4nds', (pupil + item) % 3, {
            pupil: pupil.toString(36),
            item: item.toString(36),
          })
      })
    expect(marksOf(doc, 'marks').size).toBe(14_400)
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc)).ok).toBe(true)
    for (const bytes of rows) expect(inspectUpdate(bytes).ok).toBe(true)
    expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(14_400 * 24)
  })
})
