import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letterStops, type LetterFacts } from './checks.ts'
import { draftFrom } from './draft.ts'
import { comparedIn } from './guard-compare.ts'
import { schoolsIn } from './guard-schools.ts'
import {
  note,
  packOf,
  placed,
  placedAll,
  question,
  source,
  TEAM,
} from '../../../test/helpers/letter.ts'
import type { Part } from './parts.ts'

const HOST = 'Rookery Pond Primary School'
const facts: LetterFacts = {
  names: {
    people: ['Primrose Inkwell', 'Juno Paperclip', ...TEAM],
    team: TEAM,
    schools: [HOST, 'Nettle Copse Primary School', 'Thistledown Infant and Nursery School'],
    host: HOST,
  },
  questions: source().pack.questions,
  notes: source().notes,
}
const letter = (): Part[] => placedAll(draftFrom(source()))
/** The letter with these words in the answer to question 1. */
const saying = (text: string, kind: Part['kind'] = 'answer'): Part[] => {
  let done = false
  return letter().map((part) => {
    if (done || part.kind !== kind) return part
    done = true
    return { ...part, text: `${part.text}\n${text}` }
  })
}
const found = (parts: readonly Part[], more: Partial<LetterFacts> = {}) =>
  letterStops(parts, { ...facts, ...more }).map(({ rule, where, words }) => [rule, where, words])

