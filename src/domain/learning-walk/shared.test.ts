import { describe, expect, it } from 'vitest'
import { schoolCalendar } from '../calendar/school-calendar.ts'
import { halfTermBy, halfTermOf } from './half-term.ts'
import { commentsOn, shareCommentRecord, shareNeeds } from './shared.ts'
import {
  byHalfTerm,
  roomsBehind,
  type Theme,
  themeLineRecord,
  themeRecord,
  toPublish,
} from './themes.ts'
import { read, aWalk, aRoom } from '../../../test/helpers/learning-walk.ts'

describe('C13 what is shared with those visited', () => {
  const draft = {
    kind: 'Thank you.',
    specific: 'Two pupils explained the link to last term.',
    question: 'What would pupils say the recap is for?',
  }

  it('C13 has something kind, something specific and a question', () => {
    expect(shareNeeds(draft, [])).toEqual({ needs: [], stops: [] })
    expect(shareNeeds({ kind: '', specific: ' ', question: '' }, []).needs).toEqual([
      'kind',
      'specific',
      'question',
    ])
    expect(shareNeeds({ ...draft, question: 'Use more recap.' }, []).needs).toEqual(['as_question'])
  })

  it('C14 is refused with a grade in it', () => {
    const { stops } = shareNeeds({ ...draft, kind: 'An outstanding lesson.' }, [])
    expect(stops.map(({ kind, words }) => [kind, words])).toEqual([['grade', 'outstanding']])
  })

  it('C13 comments are read in the order in which they were made, blank ones not at all', () => {
    const comment = (id: string, text: string, madeAt: number, share = 's') =>
      read(shareCommentRecord, { id, share, text, madeAt, by: 'p12' })
    const all = [
      comment('b', 'Later', 9),
      comment('a', 'First', 2),
      comment('c', ' ', 3),
      comment('d', 'Other', 1, 't'),
    ]
    expect(commentsOn(all, 's').map(({ text }) => text)).toEqual(['First', 'Later'])
  })
})

describe('C51 themes for the whole school', () => {
  const line = (id: string, text: string, fields: Record<string, unknown> = {}) =>
    read(themeLineRecord, { id, walk: 'w', kind: 'pattern', text, ...fields })
  const went = (id: string, of = 'w') => aRoom(id, { walk: of, arrivedAt: 3 })

  it('C51 are held back while fewer than three rooms are behind them', () => {
    const lines = [line('l1', 'Recap is a settled habit')]
    expect(toPublish(lines, [], 2, []).rooms).toBeNull()
    expect(toPublish(lines, [], 3, []).rooms).toBe(3)
    const published = {
      type: 'walk-theme',
      v: 1,
      id: 't',
      walk: 'w',
      line: 'l1',
      kind: 'pattern',
      focus: 'f',
      halfTerm: 'Autumn 2',
      text: 'x',
      rooms: 2,
      by: 'p23',
      madeAt: 1,
    }
    expect(themeRecord.read(published).ok).toBe(false)
    expect(themeRecord.read({ ...published, rooms: 3 }).ok).toBe(true)
  })

  it('C51 count rooms of the same focus in the same half-term, and only those that were walked into', () => {
    const walks = [
      aWalk(),
      aWalk({ id: 'w2', focus: ' start of lesson RETRIEVAL', date: '2026-12-03' }),
      aWalk({ id: 'w3', date: '2027-01-12' }),
      aWalk({ id: 'w4', focus: 'Vocabulary' }),
    ]
    const rooms = [
      went('a'),
      went('b'),
      went('c', 'w2'),
      went('d', 'w3'),
      went('e', 'w4'),
      aRoom('f'),
      aRoom('g', { arrivedAt: 3, removedAt: 4 }),
    ]
    expect(roomsBehind(aWalk(), walks, rooms)).toBe(3)
  })

  it('are published once, without blank or removed ones, and never with a grade or a name in them', () => {
    const lines = [
      line('l1', 'Recap is a settled habit'),
      line('l2', ' '),
      line('l3', 'Gone', { removedAt: 4 }),
      line('l4', 'Teaching was good in Paperclip’s room'),
    ]
    const out = [
      read(themeRecord, {
        id: 't',
        walk: 'w',
        line: 'l1',
        kind: 'pattern',
        focus: 'f',
        halfTerm: 'Autumn 2',
        text: 'x',
        rooms: 3,
      }),
    ]
    const open = toPublish(lines, out, 4, ['Juno Paperclip'])
    expect(open.lines.map(({ id }) => id)).toEqual(['l4'])
    expect(open.stops.map(({ kind }) => kind)).toEqual(['grade', 'name'])
  })

  it('show by half-term in the order of the school year', () => {
    const theme = (id: string, halfTerm: string): Theme =>
      read(themeRecord, {
        id,
        walk: 'w',
        line: id,
        kind: 'pattern',
        focus: 'f',
        halfTerm,
        text: 'x',
        rooms: 3,
      })
    const terms = byHalfTerm([
      theme('a', 'Spring 1'),
      theme('b', 'Autumn 2'),
      theme('c', 'Autumn 2'),
    ])
    expect(terms.map(({ halfTerm, themes }) => [halfTerm, themes.length])).toEqual([
      ['Autumn 2', 2],
      ['Spring 1', 1],
    ])
    expect(
      [
        '2026-09-01',
        '2026-10-31',
        '2026-11-01',
        '2026-12-31',
        '2027-01-01',
        '2027-02-20',
        '2027-04-10',
        '2027-06-01',
        '2027-08-31',
      ].map(halfTermOf),
    ).toEqual([
      'Autumn 1',
      'Autumn 1',
      'Autumn 2',
      'Autumn 2',
      'Spring 1',
      'Spring 2',
      'Summer 1',
      'Summer 2',
      'Summer 2',
    ])
  })

  it('is by the school’s own calendar where it has one, a day off by the half-term before it', () => {
    const term = (name: 'Aut1' | 'Aut2', start: string, end: string) => ({
      id: name,
      year: '2026-27',
      name,
      start,
      end,
      by: 'p11',
      madeAt: 1,
      removedAt: null,
    })
    const halfTerms = [
      term('Aut1', '2026-09-02', '2026-10-16'),
      term('Aut2', '2026-11-09', '2026-12-18'),
    ]
    const calendar = schoolCalendar({ halfTerms, days: [] })
    expect(halfTermOf('2026-11-05')).toBe('Autumn 2')
    expect(halfTermBy(calendar, '2026-11-05')).toBe('Autumn 1')
    expect(halfTermBy(calendar, '2026-11-09')).toBe('Autumn 2')
    expect(halfTermBy(calendar, '2027-11-05')).toBe('Autumn 2')
    expect(halfTermBy(null, '2026-11-05')).toBe('Autumn 2')
  })
})
