import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assemblePack,
  type Group,
  type KeyQuestion,
  type Pack,
  reviewRecord,
  type Slot,
  slotOf,
} from './pack.ts'
import { clockAfter, inPairs, templateDay } from './template-day.ts'
import { timetableWarnings, type TimetableWarning, type WarningKind } from './timetable.ts'

const head = reviewRecord.read({
  type: 'review',
  id: 'r1',
  urn: '100001',
  schoolName: 'Rookery Pond Primary School',
  date: '2026-11-17',
})
if (!head.ok) throw new Error('the head of the pack does not read')
const review = head.value

const slot = (id: string, start: string, end: string, more: Partial<Slot> = {}): Slot => ({
  id,
  start,
  end,
  title: id,
  place: '',
  wholeTeam: false,
  questions: [],
  kind: null,
  removedAt: null,
  ...more,
})
const group = (id: string, slotId: string, people: string[], more: Partial<Group> = {}): Group => ({
  id,
  label: id.slice(-1).toUpperCase(),
  slot: slotId,
  people,
  activity: '',
  place: '',
  seen: '',
  removedAt: null,
  ...more,
})
const question = (n: number, withdrawnAt: number | null = null): KeyQuestion => ({
  id: `q${n}`,
  n,
  text: `Question ${n}?`,
  proposedBy: 'p1',
  addedByCeo: false,
  withdrawnAt,
  withdrawnBy: null,
})
const pack = (slots: Slot[], groups: Group[] = [], questions: KeyQuestion[] = []): Pack =>
  assemblePack({ review, slots, groups, questions })

const of = (kind: WarningKind, day: Pack, team: string[] = []) =>
  timetableWarnings(day, team).filter((warning) => warning.kind === kind)

