import { describe, expect, it } from 'vitest'
import {
  bookScaleWords,
  isQuestion,
  moreThanAsked,
  pairRecord,
  rememberedOf,
  vocabularyOf,
} from './book-study.ts'
import { gridOf } from './grid.ts'
import { pupilGroupRecord, pupilQuestionRecord, tallyOf, tooMany } from './pupils.ts'
import { pickOf, ratingAt } from './ratings.ts'
import { pickRecord, standing, walkPromptRecord } from './walk.ts'
import { read, said, aRoom, SPOT, rated, aPick } from '../../../test/helpers/learning-walk.ts'

describe('C55 two people rate the same prompt', () => {
  it('C55 both ratings stay until one is picked, and who picked is kept', () => {
    const two = [rated('p23', 'secure'), rated('p03', 'emerging')]
    const open = ratingAt(two, [], SPOT)
    expect(open.differs).toBe(true)
    expect(open.holds).toBeNull()
    expect(open.rated).toEqual([
      { by: 'p03', rating: 'emerging' },
      { by: 'p23', rating: 'secure' },
    ])
    const chosen = read(pickRecord, {
      id: 'k',
      walk: 'w',
      ...pickOf(two, [], SPOT, 'emerging'),
      by: 'p03',
    })
    const after = ratingAt(two, [chosen], SPOT)
    expect(after.holds).toBe('emerging')
    expect(after.picked?.by).toBe('p03')
    expect(after.rated).toHaveLength(2)
  })

  it('C55 those who rate alike agree, and a rating that comes later opens it again', () => {
    expect(ratingAt([rated('p23', 'secure'), rated('p03', 'secure')], [], SPOT).holds).toBe(
      'secure',
    )
    const three = [rated('p23', 'secure'), rated('p03', 'emerging'), rated('p05', 'not_seen')]
    expect(ratingAt(three, [aPick('k', 'secure')], SPOT).differs).toBe(true)
  })

  it('C55 two devices that picked differently have settled nothing; a pick that knows both settles it', () => {
    const two = [rated('p23', 'secure'), rated('p03', 'emerging')]
    const picks = [aPick('a', 'secure'), aPick('b', 'emerging')]
    expect(ratingAt(two, picks, SPOT).differs).toBe(true)
    const last = read(pickRecord, { id: 'c', walk: 'w', ...pickOf(two, picks, SPOT, 'secure') })
    expect(ratingAt(two, [...picks, last], SPOT).holds).toBe('secure')
  })

  it('C55 one person on two devices: both values stay in the register', () => {
    const twice = rated('p23', null, { rating: said('secure', 'not_seen') })
    expect(ratingAt([twice], [], SPOT).rated.map(({ rating }) => rating)).toEqual(
      ['not_seen', 'secure'].sort().reverse(),
    )
  })
})

describe('the grid of lessons, books, pupils and data', () => {
  const prompt = read(walkPromptRecord, {
    id: 'q',
    walk: 'w',
    n: 1,
    text: 'Recap links to earlier units',
  })
  const question = (yes: number, no: number) =>
    read(pupilQuestionRecord, {
      id: `k${yes}`,
      walk: 'w',
      n: 1,
      group: 'g',
      prompt: 'q',
      yes: said(yes),
      no: said(no),
    })
  const facts = { prompts: [prompt], rooms: [aRoom('r1'), aRoom('r2')], picks: [] }

  it('shows who says nothing, who agrees and who does not', () => {
    const [nothing] = gridOf({ ...facts, seen: [], questions: [] })
    expect(nothing?.says).toBe('nothing')
    expect(nothing?.gaps).toEqual(['lessons', 'books', 'pupils', 'data'])
    const lessons = [rated('p23', 'secure'), rated('p23', 'secure', { id: 's2', room: 'r2' })]
    expect(gridOf({ ...facts, seen: lessons, questions: [] })[0]?.says).toBe('one')
    const books = rated('p23', 'secure', { id: 's3', strand: 'books', room: '' })
    const [agree] = gridOf({ ...facts, seen: [...lessons, books], questions: [question(2, 4)] })
    expect(agree?.says).toBe('agree')
    expect(agree?.gaps).toEqual(['data'])
    expect(agree?.cells[0]?.counts).toEqual({ not_seen: 0, emerging: 0, secure: 2 })
    expect(agree?.cells[2]?.tally).toEqual({ yes: 2, no: 4 })
    const low = rated('p23', 'not_seen', { id: 's4', strand: 'books', room: '' })
    expect(gridOf({ ...facts, seen: [...lessons, low], questions: [] })[0]?.says).toBe('differ')
  })

  it('C55 a place that two people rated differently stays open, and speaks for neither', () => {
    const two = [rated('p23', 'secure'), rated('p03', 'emerging')]
    const [row] = gridOf({ ...facts, seen: two, questions: [] })
    expect(row?.cells[0]).toMatchObject({ open: 1, says: null })
    expect(row?.says).toBe('differ')
  })
})

describe('pupil voice and book study', () => {
  it('C55 two devices that counted differently are both kept until one is picked', () => {
    const one = read(pupilQuestionRecord, {
      id: 'k',
      walk: 'w',
      n: 1,
      group: 'g',
      yes: said(5, 4),
      no: said(1),
    })
    expect(tallyOf(one)).toBeNull()
    expect(one.yes.map(({ value }) => value)).toEqual([5, 4])
  })

  it('says when more answered than were there', () => {
    const group = read(pupilGroupRecord, {
      id: 'g',
      walk: 'w',
      n: 1,
      group: 'four of Year 8, mixed',
      pupils: said(4),
    })
    const asked = (yes: number, no: number) =>
      read(pupilQuestionRecord, {
        id: 'k',
        walk: 'w',
        n: 1,
        group: 'g',
        yes: said(yes),
        no: said(no),
      })
    expect(tooMany(asked(3, 1), group)).toBe(false)
    expect(tooMany(asked(3, 2), group)).toBe(true)
  })

  it('has its scale in words, and its take-away as a question', () => {
    expect([0, 1, 2, 3].map(bookScaleWords)).toEqual(['None', 'Some', 'Most', 'Secure'])
    expect(isQuestion('How do pupils meet the words again? ')).toBe(true)
    expect(isQuestion('Teach the words again.')).toBe(false)
    expect(rememberedOf({ remembered: 'walls, Boudicca\n\nbaths ' })).toEqual([
      'walls',
      'Boudicca',
      'baths',
    ])
    const pair = (asked: number, secure: number) =>
      read(pairRecord, {
        id: `p${asked}${secure}`,
        walk: 'w',
        n: 1,
        asked: said(asked),
        secure: said(secure),
      })
    expect(vocabularyOf([pair(6, 4), pair(6, 2)])).toEqual({ asked: 12, secure: 6 })
    expect(moreThanAsked(pair(6, 7))).toBe(true)
  })

  it('keeps the order that people gave, without what was removed', () => {
    const rows = [
      aRoom('b', { n: 2 }),
      aRoom('a', { n: 2 }),
      aRoom('c', { n: 1 }),
      aRoom('d', { n: 0, removedAt: 3 }),
    ]
    expect(standing(rows).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  })
})
