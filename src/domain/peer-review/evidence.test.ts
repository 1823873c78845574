import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordType } from '../record.ts'
import { linkRecord } from './answers.ts'
import { coverage, proposeSwap, yearOf } from './coverage.ts'
import { evidenceFlags, linksBehind, linksOfNote, sortNotes, usable } from './evidence.ts'
import { type Note, noteRecord } from './note.ts'
import {
  assemblePack,
  groupRecord,
  keyQuestionRecord,
  reviewRecord,
  slotRecord,
  type SlotKind,
} from './pack.ts'

function made<T>(type: RecordType<T>, fields: Record<string, unknown>): T {
  const read = type.read({ type: type.type, v: 1, ...fields })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}
const said = (value: string) => [{ value, device: 'd', at: 1 }]
const note = (id: string, fields: Record<string, unknown> = {}): Note =>
  made(noteRecord, {
    id,
    by: 'p04',
    madeAt: 1,
    question: said('q1'),
    kind: said('saw'),
    ...fields,
  })
const question = (n: number, withdrawnAt: number | null = null) =>
  made(keyQuestionRecord, { id: `q${n}`, n, text: 'How?', proposedBy: 'p03', withdrawnAt })
const slot = (id: string, start: string, kind: SlotKind | null, fields = {}) =>
  made(slotRecord, { id, start, end: '15:00', title: id, kind, ...fields })
const group = (id: string, of: string, seen: string, people = ['p04'], fields = {}) =>
  made(groupRecord, { id, label: id, slot: of, people, seen, ...fields })
const link = (id: string, of: string, fields = {}) =>
  made(linkRecord, { id, behind: 'q1', note: of, by: 'p04', ...fields })
const questions = [question(1), question(2), question(3, 9)]

describe('which notes may stand behind an answer', () => {
  it('C2 a note outside the remit never does, however it is filed', () => {
    expect(usable(note('a'), questions)).toBe(true)
    expect(usable(note('a', { outOfRemit: true }), questions)).toBe(false)
    const sorted = sortNotes([note('a', { outOfRemit: true })], questions)
    expect(sorted.of('q1')).toEqual([])
    expect(sorted.outOfRemit).toHaveLength(1)
  })
  it('takes no removed note, none under a withdrawn question and none with two choices', () => {
    const two = [...said('q1'), { value: 'q2', device: 'e', at: 2 }]
    for (const fields of [{ removedAt: 4 }, { question: said('q3') }, { question: two }])
      expect(usable(note('a', fields), questions)).toBe(false)
  })
  it('C2 every kept note is in one place, and nothing out of remit under a question', () => {
    const any = fc.record({
      outOfRemit: fc.boolean(),
      removedAt: fc.constantFrom(null, 7),
      question: fc.constantFrom([], said('q1'), said('q2'), said('q3'), said('gone')),
    })
    fc.assert(
      fc.property(fc.array(any), (rows) => {
        const notes = rows.map((fields, i) => note(`n${i}`, fields))
        const sorted = sortNotes(notes, questions)
        const filed = ['q1', 'q2', 'q3'].flatMap((id) => sorted.of(id))
        expect(filed.some(({ outOfRemit }) => outOfRemit)).toBe(false)
        const placed = [...filed, ...sorted.outOfRemit, ...sorted.unfiled].map(({ id }) => id)
        const kept = notes.filter(({ removedAt }) => removedAt === null).map(({ id }) => id)
        expect(placed.sort()).toEqual(kept.sort())
      }),
    )
  })
})

describe('the evidence behind an answer', () => {
  it('is one link for a note that two people added at once; both go when it is taken away', () => {
    const links = [link('b', 'n1'), link('a', 'n1'), link('c', 'n2', { removedAt: 3 })]
    expect(linksBehind(links, 'q1').map(({ id }) => id)).toEqual(['a'])
    expect(linksOfNote(links, 'q1', 'n1')).toHaveLength(2)
  })
  it('says so when one reviewer, one kind of source or nothing supports it', () => {
    const notes = [
      note('a'),
      note('b', { by: 'p05' }),
      note('c', { kind: said('heard') }),
      note('d', { by: 'p05', kind: said('read') }),
    ]
    const flags = (...ids: string[]) =>
      evidenceFlags(
        ids.map((id) => link(id, id)),
        notes,
      )
    expect(flags()).toEqual(['nothing'])
    expect(flags('a')).toEqual(['one-reviewer', 'one-kind'])
    expect(flags('a', 'b')).toEqual(['one-kind'])
    expect(flags('a', 'c')).toEqual(['one-reviewer'])
    expect(flags('a', 'd')).toEqual([])
  })
  it('C2 counts a link to a note that is not usable for nothing', () => {
    expect(evidenceFlags([link('l', 'elsewhere')], [note('a')])).toEqual(['nothing'])
  })
})

