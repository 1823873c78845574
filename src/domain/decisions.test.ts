import { describe, expect, it } from 'vitest'
import type { AccessFacts, ReviewAccess } from './access/facts.ts'
import {
  type Decision,
  decisionText,
  judge,
  proposalSchema,
  stageOf,
  stepsFrom,
} from './decisions.ts'
import { isoDate, personId } from './ids.ts'
import { REVIEW_ENDS, REVIEW_STAGES, stageWords } from './peer-review/stage-order.ts'
import { reviewMachine } from './peer-review/stages.ts'
import type { Role } from './roles.ts'

const review: ReviewAccess = {
  id: 'r1',
  urn: '900001',
  date: '2026-11-24',
  lead: 'p07',
  reviewers: ['p04', 'p05'],
  blindFirst: false,
  revealed: false,
}
const facts = (
  person: string,
  role: Role | null = null,
  urn: string | null = null,
): AccessFacts => ({
  person: personId(person),
  name: person,
  today: isoDate('2026-11-24'),
  roles: role ? [{ role, urn, from: '2024-09-01', to: null }] : [],
  reviews: [review],
  calendar: [],
  heads: [],
})

const WHO = {
  head: facts('p03', 'Head', '900001'),
  hos: facts('p33', 'HoS', '900001'),
  otherHead: facts('p06', 'Head', '900002'),
  ceo: facts('p01', 'CEO'),
  eht: facts('p02', 'EHT'),
  apf: facts('p21', 'APF'),
  lead: facts('p07', 'Central AHT'),
  reviewer: facts('p04', 'Head', '900003'),
  teacher: facts('p12', 'Teacher', '900001'),
} as const
type Name = keyof typeof WHO
const NAMES = Object.keys(WHO) as Name[]

const SCHOOL: Name[] = ['head', 'hos']
const TRUST: Name[] = ['ceo', 'eht']
const FACILITATOR: Name[] = ['ceo', 'eht', 'apf']

/** Domain notes B9: who makes each step, and nobody else. */
const STEPS: readonly (readonly [from: string, to: string, who: Name[]])[] = [
  ['planned', 'focus_sent', SCHOOL],
  ['focus_sent', 'expanded', TRUST],
  ['expanded', 'timetable_drafted', [...TRUST, ...SCHOOL]],
  ['timetable_drafted', 'agreed', SCHOOL],
  ['agreed', 'circulated', TRUST],
  ['circulated', 'on_the_day', ['lead']],
  ['on_the_day', 'synthesised', ['lead']],
  ['synthesised', 'notes_handed_over', ['lead', ...SCHOOL]],
  ['notes_handed_over', 'letter_drafted', ['lead']],
  ['letter_drafted', 'letter_agreed', [...SCHOOL, 'lead', 'reviewer']],
  ['letter_agreed', 'letter_issued', ['lead', ...TRUST]],
  ['letter_issued', 'session_booked', [...FACILITATOR, ...SCHOOL]],
  ['session_booked', 'session_held', [...FACILITATOR, ...SCHOOL]],
  ['session_held', 'closed', [...FACILITATOR, ...SCHOOL]],
]

const stages = REVIEW_STAGES.map(([stage]) => stage)
const makers = (from: string, to: string, reason: string | null = null) =>
  NAMES.filter((name) => judge(reviewMachine, from, { from, to, reason }, WHO[name], review).ok)

