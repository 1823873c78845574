import { describe, expect, it } from 'vitest'
import type { AccessFacts, ReviewAccess } from '../access/facts.ts'
import { isoDate, personId } from '../ids.ts'
import type { Role } from '../roles.ts'
import { judge } from '../decisions.ts'
import { askedToAgree, mayExport } from './rights.ts'
import { letterSharing } from './sharing.ts'

const review: ReviewAccess = {
  id: 'r1',
  urn: '900001',
  date: '2026-11-24',
  lead: 'p07',
  reviewers: ['p04', 'p05'],
  blindFirst: false,
  revealed: false,
}
const facts = (person: string, role: Role | null, change: Partial<ReviewAccess>): AccessFacts => ({
  person: personId(person),
  name: person,
  today: isoDate('2026-11-25'),
  roles: role ? [{ role, urn: '900001', from: '2024-09-01', to: null }] : [],
  reviews: [{ ...review, ...change }],
  calendar: [],
  heads: [{ urn: '900001', person: 'p03' }],
})
const exports = (person: string, role: Role | null, stage: string) => {
  const who = facts(person, role, { stage })
  return mayExport(who, who.reviews[0] ?? review)
}

describe('who may take the letter along', () => {
  it('C3: reviewers only once it is issued, the lead too', () => {
    for (const person of ['p07', 'p04']) {
      for (const stage of ['synthesised', 'letter_drafted', 'letter_agreed'])
        expect(exports(person, null, stage)).toBe(false)
      expect(exports(person, null, 'letter_issued')).toBe(true)
    }
  })

  it('C3: the head a draft too, and nobody who may not read it', () => {
    expect(exports('p03', 'Head', 'letter_drafted')).toBe(true)
    expect(exports('p08', 'HoS', 'letter_drafted')).toBe(false)
    expect(exports('p08', 'HoS', 'closed')).toBe(true)
    expect(exports('p09', 'Teacher', 'letter_issued')).toBe(false)
  })

  it('asks the team and the head to agree, the head on the team once', () => {
    expect(askedToAgree(facts('p07', null, {}), review)).toEqual(['p07', 'p04', 'p05', 'p03'])
    expect(askedToAgree(facts('p07', null, {}), { ...review, reviewers: ['p03', 'p04'] })).toEqual([
      'p07',
      'p03',
      'p04',
    ])
  })
})

describe('B10 sharing the letter', () => {
  const share = (role: Role | null, stage: string, person = 'p03') => {
    const who = facts(person, role, { stage })
    const step = { from: 'kept', to: 'shared', reason: null }
    return judge(letterSharing.staff, 'kept', step, who, who.reviews[0] ?? review)
  }
  it('B10 is the head’s, once it is issued', () => {
    expect(share('Head', 'letter_issued')).toEqual({ ok: true, value: 'Head' })
    expect(share('Head', 'letter_agreed').ok).toBe(false)
    expect(share('HoS', 'letter_issued', 'p08').ok).toBe(false)
    // A school without a head: its head of school stands in.
    expect(share('HoS', 'letter_issued')).toEqual({ ok: true, value: 'HoS' })
    expect(share(null, 'letter_issued').ok).toBe(false)
  })
})
