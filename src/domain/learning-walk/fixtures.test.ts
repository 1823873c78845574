import { describe, expect, it } from 'vitest'
import { aRoom, aWalk, rated, read, said } from '../../../test/helpers/learning-walk.ts'
import { sayTold, toldOf } from './agreed.ts'
import { bookScaleWords, isQuestion, pairRecord, rememberedOf, vocabularyOf } from './book-study.ts'
import { walkFlagsIn } from './guards.ts'
import { halfTermOf } from './half-term.ts'
import {
  pupilGroupRecord,
  pupilQuestionRecord,
  pupilQuoteRecord,
  tallyOf,
  tooMany,
} from './pupils.ts'
import { stepNeeds } from './stages.ts'
import { roomsBehind, themeLineRecord, toPublish } from './themes.ts'

const clock = (time: string) => Date.parse(`2026-11-19T${time}:00Z`)

describe('fixture 17: a learning walk at Fernhill Meadow', () => {
  const walkers = ['p05', 'p07']
  const planned = aWalk({ agreedOn: '2026-11-16' })
  const walk = aWalk({
    agreedOn: '2026-11-16',
    ...sayTold(planned, walkers, 'date', true),
    ...sayTold(planned, walkers, 'focus', true),
    ...sayTold(planned, walkers, 'who', true),
  })
  const visits = [
    ['09:10', 'Y2', 8, 'Four recap questions; 24 of 27 wrote an answer', 'strength'],
    ['09:22', 'Y3', 7, 'The recap was taught again from the start', 'question'],
    ['09:35', 'Y6', 9, 'Two pupils told how the recap joins last term', 'strength'],
  ] as const
  const rooms = visits.map(([time, place, minutes], n) =>
    aRoom(`r${n}`, {
      n,
      place,
      arrivedAt: clock(time),
      leftAt: clock(time) + minutes * 60_000,
      sharedAt: clock('15:40'),
    }),
  )
  const seen = visits.map(([, , , note, tag], n) =>
    rated('p05', 'secure', { id: `s${n}`, room: `r${n}`, note, tag: said(tag) }),
  )
  const themes = [
    read(themeLineRecord, {
      id: 't',
      walk: 'w',
      kind: 'pattern',
      text: 'Recap is a habit in Key Stage 2',
    }),
    read(themeLineRecord, {
      id: 'u',
      walk: 'w',
      kind: 'question',
      text: 'What do pupils say it is for?',
    }),
  ]

  it('C13 was agreed three days before: date, focus and who, with two walkers', () => {
    expect(toldOf(walk, walkers)).toEqual({ date: 'told', focus: 'told', who: 'told' })
    const facts = { walk, walkers, rooms, found: true, sharedWith: rooms, themes: themes.length }
    for (const to of ['agreed', 'walked', 'shared_with_staff', 'summarised'] as const)
      expect(stepNeeds(to, facts)).toEqual([])
  })

  it('keeps three visits of 8, 7 and 9 minutes, two strengths and a question', () => {
    expect(rooms.map((r) => ((r.leftAt ?? 0) - (r.arrivedAt ?? 0)) / 60_000)).toEqual([8, 7, 9])
    const tags = seen.flatMap(({ tag }) => tag.map(({ value }) => value))
    expect(tags).toEqual(['strength', 'question', 'strength'])
  })

  it('C14 C50 has no grade in it, and C51 three rooms are enough for its themes', () => {
    for (const { note } of seen) expect(walkFlagsIn(note, ['Odette Puddlejump'])).toEqual([])
    const rooms3 = roomsBehind(walk, [walk], rooms)
    expect(toPublish(themes, [], rooms3, [])).toMatchObject({ rooms: 3, stops: [] })
    expect(halfTermOf(walk.date)).toBe('Autumn 2')
  })
})

describe('fixture 18: pupil voice in Year 5', () => {
  const group = read(pupilGroupRecord, {
    id: 'g',
    walk: 'w',
    n: 1,
    group: 'six of Year 5, mixed',
    pupils: said(6),
  })
  const asked = (
    [
      ['What will you read next?', 2, 4],
      ['What comes first when somebody is silly?', 5, 1],
      ['Do you feel safe at school?', 6, 0],
    ] as const
  ).map(([text, yes, no], n) =>
    read(pupilQuestionRecord, {
      id: `k${n}`,
      walk: 'w',
      n,
      group: 'g',
      text,
      yes: said(yes),
      no: said(no),
    }),
  )

  it('counts 2 and 4, 5 and 1, 6 and 0 of six pupils', () => {
    expect(asked.map(tallyOf)).toEqual([
      { yes: 2, no: 4 },
      { yes: 5, no: 1 },
      { yes: 6, no: 0 },
    ])
    expect(asked.some((question) => tooMany(question, group))).toBe(false)
  })

  it('C11 keeps two quotes without names, and asking about safety is no concern by itself', () => {
    const quotes = ['it was lying on the table', 'your name goes on the first step'].map(
      (text, n) =>
        read(pupilQuoteRecord, {
          id: `q${n}`,
          walk: 'w',
          question: `k${n}`,
          text,
          pupil: 'a name',
        }),
    )
    for (const quote of quotes) expect(quote).not.toHaveProperty('pupil')
    const texts = [...quotes, ...asked].map(({ text }) => text)
    expect(texts.flatMap((text) => walkFlagsIn(text, []))).toEqual([])
  })
})

describe('fixture 19: a pupil book study of Roman Britain', () => {
  const pair = (n: number, remembered: string, secure: number, books: readonly number[]) =>
    read(pairRecord, {
      id: `p${n}`,
      walk: 'w',
      n,
      remembered,
      asked: said(6),
      secure: said(secure),
      sequence: n === 1 ? 'mostly in order' : 'Vikings among it',
      content: said(books[0]),
      vocabulary: said(books[1]),
      retrieval: said(books[2]),
      feedback: said(books[3]),
    })
  const pairs = [pair(1, 'walls\nBoudicca', 4, [3, 2, 2, 3]), pair(2, 'baths', 2, [3, 1, 1, 2])]

  it('has two pairs with two things and one remembered, and 6 of 12 words secure', () => {
    expect(pairs.map((one) => rememberedOf(one).length)).toEqual([2, 1])
    expect(vocabularyOf(pairs)).toEqual({ asked: 12, secure: 6 })
  })

  it('C50 says of the books in words what 0 to 3 stand for, and ends in a question', () => {
    const words = pairs.map(({ content, vocabulary, retrieval, feedback }) =>
      [content, vocabulary, retrieval, feedback].map(([value]) =>
        bookScaleWords(value?.value ?? -1),
      ),
    )
    expect(words).toEqual([
      ['Secure', 'Most', 'Most', 'Secure'],
      ['Secure', 'Some', 'Some', 'Most'],
    ])
    expect(isQuestion('Where do pupils meet these six words again after the third week?')).toBe(
      true,
    )
  })
})
