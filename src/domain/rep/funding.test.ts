import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccessFacts, RepAccess } from '../access/facts.ts'
import { type Decision, judge } from '../decisions.ts'
import { isoDate, personId } from '../ids.ts'
import { ROLES, type Role } from '../roles.ts'
import { approvedGbp, fundingReason, repFundingMachine } from './funding.ts'

const rep: RepAccess = {
  id: 'rep-pond-1',
  urn: '900001',
  kind: 'finance',
  mentors: ['p'],
  writtenBy: 'p',
  extensionOf: null,
  extensionNo: 0,
}
const holding = (role: Role, urn: string | null): AccessFacts => ({
  person: personId('p'),
  name: 'P',
  today: isoDate('2026-11-24'),
  roles: [{ role, urn, from: '2024-09-01', to: null }],
  reviews: [],
  calendar: [],
  heads: [],
  reps: [rep],
})
const CEO = holding('CEO', null)
const step = (from: string, to: string, reason: string | null, facts = CEO) =>
  judge(repFundingMachine, from, { from, to, reason }, facts, rep)

let seq = 0
const decision = (to: string, reason: string | null, machine = 'rep-funding'): Decision => ({
  id: '0'.repeat(32),
  machine,
  subject: 'rep/rep-pond-1',
  from: 'none',
  to,
  reason,
  madeAt: 1,
  seq: ++seq,
  by: 'p01',
  role: 'CEO',
  device: '',
  receivedAt: 1,
  previous: '',
  hash: '',
})

describe('C18 money from reserves', () => {
  it('C18 is approved, changed, withdrawn and approved again by the CEO alone', () => {
    const steps = [
      ['none', 'approved', fundingReason(2400)],
      ['approved', 'approved', fundingReason(3000)],
      ['approved', 'withdrawn', null],
      ['withdrawn', 'approved', fundingReason(1)],
    ] as const
    for (const [from, to, reason] of steps) {
      expect(step(from, to, reason)).toEqual({ ok: true, value: 'CEO' })
      for (const role of ROLES.filter((one) => one !== 'CEO'))
        for (const urn of [null, '900001', '900002'])
          expect(step(from, to, reason, holding(role, urn))).toEqual({
            ok: false,
            error: 'not-your-role',
          })
    }
    expect(step('none', 'withdrawn', null)).toEqual({ ok: false, error: 'not-a-step' })
  })

  it.each([
    null,
    '',
    'Yes',
    '£ from reserves',
    '£0 from reserves',
    '£-5 from reserves',
    '£2,400.50 from reserves',
    '£24,00 from reserves',
    '£2400 from reserves',
    '£2,400 from reserves and more',
  ])('C18 approves no sum that is not said: %s', (reason) => {
    expect(step('none', 'approved', reason)).toEqual({ ok: false, error: 'needs-reason' })
    expect(approvedGbp([decision('approved', reason)])).toBe(0)
  })

  it('C18 writes the sum as people read it, and reads every sum back', () => {
    expect(fundingReason(2400)).toBe('£2,400 from reserves')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (gbp) => {
        expect(step('none', 'approved', fundingReason(gbp)).ok).toBe(true)
        expect(approvedGbp([decision('approved', fundingReason(gbp))])).toBe(gbp)
      }),
    )
  })

  it('C18 counts the last word: a new sum takes the place of the old one, a withdrawal leaves none', () => {
    const first = decision('approved', fundingReason(2400))
    const more = decision('approved', fundingReason(3000))
    const none = decision('withdrawn', null)
    const again = decision('approved', fundingReason(500))
    const other = decision('ended', 'CEO letter of 24/11/2026', 'rep')
    expect(approvedGbp([])).toBe(0)
    expect(approvedGbp([first, other])).toBe(2400)
    expect(approvedGbp([first, more])).toBe(3000)
    expect(approvedGbp([first, more, none])).toBe(0)
    expect(approvedGbp([first, more, none, again])).toBe(500)
  })
})
