import { describe, expect, it } from 'vitest'
import type { AccessFacts, ReviewAccess } from '../access/facts.ts'
import { may } from '../access/table.ts'
import { type Action, actionRecord } from '../actions/action.ts'
import { judge } from '../decisions.ts'
import { parseDocumentName } from '../documents.ts'
import { isoDate, personId, reviewId } from '../ids.ts'
import { reviewMachine } from '../peer-review/stages.ts'
import type { RoleAssignment } from '../roles.ts'
import { commitmentLacks, ideasLeft } from './commitments.ts'
import { judgeFacilitators } from './facilitators.ts'
import { planGuards } from './plan-guards.ts'
import {
  areasToBring,
  type Idea,
  ideaRecord,
  ideasAt,
  type Session,
  sessionOf,
  sessionRecord,
  type Table,
  tableRecord,
  tablesOf,
} from './session.ts'

const review: ReviewAccess = {
  id: 'r1',
  urn: '900001',
  date: '2026-11-17',
  lead: 'p07',
  reviewers: ['p03', 'p04'],
  blindFirst: false,
  revealed: false,
}
const facts = (
  person: string,
  role: RoleAssignment['role'] | null,
  urn: string | null,
  changes: Partial<ReviewAccess> = {},
): AccessFacts => ({
  person: personId(person),
  name: person,
  today: isoDate('2026-11-24'),
  roles: role ? [{ role, urn, from: '2024-09-01', to: null }] : [],
  reviews: [{ ...review, ...changes }],
  calendar: [],
  heads: [],
})
const PLAN = { kind: 'plan', review: reviewId('r1') } as const

describe('who opens an action plan', () => {
  const can = (who: AccessFacts) =>
    (['read', 'write'] as const).filter((action) => may(who, action, PLAN)).join(' ')

  it('is a document of its own', () => {
    expect(parseDocumentName('plan/r1')).toEqual({ ok: true, value: PLAN })
    expect(parseDocumentName('plan/r1/notes').ok).toBe(false)
  })

  it('is written by the school’s leaders and the facilitators who are named, and read by the team and the CEO', () => {
    expect(can(facts('p03', 'Head', '900001'))).toBe('read write')
    expect(can(facts('p09', 'HoS', '900001'))).toBe('read write')
    expect(can(facts('p21', 'APF', null))).toBe('')
    expect(can(facts('p21', 'APF', null, { facilitators: ['p21'] }))).toBe('read write')
    expect(can(facts('p04', 'Head', '900002'))).toBe('read')
    expect(can(facts('p01', 'CEO', null))).toBe('read')
    expect(can(facts('p06', 'Head', '900004'))).toBe('')
    expect(can(facts('p10', 'CFO', null))).toBe('')
  })

  it('is read by staff of the school for whom it is listed, and by nobody else', () => {
    const staff = { ...facts('p12', 'Teacher', '900001'), reviews: [] }
    expect(can(staff)).toBe('')
    const listed = { ...staff, plans: [{ id: 'r1', urn: '900001', date: '2026-11-17' }] }
    expect(can(listed)).toBe('read')
    expect(may(listed, 'read', { kind: 'review', review: reviewId('r1') })).toBe(false)
  })
})

describe('C12: a facilitator who was a reviewer asks for a reason', () => {
  const head = facts('p03', 'Head', '900001')
  const name = (facilitators: string[], reason = '') =>
    judgeFacilitators(head, review, 'letter_issued', { facilitators, reason })

  it('somebody from outside the team needs none', () => {
    expect(name(['p21', 'p22'])).toBeNull()
  })

  it('a reviewer, the lead and the head need one', () => {
    for (const person of ['p04', 'p07', 'p03']) {
      expect(name(['p21', person])).toBe('needs-reason')
      expect(name(['p21', person], '  ')).toBe('needs-reason')
      expect(name(['p21', person], 'The facilitator fell ill')).toBeNull()
    }
  })

  it('is named by those who may, while the review is open', () => {
    const named = { facilitators: ['p21'], reason: '' }
    expect(judgeFacilitators(facts('p12', 'Teacher', '900001'), review, 'x', named)).toBe(
      'not-allowed',
    )
    expect(judgeFacilitators(facts('p06', 'Head', '900004'), review, 'x', named)).toBe(
      'not-allowed',
    )
    expect(judgeFacilitators(head, review, 'closed', named)).toBe('too-late')
    expect(judgeFacilitators(head, review, 'withdrawn', named)).toBe('too-late')
  })

  it('makes the steps of the session, and no others', () => {
    const of = facts('p09', null, null, { facilitators: ['p09'] })
    const access = { ...review, facilitators: ['p09'] }
    const step = (from: string, to: string) =>
      judge(reviewMachine, from, { from, to, reason: null }, of, access)
    expect(step('letter_issued', 'session_booked').ok).toBe(true)
    expect(step('session_booked', 'session_held').ok).toBe(true)
    expect(step('on_the_day', 'synthesised').ok).toBe(false)
  })
})

const table = (id: string, fields: Partial<Table> = {}): Table => {
  const read = tableRecord.read({ type: 'plan-table', id, madeAt: 1, ...fields })
  if (!read.ok) throw new Error('Not read')
  return read.value
}
const idea = (id: string, at: string, text = `Idea ${id}`): Idea => {
  const raw = { type: 'idea', id, table: at, text, by: 'p21', madeAt: 1 }
  const read = ideaRecord.read(raw)
  if (!read.ok) throw new Error('Not read')
  return read.value
}
const session = (id: string, fields: Partial<Session> = {}): Session => {
  const read = sessionRecord.read({ type: 'session', id, ...fields })
  if (!read.ok) throw new Error('Not read')
  return read.value
}
const commitment = (fields: Readonly<Record<string, unknown>> = {}): Action => {
  const read = actionRecord.read({
    type: 'action',
    id: 'a',
    source: { type: 'action-plan', id: 'r1' },
    by: 'p03',
    madeAt: 1,
    ...fields,
  })
  if (!read.ok) throw new Error('Not read')
  return read.value
}
const WHOLE = {
  what: 'A shelf in each room',
  owner: { kind: 'role', value: 'Teachers of Years 3 to 5' },
  due: '2027-02-12',
  lookFor: 'Pupils point to the shelf',
}

