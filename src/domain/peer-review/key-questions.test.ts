import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { liveQuestions } from './evidence.ts'
import {
  broughtBack,
  clashingNumbers,
  mayWithdraw,
  nextNumber,
  type Numbered,
  numbersMended,
  numbersMoved,
  withdrawn,
  writtenBy,
} from './key-questions.ts'
import { dayPart } from './now-next.ts'
import { assemblePack, type KeyQuestion, keyQuestionRecord, reviewRecord } from './pack.ts'

const question = (id: string, n: number, more: Partial<KeyQuestion> = {}): KeyQuestion => ({
  id,
  n,
  text: `Text of ${id}`,
  proposedBy: 'p03',
  addedByCeo: false,
  withdrawnAt: null,
  withdrawnBy: null,
  ...more,
})
const apply = (questions: readonly KeyQuestion[], changes: readonly Numbered[]) =>
  questions.map((q) => ({ ...q, ...changes.find(({ id }) => id === q.id) }))
const order = (questions: readonly KeyQuestion[]) =>
  [...questions].sort((a, b) => a.n - b.n || a.id.localeCompare(b.id)).map(({ id }) => id)

const three = [question('a', 1), question('b', 2), question('c', 3)]
const AT_0820 = Date.UTC(2026, 10, 17, 8, 20)
const afterward = three.map((q) => (q.id === 'b' ? { ...q, ...withdrawn('p03', AT_0820) } : q))

describe('a withdrawn key question', () => {
  it('HC10 withdrawn at 08:20 on the day it keeps its words and number, who and when', () => {
    expect(afterward[1]).toMatchObject({
      text: 'Text of b',
      n: 2,
      withdrawnBy: 'p03',
      withdrawnAt: AT_0820,
    })
    expect(liveQuestions(afterward).map(({ n }) => n)).toEqual([1, 3])
  })

  it('HC10 its number is not given to another, also when it was the last', () => {
    expect(nextNumber(afterward)).toBe(4)
    const last = three.map((q) => (q.id === 'c' ? { ...q, ...withdrawn('p03', AT_0820) } : q))
    expect(nextNumber(last)).toBe(4)
    expect(apply(afterward, numbersMoved(afterward, 'c', -1))).toMatchObject([
      { id: 'a', n: 3 },
      { id: 'b', n: 2 },
      { id: 'c', n: 1 },
    ])
  })

  it('HC10 the timetable stays valid: the slot stands and still leads to the question', () => {
    const head = reviewRecord.read({
      type: 'review',
      id: 'r',
      urn: '900001',
      schoolName: 'S',
      date: '2026-11-17',
    })
    if (!head.ok) throw new Error('The head of the pack was not read')
    const slot = {
      id: 's1',
      start: '09:15',
      end: '10:15',
      title: 'Visits',
      place: '',
      wholeTeam: true,
      questions: ['b'],
      kind: null,
      removedAt: null,
    }
    const pack = assemblePack({
      review: head.value,
      questions: afterward,
      slots: [slot],
      groups: [],
    })
    expect(dayPart(pack, 'p04', '2026-11-17', '09:30')).toMatchObject({
      at: 'during',
      now: { slot },
    })
    expect(pack.questions.map(({ id }) => id)).toContain(slot.questions[0])
  })

  it('HC10 a record with these fields is read like any other', () => {
    const raw = { type: 'key-question', ...question('b', 2), ...withdrawn('p03', AT_0820) }
    expect(keyQuestionRecord.read(raw)).toMatchObject({ ok: true, value: { withdrawnBy: 'p03' } })
    expect(keyQuestionRecord.read({ ...raw, ...broughtBack })).toMatchObject({
      ok: true,
      value: { withdrawnAt: null, withdrawnBy: null },
    })
  })

  it('HC10 the school may withdraw any, the CEO only their own, others none', () => {
    const theirs = question('d', 4, { proposedBy: 'p01', addedByCeo: true })
    expect(three.every((q) => mayWithdraw('school', q, 'p03'))).toBe(true)
    expect(mayWithdraw('ceo', theirs, 'p01')).toBe(true)
    expect(mayWithdraw('ceo', question('a', 1), 'p01')).toBe(false)
    expect(mayWithdraw(null, theirs, 'p04')).toBe(false)
  })
})

it('C7 what the CEO types is marked as theirs by itself, what the school types is not', () => {
  expect(writtenBy('ceo', 'How …')).toEqual({ text: 'How …', addedByCeo: true })
  expect(writtenBy('school', 'How …')).toEqual({ text: 'How …' })
})

describe('the order of questions', () => {
  it('a question goes one place up or down, past withdrawn ones', () => {
    expect(order(apply(three, numbersMoved(three, 'c', -1)))).toEqual(['a', 'c', 'b'])
    expect(order(apply(three, numbersMoved(three, 'a', 1)))).toEqual(['b', 'a', 'c'])
  })
  it.each([
    ['a', -1],
    ['c', 1],
    ['nobody', 1],
  ] as const)('nothing moves when %s goes %i', (id, by) => {
    expect(numbersMoved(three, id, by)).toEqual([])
  })
  it('two people who added one each while apart get two numbers, in one order on every device', () => {
    const clash = [question('a', 1), question('c', 2), question('b', 2)]
    expect(clashingNumbers(clash)).toEqual([2])
    expect(numbersMended(clash)).toEqual([{ id: 'c', n: 3 }])
    expect(numbersMended(three)).toEqual([])
  })

  const some = fc
    .array(fc.record({ n: fc.integer({ min: 1, max: 7 }), out: fc.boolean() }), { maxLength: 8 })
    .map((all) =>
      all.map(({ n, out }, i) => question(`q${i}`, n, out ? withdrawn('p03', AT_0820) : {})),
    )

  it('HC10 whatever clashed, mending leaves no live number twice and no withdrawn one touched', () => {
    fc.assert(
      fc.property(some, (questions) => {
        const mended = apply(questions, numbersMended(questions))
        const out = (q: KeyQuestion) => q.withdrawnAt !== null
        const live = mended.filter((q) => !out(q)).map(({ n }) => n)
        expect(new Set(live).size).toBe(live.length)
        expect(mended.filter(out)).toEqual(questions.filter(out))
        const taken = new Set(mended.filter(out).map(({ n }) => n))
        expect(live.some((n) => taken.has(n))).toBe(false)
        expect(order(mended.filter((q) => !out(q)))).toEqual(order(liveQuestions(questions)))
      }),
    )
  })

  it('a move swaps two neighbours among the live and nothing else', () => {
    fc.assert(
      fc.property(some, fc.nat(7), fc.constantFrom(-1, 1), (questions, which, by) => {
        const before = order(liveQuestions(questions))
        const id = before[which % Math.max(1, before.length)]
        if (id === undefined) return
        const after = order(
          liveQuestions(apply(questions, numbersMoved(questions, id, by as -1 | 1))),
        )
        const at = before.indexOf(id)
        const wanted = [...before]
        const other = wanted[at + by]
        if (other !== undefined) {
          wanted[at] = other
          wanted[at + by] = id
        }
        expect(after).toEqual(wanted)
      }),
    )
  })
})