describe('the plan of the day asks', () => {
  it('B9 every reviewer once per slot: in two groups of one slot', () => {
    const day = pack(
      [slot('s1', '09:00', '10:00')],
      [group('a', 's1', ['p1', 'p2']), group('b', 's1', ['p2', 'p3'])],
    )
    expect(of('twice', day)).toEqual([
      {
        kind: 'twice',
        slot: 's1',
        group: 'b',
        person: 'p2',
        words: 'in two groups from 09:00 to 10:00',
      },
    ])
  })

  it('B9 every reviewer once per slot: in two slots at one time, whole-team slots too', () => {
    const day = pack(
      [
        slot('s1', '09:00', '10:00'),
        slot('s2', '09:30', '10:30'),
        slot('s3', '10:15', '11:00', { wholeTeam: true }),
      ],
      [group('a', 's1', ['p1']), group('b', 's2', ['p1', 'p2'])],
    )
    const at = of('twice', day, ['p1', 'p2']).map((w) => [w.slot, w.group, w.person])
    expect(at).toEqual([
      ['s2', 'b', 'p1'],
      ['s3', undefined, 'p1'],
      ['s3', undefined, 'p2'],
    ])
  })

  it('for a live key question that no slot serves', () => {
    const day = pack(
      [
        slot('s1', '09:00', '10:00', { questions: ['q1'] }),
        slot('s2', '10:00', '11:00', { questions: ['q2'], removedAt: 5 }),
      ],
      [],
      [question(1), question(2), question(3, 7)],
    )
    expect(of('unserved', day).map((w) => w.question)).toEqual(['q2'])
  })

  it('for a minute to walk where slots touch and both places are named and differ', () => {
    const later = (place: string, start = '10:00') => [
      slot('s1', '09:00', '10:00', { place: 'Hall' }),
      slot('s2', start, '11:00', { place }),
    ]
    const groups = [group('a', 's1', ['p1']), group('b', 's2', ['p1'])]
    expect(of('no-time', pack(later('Library'), groups)).map((w) => [w.slot, w.group])).toEqual([
      ['s2', 'b'],
    ])
    expect(of('no-time', pack(later('hall '), groups))).toEqual([])
    expect(of('no-time', pack(later(''), groups))).toEqual([])
    expect(of('no-time', pack(later('Library', '10:05'), groups))).toEqual([])
    const apart = [group('a', 's1', ['p1']), group('b', 's2', ['p2'])]
    expect(of('no-time', pack(later('Library'), apart))).toEqual([])
  })

  it('for a minute to walk into a slot of the whole team, once for each way', () => {
    const day = pack(
      [
        slot('s1', '09:00', '10:00', { place: 'Hall' }),
        slot('s2', '10:00', '11:00', { place: 'Library', wholeTeam: true }),
      ],
      [
        group('a', 's1', ['p1']),
        group('b', 's1', ['p2']),
        group('c', 's1', ['p3'], { place: 'Library' }),
      ],
    )
    const found = of('no-time', day, ['p1', 'p2', 'p3'])
    expect(found[0]?.slot).toBe('s2')
    expect(found.map((w) => w.words)).toEqual(['No minute to walk at 10:00: Hall, then Library.'])
  })

  it('for a minute to walk of the slot, not of one group, where several go the same way', () => {
    const day = pack(
      [
        slot('s1', '09:00', '10:00', { place: 'Hall' }),
        slot('s2', '10:00', '11:00', { place: 'Library' }),
      ],
      [
        group('a', 's1', ['p1']),
        group('b', 's1', ['p2']),
        group('c', 's2', ['p1']),
        group('d', 's2', ['p2']),
      ],
    )
    expect(of('no-time', day)).toEqual([
      { kind: 'no-time', slot: 's2', words: 'No minute to walk at 10:00: Hall, then Library.' },
    ])
  })

  it('whether one class is to be visited three times', () => {
    const slots = [
      slot('s1', '09:00', '10:00'),
      slot('s2', '10:00', '11:00'),
      slot('s3', '11:00', '12:00'),
    ]
    const visits = (third: string) => [
      group('a', 's1', [], { seen: 'Year 5' }),
      group('b', 's2', [], { seen: ' year 5' }),
      group('c', 's3', [], { seen: third }),
    ]
    expect(of('same-class', pack(slots, visits('Year 5'))).map((w) => [w.group, w.words])).toEqual([
      ['c', 'Year 5 is visited 3 times.'],
    ])
    expect(of('same-class', pack(slots, visits('Year 4')))).toEqual([])
    // Six pupils in the library are no lesson that is interrupted.
    const talking = slots.map((each, i) =>
      i === 1 ? { ...each, kind: 'pupil_voice' as const } : each,
    )
    expect(of('same-class', pack(talking, visits('Year 5')))).toEqual([])
  })

  it('for a group for everybody, but not in breaks, at lunch or where all are together', () => {
    const slots = [
      slot('s1', '09:00', '10:00'),
      slot('s2', '10:00', '10:20', { kind: 'break' }),
      slot('s3', '12:00', '13:00', { kind: 'lunch' }),
      slot('s4', '13:00', '14:00', { wholeTeam: true }),
    ]
    const day = pack(slots, [group('a', 's1', ['p1'])])
    expect(of('idle', day, ['p1', 'p2'])).toEqual([
      { kind: 'idle', slot: 's1', person: 'p2', words: 'no group from 09:00 to 10:00' },
    ])
  })

  it('for an end after the start, and for slots one after another', () => {
    const day = pack([
      slot('s1', '09:00', '09:00'),
      slot('s2', '10:00', '11:00'),
      slot('s3', '10:59', '12:00'),
      slot('s4', '12:00', '13:00'),
    ])
    expect(of('ends-first', day).map((w) => w.slot)).toEqual(['s1'])
    expect(of('overlap', day).map((w) => w.slot)).toEqual(['s3'])
  })
})

it('a slot that was taken out of the day still gives its name to notes', () => {
  const day = pack([slot('s1', '09:00', '10:00'), slot('s2', '10:00', '11:00', { removedAt: 5 })])
  expect(day.slots.map((s) => s.id)).toEqual(['s1'])
  expect(slotOf(day, 's2')?.title).toBe('s2')
  expect([slotOf(day, null), slotOf(day, 'never')]).toEqual([undefined, undefined])
})

const PEOPLE = ['p1', 'p2', 'p3', 'p4']
const QUESTIONS = ['q1', 'q2', 'q3']
const SLOTS = ['s1', 's2', 's3', 's4', 's5']
const clock = fc.integer({ min: 0, max: 12 }).map((quarters) => clockAfter('09:00', quarters * 15))