describe('what stops a letter', () => {
  it('nothing in the letter as it was drafted, though the focus says “should”', () => {
    expect(letterStops(letter(), facts)).toEqual([])
  })

  it.each([
    'Teachers should use the same chart in every room.',
    'Consider a shared script for the first minutes.',
    'The school needs to train lunchtime staff.',
    'We recommend a weekly check of the folders.',
    'Even better if every class had one.',
  ])('C1: advice in any part: %s', (words) => {
    for (const [kind, where] of [
      ['answer', 'Answer to Question 1'],
      ['strengths', 'Strengths'],
      ['explore', 'Possible areas for future focus'],
      ['next', 'What comes next'],
    ] as const) {
      const stops = letterStops(saying(words, kind), facts)
      expect(stops.map(({ rule, where: at }) => [rule, at])).toContainEqual(['C1', where])
      for (const stop of stops) expect(stop.mend).not.toBe('')
    }
  })

  it('C1: what pupils and adults said they should do is no advice', () => {
    expect(found(saying('Pupils said that they should ask three friends first.'))).toEqual([])
  })

  it('C2: a note that its writer called outside the remit, with the part that rests on it', () => {
    const notes = [note('n1', 1, true), note('n2', 1), note('n3', 2)]
    expect(found(letter(), { notes })).toEqual([
      ['C2', 'Answer to Question 1', 'What was seen: n1'],
    ])
  })

  it.each([
    ['Behaviour is outstanding.', 'outstanding'],
    ['Reading was graded good.', 'graded good'],
    ['Phonics requires improvement.', 'requires improvement'],
    ['We would put it at 8/10 for calm.', '8/10'],
    ['It scored highly on routines.', 'scored highly'],
    ['It is ranked third.', 'ranked'],
    ['A five-star welcome.', 'five-star'],
    ['This is calmer than in other schools.', 'than in other schools'],
    ['More books compared with most schools.', 'compared with most schools'],
    ['Attendance is above the national average.', 'above the national average'],
    ['The strongest in the trust.', 'strongest in the trust'],
    ['As seen at Nettle Copse.', 'Nettle Copse'],
    ['Juno Paperclip led the phonics.', 'Juno Paperclip'],
    ['Mrs Inkwell met each class.', 'Mrs Inkwell'],
  ])('C8: %s', (text, words) => {
    expect(found(saying(text))).toContainEqual(['C8', 'Answer to Question 1', words])
  })

  it.each([
    '26 of 28 reading folders had the sheet; 8 out of 10 pupils named a book.',
    '4/5 classrooms had the chart, and pupils scored two goals at lunch.',
    'Pupils said they like school and rank books by how funny they are.',
    'Rookery Pond’s library is open at lunch; the pond is out of bounds.',
  ])('C8: a count of what was seen is no score: %s', (text) => {
    expect(found(saying(text))).toEqual([])
  })

  it('C8: every name of another school of the trust, in any case, possessive or not', () => {
    const own = fc.constantFrom(
      'Nettle Copse',
      'Quillbrook',
      'St Osyth’s',
      "St. Wulfric's",
      'Fernhill-Meadow',
      'Thistledown',
      'Amberley Down',
    )
    const kind = fc.constantFrom(
      'Primary School',
      'Church of England Primary School',
      'Infant and Nursery School',
      'Academy',
      'Catholic Junior School',
      'C of E Primary School',
    )
    const shape = fc.constantFrom(
      (name: string) => name,
      (name: string) => name.toUpperCase(),
      (name: string) => name.toLowerCase(),
      (name: string) => `${name}'s`,
      (name: string) => `${name.toUpperCase()}’S`,
      (name: string) => name.replaceAll(' ', '  '),
      (name: string) => name.replaceAll("'", '’'),
      (name: string) => name.replaceAll('’', "'"),
    )
    fc.assert(
      fc.property(own, kind, shape, fc.boolean(), (first, last, as, whole) => {
        const school = `${first} ${last}`
        const typed = as(whole ? school : first)
        expect(schoolsIn(`As at ${typed}, pupils read.`, [HOST, school], HOST)).toHaveLength(1)
        expect(schoolsIn(`(${typed})`, [school])).toHaveLength(1)
        expect(schoolsIn(`x${typed}x`, [school])).toEqual([])
      }),
    )
  })

  it('C8: a school called after a grove is found by its capital, and the grove is not', () => {
    const schools = ['The Grove School', HOST]
    expect(
      schoolsIn('At Grove, pupils read. THE GROVE SCHOOL. the grove school', schools, HOST),
    ).toEqual(['Grove', 'THE GROVE SCHOOL', 'the grove school'])
    expect(schoolsIn('Pupils read in the grove.', schools, HOST)).toEqual([])
    expect(schoolsIn('Anything', ['School', ''], HOST)).toEqual([])
  })

  it('C8: nobody on the staff list, in full, by title or by surname, and the team only where it signs', () => {
    for (const person of facts.names.people) {
      const surname = person.split(' ').at(-1) ?? ''
      for (const typed of [person, `Mr ${surname}`, `Ms ${surname}’s`, surname])
        expect(found(saying(`${typed} led it.`)).map(([rule]) => rule)).toContain('C8')
    }
    expect(found(saying('Juno Paperclip', 'signoff'))).toEqual([
      ['C8', 'The end', 'Juno Paperclip'],
    ])
  })

  it('parts that say nothing, that are missing, and those of a withdrawn question', () => {
    const empty = letter().map((part) => (part.kind === 'next' ? { ...part, text: ' ' } : part))
    expect(found(empty)).toEqual([['whole', 'What comes next', '']])
    const without = letter().filter(({ kind, question: of }) => kind !== 'thanks' && of !== 'q2')
    expect(found(without)).toEqual([
      ['whole', 'Greeting and thanks', ''],
      ['whole', 'Answer to question 2', ''],
    ])
    const questions = packOf([question(1, { withdrawnAt: 4 }), question(2)]).questions
    expect(found(letter(), { questions })).toEqual([['whole', 'Answer to Question 1', '']])
    expect(found(letter(), { questions: null })).toEqual([])
    expect(found([])).toEqual([])
  })

  it('C55: a part that another device wrote while apart, until somebody deals with it', () => {
    const [first] = letter()
    if (!first) throw new Error('Nothing was drafted')
    const apart = placed(first, 'z', { text: 'Dear all,', drafted: 'Dear' })
    expect(found([...letter(), apart])).toEqual([['whole', 'Greeting and thanks', '']])
    expect(found([...letter(), { ...apart, leftOut: 'Dear all,' }])).toEqual([])
  })

  it('finds each comparison once', () => {
    expect(comparedIn('Better than other schools.')).toEqual([
      { kind: 'comparison', words: 'Better than other schools' },
    ])
  })
})
