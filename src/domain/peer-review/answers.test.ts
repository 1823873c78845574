import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agreedWords, agreement, answerOf, answersOpen, leadPlaceOf } from './agreement.ts'
import { flagsOfAnswer, synthesisStops } from './answer-flags.ts'
import { agreedRecord, type Answer, answerRecord, type Point, pointRecord } from './answers.ts'
import { type KeyQuestion, keyQuestionRecord } from './pack.ts'
import type { RecordType } from '../record.ts'

function made<T>(type: RecordType<T>, fields: Record<string, unknown>): T {
  const read = type.read({ type: type.type, v: 1, ...fields })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
const question = (n: number, withdrawnAt: number | null = null): KeyQuestion =>
  made(keyQuestionRecord, { id: `q${n}`, n, text: 'How?', proposedBy: 'p03', withdrawnAt })
const answer = (id: string, text: string, of = 'q1'): Answer =>
  made(answerRecord, { id, question: of, text })
const point = (fields: Partial<Point>): Point =>
  made(pointRecord, { id: 'x', question: 'q1', kind: 'strength', madeAt: 1, ...fields })

describe('two answers to one question', () => {
  it('C55 the smallest id counts and the other text is kept beside it', () => {
    const joined = answerOf([answer('b', 'Most pupils knew'), answer('a', 'Some did')], 'q1')
    expect(joined.answer?.text).toBe('Some did')
    expect(joined.others.map(({ text }) => text)).toEqual(['Most pupils knew'])
  })
  it('C55 loses no text, and every device sees the same one count', () => {
    const list = fc.uniqueArray(
      fc.record({ id: fc.stringMatching(/^[a-z]{1,4}$/), text: fc.string() }),
      { selector: ({ id }) => id, minLength: 1 },
    )
    fc.assert(
      fc.property(list, (rows) => {
        const answers = rows.map(({ id, text }) => answer(id, text))
        const joined = answerOf(answers, 'q1')
        const shown = [joined.answer, ...joined.others].map((a) => a?.text.trim())
        expect(answers.every(({ text }) => text.trim() === '' || shown.includes(text.trim()))).toBe(
          true,
        )
        expect(answerOf([...answers].reverse(), 'q1')).toEqual(joined)
      }),
    )
  })
  it('C55 asks again when words are typed after somebody dealt with the text', () => {
    const settled = { as: 'left_out', by: 'p04', at: 5, text: 'Old words' } as const
    const left = (text: string) => ({ ...answer('b', text), settled })
    const first = answer('a', 'The answer')
    expect(answerOf([first, left('Old words')], 'q1')).toMatchObject({
      others: [],
      dealtWith: [{ text: 'Old words' }],
    })
    expect(answerOf([first, left('Old words, and new')], 'q1').others).toHaveLength(1)
  })
})

describe('what is still open', () => {
  it('is a live question with no words, whatever a withdrawn one lacks', () => {
    const open = answersOpen([question(1), question(2), question(3, 9)], [answer('a', ' ', 'q2')])
    expect(open.map(({ n }) => n)).toEqual([1, 2])
    expect(answersOpen([question(1)], [answer('a', 'Yes, in Year 4.')])).toEqual([])
  })
  it('C1 advice in an answer, a strength, an area or either view stops the answers', () => {
    const advice = 'The steps should be on every door.'
    const fine = answer('a', 'Pupils in two classes named the steps.')
    const stopsWith = (points: Point[]) => synthesisStops([question(1)], [fine], points)
    expect(stopsWith([])).toEqual([])
    expect(synthesisStops([question(1)], [answer('a', advice)], [])).toMatchObject([
      { kind: 'advice', where: 'answer' },
    ])
    for (const kind of ['strength', 'explore', 'differ'] as const)
      expect(stopsWith([point({ kind, text: advice })])).toMatchObject([{ where: kind }])
    expect(stopsWith([point({ kind: 'differ', text: 'A', otherView: advice })])).toHaveLength(1)
    expect(stopsWith([point({ text: advice, removedAt: 4 })])).toEqual([])
  })
  it('C8 flags grades, people and other schools, by any part of the school’s own name', () => {
    const unnamed = { people: ['Juno Paperclip'], schools: ['Nettle Copse Primary School'] }
    const kinds = (text: string) => flagsOfAnswer(text, unnamed).map(({ kind }) => kind)
    expect(kinds('The same chart hangs in Nettle Copse.')).toEqual(['school'])
    expect(kinds('Reading is outstanding.')).toContain('grade')
    expect(kinds('Juno Paperclip showed us the folders.')).toEqual(['name'])
    expect(kinds('Pupils in the primary school knew their book.')).toEqual([])
  })
})

describe('agreeing to an answer', () => {
  const agreed = (person: string, text: string, of = 'q1') =>
    made(agreedRecord, { id: `${person}${text}`, question: of, person, madeAt: 1, text })
  it('counts those who agreed to it as it stands, and asks the others again', () => {
    const all = [agreed('p1', 'new'), agreed('p2', 'old'), agreed('p3', 'new', 'q2')]
    expect(agreement(all, 'q1', 'new', ['p1', 'p2', 'p3'])).toEqual({
      agreed: ['p1'],
      before: ['p2'],
      missing: ['p2', 'p3'],
    })
  })
  it('is taken back by its person without being asked again', () => {
    expect(agreement([agreed('p1', '')], 'q1', 'new', ['p1'])).toMatchObject({
      agreed: [],
      before: [],
      missing: ['p1'],
    })
  })
  it('counts nobody who is not on the team, and no one twice', () => {
    const all = [agreed('p1', 'x'), { ...agreed('p1', 'x'), id: 'again' }, agreed('p9', 'x')]
    expect(agreement(all, 'q1', 'x', ['p1', 'p2']).agreed).toEqual(['p1'])
  })
  it('is to the points too, in any order, and not to what the head adds', () => {
    const one = point({ id: 'a', text: 'Calm starts' })
    const two = point({ id: 'b', kind: 'explore', text: 'Waiting at change-over' })
    const words = agreedWords(answer('a', 'Yes'), [one, two])
    expect(agreedWords(answer('a', 'Yes '), [two, { ...one, context: 'New this term' }])).toBe(
      words,
    )
    expect(agreedWords(answer('a', 'Yes'), [one])).not.toBe(words)
    expect(agreedWords(answer('a', 'No'), [one, two])).not.toBe(words)
  })
})

it('the lead is where the lead last said, on whichever device', () => {
  const place = (id: string, person: string, madeAt: number, of: string) => ({
    id,
    person,
    question: of,
    madeAt,
  })
  const all = [place('a', 'p7', 5, 'q1'), place('b', 'p7', 9, 'q2'), place('c', 'p1', 12, 'q3')]
  expect(leadPlaceOf(all, 'p7')?.question).toBe('q2')
  expect(leadPlaceOf(all, 'p2')).toBeNull()
})