const anySlot = (id: string) =>
  fc.record({
    id: fc.constant(id),
    start: clock,
    end: clock,
    title: fc.constant(id),
    place: fc.constantFrom('', 'Hall', 'Library'),
    wholeTeam: fc.boolean(),
    questions: fc.uniqueArray(fc.constantFrom(...QUESTIONS)),
    kind: fc.constantFrom<Slot['kind'][]>(null, 'break', 'lunch', 'lesson_visit', 'keep_in_touch'),
    removedAt: fc.constantFrom(null, null, null, 9),
  })
const anyGroup = (id: string) =>
  fc.record({
    id: fc.constant(id),
    label: fc.constantFrom('A', 'B', 'C'),
    slot: fc.constantFrom(...SLOTS, 'gone'),
    people: fc.uniqueArray(fc.constantFrom(...PEOPLE, 'visitor')),
    activity: fc.constant(''),
    place: fc.constantFrom('', 'Studio'),
    seen: fc.constantFrom('', 'Year 3', 'Year 4', '5K'),
    removedAt: fc.constantFrom(null, null, null, 9),
  })
const anyParts = fc.record({
  slots: fc.tuple(...SLOTS.map(anySlot)),
  groups: fc.tuple(...Array.from({ length: 9 }, (_, i) => anyGroup(`g${i}`))),
  questions: fc.tuple(
    ...[1, 2, 3].map((n) => fc.constantFrom(null, null, 3).map((at) => question(n, at))),
  ),
})
type Parts = { slots: Slot[]; groups: Group[]; questions: KeyQuestion[] }
const packOf = ({ slots, groups, questions }: Parts) => pack(slots, groups, questions)

/** The same four rules asked minute by minute and name by name, with no pairs and no sets. */
function oracle({ slots, groups, questions }: Parts): string[] {
  const live = slots.filter((s) => s.removedAt === null)
  const in_ = (s: Slot, person: string) =>
    groups.filter((g) => g.removedAt === null && g.slot === s.id && g.people.includes(person))
  const minutes = Array.from({ length: 240 }, (_, i) => clockAfter('09:00', i))
  const found: string[] = []
  for (const person of [...PEOPLE, 'visitor'])
    for (const s of live) {
      if (in_(s, person).length > 1) found.push(`twice ${person} ${s.id}`)
      const team = person !== 'visitor'
      for (const other of live) {
        const before = other.start < s.start || (other.start === s.start && other.id < s.id)
        const both = [s, other].every((x) => in_(x, person).length > 0 || (x.wholeTeam && team))
        const shared = minutes.some(
          (m) => s.start <= m && m < s.end && other.start <= m && m < other.end,
        )
        if (before && both && shared) found.push(`twice ${person} ${s.id}`)
      }
      const free = s.wholeTeam || s.kind === 'break' || s.kind === 'lunch'
      if (team && !free && in_(s, person).length === 0) found.push(`idle ${person} ${s.id}`)
    }
  for (const q of questions)
    if (q.withdrawnAt === null && live.every((s) => !s.questions.includes(q.id)))
      found.push(`unserved ${q.id}`)
  const lessons = live.filter(({ kind }) => kind === null || kind === 'lesson_visit')
  for (const seen of ['Year 3', 'Year 4', '5K']) {
    let visits = 0
    for (const g of groups)
      if (g.removedAt === null && g.seen === seen && lessons.some((s) => s.id === g.slot)) visits++
    if (visits >= 3) found.push(`same-class ${seen} ${visits}`)
  }
  return [...new Set(found)].sort()
}

const say = (w: TimetableWarning): string[] => {
  if (w.kind === 'twice' || w.kind === 'idle') return [`${w.kind} ${w.person} ${w.slot}`]
  if (w.kind === 'unserved') return [`unserved ${w.question}`]
  const visits = /^(.+) is visited (\d+) times\.$/.exec(w.words)
  return w.kind === 'same-class' ? [`same-class ${visits?.[1]} ${visits?.[2]}`] : []
}