describe('C44: what is known is brought in, never typed again', () => {
  const areas = [
    { id: 'pt1', text: 'How pupils in Year 5 choose a book' },
    { id: 'pt2', text: 'What happens between lessons' },
    { id: 'pt3', text: '   ' },
  ]

  it('each area to explore once, also after its table was taken away', () => {
    expect(areasToBring(areas, []).map(({ id }) => id)).toEqual(['pt1', 'pt2'])
    const brought = [table('t1', { from: 'pt1' }), table('t2', { from: 'pt2', removedAt: 9 })]
    expect(areasToBring(areas, brought)).toEqual([])
  })

  it('an area that two devices brought in while apart is one table with all its ideas', () => {
    const tables = tablesOf([
      table('t9', { from: 'pt1', madeAt: 2 }),
      table('t1', { from: 'pt1', madeAt: 1 }),
      table('t5', { madeAt: 3 }),
      table('t6', { madeAt: 4 }),
    ])
    expect(tables.map(({ id, n }) => [id, n])).toEqual([
      ['t1', 1],
      ['t5', 2],
      ['t6', 3],
    ])
    const ideas = [idea('i2', 't9'), idea('i1', 't1'), idea('i3', 't5'), idea('i4', 't1', ' ')]
    expect(tables[0] && ideasAt(ideas, tables[0]).map(({ id }) => id)).toEqual(['i1', 'i2'])
  })

  it('an idea that became a commitment is not offered again', () => {
    const ideas = [idea('i1', 't1'), idea('i2', 't1')]
    expect(ideasLeft(ideas, [commitment({ links: ['i1'] })]).map(({ id }) => id)).toEqual(['i2'])
  })
})

it('two devices that each began the session fill each other’s gaps', () => {
  const filled = sessionOf([
    session('s2', { date: '2026-12-08', place: 'Hall' }),
    session('s1', { place: 'Studio', attendees: 0 }),
  ])
  expect(filled).toMatchObject({ id: 's1', place: 'Studio', date: '2026-12-08', attendees: 0 })
  expect(sessionOf([])).toBeNull()
})

describe('what stands before the steps of the session', () => {
  const guards = (to: string, facts: Partial<Parameters<typeof planGuards>[1]> = {}) =>
    planGuards(to, { review, session: session('s'), actions: [], ...facts }).map(
      ({ kind, words }) => `${kind}: ${words}`,
    )

  it('booked needs a day and a facilitator', () => {
    expect(guards('session_booked')).toEqual([
      'stop: The session has no date yet: set one.',
      'stop: Nobody is named to facilitate the session: name one person or more.',
    ])
    const named = { ...review, facilitators: ['p21'] }
    const day = session('s', { date: '2026-12-08' })
    expect(guards('session_booked', { review: named, session: day })).toEqual([])
  })

  it('C12: shows the reason why a reviewer facilitates', () => {
    const named = { ...review, facilitators: ['p04'], facilitatorReason: 'Nobody else was free' }
    const day = session('s', { date: '2026-12-08' })
    expect(guards('session_booked', { review: named, session: day })).toEqual([
      'show: A facilitator was a reviewer. Reason: Nobody else was free.',
    ])
  })

  it('held needs a commitment or a reason', () => {
    const came = session('s', { attendees: 40 })
    expect(guards('session_held', { session: came })).toEqual([
      'ask: Nothing was committed to. The session can have been held all the same?',
    ])
    expect(guards('session_held', { session: came, actions: [commitment(WHOLE)] })).toEqual([])
  })

  it('a commitment needs an owner, a date and a look-for, and is told which it lacks', () => {
    const lacks = (fields: Readonly<Record<string, unknown>>) =>
      commitmentLacks(commitment({ ...WHOLE, ...fields }))
    expect(lacks({})).toEqual([])
    expect(lacks({ owner: null })).toEqual(['an owner'])
    expect(lacks({ owner: { kind: 'role', value: ' ' } })).toEqual(['an owner'])
    expect(lacks({ due: '' })).toEqual(['a date'])
    expect(lacks({ due: '12/2' })).toEqual(['a date'])
    expect(lacks({ lookFor: '' })).toEqual(['a look-for'])
    const bare = commitment({ ...WHOLE, owner: null, due: '', lookFor: '' })
    expect(
      guards('session_held', { session: session('s', { attendees: 1 }), actions: [bare] }),
    ).toEqual(['stop: Commitment 1 lacks an owner, a date and a look-for: add that, or remove it.'])
  })

  it('another review’s commitments count for nothing', () => {
    const other = commitment({ ...WHOLE, source: { type: 'action-plan', id: 'r2' } })
    const walk = commitment({ ...WHOLE, source: { type: 'walkaround', id: 'r1' } })
    const came = session('s', { attendees: 40 })
    expect(guards('session_held', { session: came, actions: [other, walk] })).toHaveLength(1)
  })

  it('closed shows that no day is set to look again', () => {
    expect(guards('closed')).toHaveLength(1)
    expect(guards('closed', { session: session('s', { reviewOn: '2027-06-18' }) })).toEqual([])
    expect(planGuards('on_the_day', null)).toEqual([])
  })
})
