import { describe, expect, it } from 'vitest'
import type { AccessFacts, RepAccess } from '../access/facts.ts'
import { judge, stepsFrom } from '../decisions.ts'
import { isoDate, personId } from '../ids.ts'
import { MACHINES } from '../machines.ts'
import type { Role } from '../roles.ts'
import { countReps, endingReason, extensionReason } from './extending.ts'
import { repMachine } from './machine.ts'

const HERE = '900001'
const rep: RepAccess = {
  id: 'rep-pond-1',
  urn: HERE,
  kind: 'education',
  mentors: ['mentor'],
  writtenBy: 'eht',
  extensionOf: null,
  extensionNo: 0,
}
const finance: RepAccess = { ...rep, kind: 'finance' }

const facts = (person: string, role: Role, urn: string | null = null): AccessFacts => ({
  person: personId(person),
  name: person,
  today: isoDate('2026-11-24'),
  roles: [{ role, urn, from: '2024-09-01', to: null }],
  reviews: [],
  calendar: [],
  heads: [],
  reps: [rep],
})

const WHO = {
  ceo: facts('ceo', 'CEO'),
  eht: facts('eht', 'EHT'),
  ehtHere: facts('ehtHere', 'EHT', HERE),
  ehtThere: facts('ehtThere', 'EHT', '900002'),
  cfo: facts('cfo', 'CFO'),
  coo: facts('coo', 'COO'),
  head: facts('head', 'Head', HERE),
  hos: facts('hos', 'HoS', HERE),
  mentor: facts('mentor', 'Mentor'),
  board: facts('board', 'LSB Chair', HERE),
} as const
type Name = keyof typeof WHO
const NAMES = Object.keys(WHO) as Name[]
const LEADERS: Name[] = ['ceo', 'eht', 'ehtHere']

/** Domain notes B9: from where, whither, who for a plan about education, and who else about finance. */
const STEPS: readonly (readonly [from: string, to: string, who: Name[], finance: Name[]])[] = [
  ['drafted', 'issued', ['ceo'], []],
  ['issued', 'w1-reviewed', LEADERS, ['cfo']],
  ['w1-reviewed', 'w3-reviewed', LEADERS, ['cfo']],
  ['w3-reviewed', 'w6-reviewed', LEADERS, ['cfo']],
  ['issued', 'extended', LEADERS, []],
  ['w1-reviewed', 'extended', LEADERS, []],
  ['w3-reviewed', 'extended', LEADERS, []],
  ['w6-reviewed', 'extended', LEADERS, []],
  ['issued', 'ended', ['ceo'], []],
  ['w1-reviewed', 'ended', ['ceo'], []],
  ['w3-reviewed', 'ended', ['ceo'], []],
  ['w6-reviewed', 'ended', ['ceo'], []],
  ['extended', 'ended', ['ceo'], []],
]
const STAGES = [...new Set(STEPS.flatMap(([from, to]) => [from, to]))]

const REASONS: Readonly<Record<string, string>> = {
  extended: extensionReason(countReps([rep], HERE), 'Two items wait'),
  ended: endingReason('Aut 2, 2026-27'),
}

const makers = (about: RepAccess, from: string, to: string) =>
  NAMES.filter((name) => {
    const reason = REASONS[to] ?? null
    return judge(repMachine, from, { from, to, reason }, WHO[name], about).ok
  })

describe('B9 the machine of a rapid enhancement plan', () => {
  it.each(STEPS)('B9 from %s to %s: who', (from, to, who, alsoFinance) => {
    expect(makers(rep, from, to)).toEqual(who)
    expect(makers(finance, from, to)).toEqual(
      NAMES.filter((n) => [...who, ...alsoFinance].includes(n)),
    )
  })

  it('B9 knows no other step: no milestone is left out or gone back to, and the end is the end', () => {
    const found = STAGES.flatMap((from) =>
      STAGES.filter((to) => makers(finance, from, to).length > 0).map((to) => `${from} ${to}`),
    )
    expect(found.sort()).toEqual(STEPS.map(([from, to]) => `${from} ${to}`).sort())
    expect(stepsFrom(repMachine, 'ended', WHO.ceo, rep)).toEqual([])
  })

  it('C17 extends nothing without the count and a reason, and ends nothing without a letter', () => {
    for (const to of ['extended', 'ended'])
      for (const reason of [null, '', '  ', 'A reason', REASONS[to]?.slice(0, -14) ?? ''])
        expect(judge(repMachine, 'issued', { from: 'issued', to, reason }, WHO.ceo, rep)).toEqual({
          ok: false,
          error: 'needs-reason',
        })
  })

  it('B9 is found by its name, and is about the plan alone: not the work on it, not one elsewhere', () => {
    const step = { from: 'drafted', to: 'issued', reason: null }
    const said = (subject: string) =>
      MACHINES.get('rep')?.judge('drafted', { ...step, subject }, WHO.ceo)
    expect(said('rep/rep-pond-1')).toEqual({ ok: true, value: 'CEO' })
    for (const subject of ['rep-work/rep-pond-1', 'rep/another', 'review/rep-pond-1', 'trust'])
      expect(said(subject)).toEqual({ ok: false, error: 'not-allowed' })
    expect(
      MACHINES.get('peer-review')?.judge(
        'drafted',
        { ...step, subject: 'rep/rep-pond-1' },
        WHO.ceo,
      ),
    ).toEqual({ ok: false, error: 'not-allowed' })
  })
})