describe('for any day', () => {
  it('B9 a slow and simple reading of the rules finds the same', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const found = timetableWarnings(packOf(parts), PEOPLE).flatMap(say)
        expect([...new Set(found)].sort()).toEqual(oracle(parts))
      }),
      { numRuns: 400 },
    )
  })

  it('the order in which records lie makes no difference', () => {
    const shuffled = anyParts.chain((parts) =>
      fc.record({
        parts: fc.constant(parts),
        slots: fc.shuffledSubarray(parts.slots, { minLength: parts.slots.length }),
        groups: fc.shuffledSubarray(parts.groups, { minLength: parts.groups.length }),
        questions: fc.shuffledSubarray(parts.questions, { minLength: parts.questions.length }),
        team: fc.shuffledSubarray(PEOPLE, { minLength: PEOPLE.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ parts, team, ...other }) => {
        // Not by assemblePack, which would sort them first.
        const raw = (p: Parts): Pack => ({ ...packOf(parts), ...p })
        expect(timetableWarnings(raw(other), team)).toEqual(timetableWarnings(raw(parts), PEOPLE))
      }),
    )
  })

  it('what is taken out is no longer warned of', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        for (const warning of timetableWarnings(packOf(parts), PEOPLE)) {
          const mended: Parts = {
            slots: parts.slots.map((s) => (s.id === warning.slot ? { ...s, removedAt: 1 } : s)),
            groups: parts.groups,
            questions: parts.questions.map((q) =>
              q.id === warning.question ? { ...q, withdrawnAt: 1 } : q,
            ),
          }
          const after = timetableWarnings(packOf(mended), PEOPLE)
          expect(after).not.toContainEqual(warning)
        }
      }),
    )
  })
})

describe('the proposed day', () => {
  const hard: WarningKind[] = ['twice', 'idle', 'unserved', 'overlap', 'ends-first', 'no-time']

  function proposed(size: number, asked: number): { day: Pack; team: string[] } {
    const team = Array.from({ length: size }, (_, i) => `p${i}`)
    const questions = Array.from({ length: asked }, (_, i) => question(i + 1))
    const planned = templateDay(questions, inPairs(team), '08:15')
    const slots = planned.map((p, i) => ({ ...p.slot, id: `s${i}`, removedAt: null }))
    const groups = planned.flatMap((p, i) =>
      p.groups.map((g, j) => ({ ...g, id: `g${i}-${j}`, slot: `s${i}`, removedAt: null })),
    )
    return { day: pack(slots, groups, questions), team }
  }

  it.each([4, 5, 6, 7, 8, 9, 10])('B9 asks nothing of a team of %i', (size) => {
    for (const asked of [0, 1, 2, 3, 4, 5]) {
      const { day, team } = proposed(size, asked)
      const kinds = timetableWarnings(day, team).map((w) => w.kind)
      expect(kinds.filter((kind) => hard.includes(kind))).toEqual([])
    }
  })

  it('holds for eight reviewers, five questions and twelve slots', () => {
    const { day, team } = proposed(8, 5)
    const more = [
      slot('t1', '16:05', '16:30', { wholeTeam: true }),
      slot('t2', '16:30', '16:45', { kind: 'break' }),
    ]
    const long = pack([...day.slots, ...more], [...day.groups], [...day.questions])
    expect(long.slots).toHaveLength(12)
    expect(timetableWarnings(long, team)).toEqual([])
  })

  it('leaves withdrawn questions out', () => {
    const planned = templateDay([question(1), question(2, 4)], inPairs(['p1', 'p2']), '08:00')
    expect([...new Set(planned.flatMap((p) => p.slot.questions))]).toEqual(['q1'])
    expect(planned[0]?.slot.start).toBe('08:00')
  })

  it('makes pairs, and three of the last where one is left over', () => {
    expect(inPairs(['p1', 'p2', 'p3', 'p4', 'p5'])).toEqual([
      { label: 'A', people: ['p1', 'p2'] },
      { label: 'B', people: ['p3', 'p4', 'p5'] },
    ])
    expect(inPairs(['p1'])).toEqual([{ label: 'A', people: ['p1'] }])
  })
})