describe('B9 the peer-review machine', () => {
  it.each(STEPS)('B9 from %s to %s', (from, to, who) => {
    expect(makers(from, to).sort()).toEqual([...who].sort())
  })

  it('B9 has no other step forward, and none back', () => {
    const known = new Set(STEPS.map(([from, to]) => `${from} ${to}`))
    const others = stages.flatMap((from) =>
      stages.filter((to) => !known.has(`${from} ${to}`) && makers(from, to).length > 0),
    )
    expect(others).toEqual([])
  })

  it.each(REVIEW_ENDS.map(([end]) => end))(
    'B9 can end as %s until it is closed, with a reason',
    (end) => {
      const ending = (reason: string | null) =>
        stages.map((from) => makers(from, end, reason).sort().join(' '))
      const allowed = [...SCHOOL, ...TRUST].sort().join(' ')
      expect(ending('Snow')).toEqual(stages.map((from) => (from === 'closed' ? '' : allowed)))
      expect(ending(null)).toEqual(stages.map(() => ''))
      expect(ending('  ')).toEqual(stages.map(() => ''))
    },
  )

  it('B9 says in which role a step is made', () => {
    const step = { from: 'circulated', to: 'on_the_day', reason: null }
    expect(judge(reviewMachine, 'circulated', step, WHO.lead, review)).toEqual({
      ok: true,
      value: 'Review lead',
    })
    const sent = { from: 'planned', to: 'focus_sent', reason: null }
    expect(judge(reviewMachine, 'planned', sent, WHO.hos, review)).toEqual({
      ok: true,
      value: 'HoS',
    })
  })

  it('B9 tells apart what was overtaken, what is no step and whose step it is', () => {
    const fault = (stage: string, from: string, to: string) => {
      const judged = judge(reviewMachine, stage, { from, to, reason: null }, WHO.teacher, review)
      return judged.ok ? null : judged.error
    }
    expect(fault('agreed', 'planned', 'focus_sent')).toBe('moved-on')
    expect(fault('planned', 'planned', 'closed')).toBe('not-a-step')
    expect(fault('planned', 'planned', 'focus_sent')).toBe('not-your-role')
  })

  it('B9 counts a role only on the days it is held', () => {
    const left: AccessFacts = {
      ...WHO.ceo,
      roles: [{ role: 'CEO', urn: null, from: '2020-01-01', to: '2026-11-23' }],
    }
    const step = { from: 'agreed', to: 'circulated', reason: null }
    expect(judge(reviewMachine, 'agreed', step, left, review).ok).toBe(false)
  })

  it('offers the same steps that it would confirm', () => {
    expect(stepsFrom(reviewMachine, 'circulated', WHO.lead, review).map(({ to }) => to)).toEqual([
      'on_the_day',
    ])
    expect(stepsFrom(reviewMachine, 'circulated', WHO.teacher, review)).toEqual([])
    expect(stepsFrom(reviewMachine, 'closed', WHO.ceo, review)).toEqual([])
  })

  it('has words for every stage, and keeps those it does not know', () => {
    for (const stage of stages) expect(stageWords(stage)).not.toBe(stage)
    expect(stageWords('from-a-newer-app')).toBe('from-a-newer-app')
  })
})

const decision = (seq: number, to: string, changes: Partial<Decision> = {}): Decision => ({
  id: seq.toString(16).padStart(32, '0'),
  machine: 'peer-review',
  subject: 'review/r1',
  from: 'x',
  to,
  reason: null,
  madeAt: 1,
  seq,
  by: 'p03',
  role: 'Head',
  device: 'a'.repeat(32),
  receivedAt: 2,
  previous: '',
  hash: '',
  ...changes,
})

describe('decisions', () => {
  it('lead a subject to where the last of them points, in whatever order they come', () => {
    const all = [
      decision(3, 'timetable_drafted'),
      decision(1, 'focus_sent'),
      decision(4, 'closed', { subject: 'review/r2' }),
      decision(5, 'closed', { machine: 'rep' }),
      decision(2, 'expanded'),
    ]
    expect(stageOf(reviewMachine, 'review/r1', all)).toBe('timetable_drafted')
    expect(stageOf(reviewMachine, 'review/r9', all)).toBe('planned')
  })

  it('are hashed over every field but the hash itself', () => {
    const base = decision(1, 'focus_sent')
    const texts = new Set([decisionText(base)])
    for (const [field, value] of Object.entries(base))
      if (field !== 'hash') {
        const changed = typeof value === 'number' ? value + 1 : `${value ?? ''}x`
        texts.add(decisionText({ ...base, [field]: changed }))
      }
    expect(texts.size).toBe(Object.keys(base).length)
  })

  it('are proposed with an id made by chance and nothing oversized', () => {
    const {
      seq: _s,
      by: _b,
      role: _r,
      device: _d,
      receivedAt: _a,
      previous: _p,
      hash: _h,
      ...proposal
    } = decision(1, 'x')
    expect(proposalSchema.safeParse(proposal).success).toBe(true)
    expect(proposalSchema.safeParse({ ...proposal, id: 'mine' }).success).toBe(false)
    expect(proposalSchema.safeParse({ ...proposal, reason: 'x'.repeat(601) }).success).toBe(false)
  })
})