describe('coverage of the key questions', () => {
  const slots = [
    slot('walk', '09:00', 'learning_walk'),
    slot('voice', '13:00', 'pupil_voice'),
    slot('kit', '12:15', 'keep_in_touch', { end: '12:45', wholeTeam: true }),
    slot('gone', '14:00', 'lesson_visit', { removedAt: 3 }),
  ]
  const groups = [
    group('A', 'walk', 'Year 3'),
    group('B', 'walk', '5K', ['p05']),
    group('C', 'voice', 'Year 3'),
    group('D', 'gone', 'Year 6'),
  ]
  const count = (notes: Note[]) => coverage(questions, notes, slots, groups)

  it('reads a class as its year group', () => {
    expect(['5K', 'Y5', 'year 5', 'Year 5K', 'Reception', ' '].map(yearOf)).toEqual([
      ...Array.from({ length: 4 }, () => 'Year 5'),
      'Reception',
      null,
    ])
  })
  it('has a cell for each year group visited, and for live questions only', () => {
    const { rows } = count([])
    expect(rows.map((row) => [row.question.n, row.cells.map(({ year }) => year)])).toEqual([
      [1, ['Year 3', 'Year 5']],
      [2, ['Year 3', 'Year 5']],
    ])
  })
  it('takes the year from the note, else from where its writer was', () => {
    const { rows } = count([
      note('a', { slot: 'walk', by: 'p05', kind: said('heard') }),
      note('b', { slot: 'walk', year: 'Y5' }),
      note('c', { slot: 'walk', year: 'Year 6' }),
      note('d', { slot: 'walk', kind: [] }),
    ])
    const [three, five] = rows[0]?.cells ?? []
    expect(five?.by).toEqual({ saw: 1, heard: 1, read: 0 })
    expect(three).toEqual({ year: 'Year 3', by: { saw: 0, heard: 0, read: 0 }, unsaid: 1 })
    expect(rows[0]?.elsewhere).toBe(1)
  })
  it('says what is missing from whom', () => {
    const { gaps } = count([note('a', { year: '3' }), note('b', { year: '3', kind: said('read') })])
    const first = gaps.filter(({ question: q }) => q.n === 1)
    expect(first.map(({ year, missing }) => [year, missing])).toEqual([
      ['Year 3', ['heard']],
      ['Year 5', ['saw', 'heard', 'read']],
    ])
  })
  it('counts the whole school where the timetable names no year group', () => {
    const { rows, gaps } = coverage([question(1)], [note('a')], slots, [])
    expect(rows[0]?.cells).toMatchObject([{ year: null, by: { saw: 1 } }])
    expect(gaps).toMatchObject([{ year: null, missing: ['heard', 'read'] }])
  })
  it('proposes an afternoon group that is there anyway before one that would change', () => {
    const afternoon = [slot('two', '13:30', 'lesson_visit'), slot('lunch', '13:00', 'lunch')]
    const pack = assemblePack({
      review: made(reviewRecord, { id: 'r', urn: '1', schoolName: 'S', date: '2026-11-17' }),
      questions: [question(1)],
      slots: [...slots, ...afternoon],
      groups: [...groups, group('E', 'two', 'Year 3'), group('F', 'two', 'Year 5', ['p05'])],
    })
    const swaps = proposeSwap(pack, coverage(pack.questions, [], pack.slots, pack.groups))
    expect(
      swaps.map(({ gap, slot: s, group: g, insteadOf, gives }) => [
        gap.year,
        s.id,
        g.id,
        insteadOf,
        gives,
      ]),
    ).toEqual([
      ['Year 3', 'voice', 'C', null, ['heard']],
      ['Year 5', 'two', 'F', null, ['saw']],
    ])
    const without = { ...pack, groups: pack.groups.filter(({ id }) => id !== 'F') }
    const moved = proposeSwap(without, coverage(pack.questions, [], pack.slots, pack.groups))
    // C already looks for the first gap, so the second falls to the other group.
    expect(moved[1]).toMatchObject({ group: { id: 'E' }, insteadOf: 'Year 3' })
  })
})
