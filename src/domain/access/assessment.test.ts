import { describe, expect, it } from 'vitest'
import { isoDate, personId } from '../ids.ts'
import { type Role, ROLES } from '../roles.ts'
import {
  followsAll,
  mayCheckBoundaries,
  mayKeepPapers,
  mayWaive,
  sittingDocument,
} from './assessment.ts'
import type { AccessFacts } from './facts.ts'

const HERE = '900001'
const THERE = '900002'
const who = (role: Role, school: string | null, to: string | null = null): AccessFacts => ({
  person: personId('p12'),
  name: 'Juno Paperclip',
  today: isoDate('2026-11-24'),
  roles: [{ role, urn: school, from: '2024-09-01', to }],
  reviews: [],
  calendar: [],
  heads: [],
})
const roles = (may: (facts: AccessFacts) => boolean, school: string | null = HERE) =>
  ROLES.filter((role) => may(who(role, school)))

describe('who may in question analysis', () => {
  it('C30 boundaries are checked by an AP Achievement, of whatever school, and by nobody else', () => {
    expect(roles(mayCheckBoundaries)).toEqual(['AP Achievement'])
    expect(mayCheckBoundaries(who('AP Achievement', THERE))).toBe(true)
    expect(mayCheckBoundaries(who('AP Achievement', HERE, '2026-11-23'))).toBe(false)
  })

  it('C28 steps are waived by the senior leaders of the school itself', () => {
    expect(roles((facts) => mayWaive(facts, HERE))).toEqual(['Head', 'HoS', 'AP Achievement'])
    expect(roles((facts) => mayWaive(facts, THERE))).toEqual([])
    expect(roles((facts) => mayWaive(facts, HERE), null)).toEqual([])
  })

  it('B10 the library is kept by those who lead subjects and assessment; teachers use it', () => {
    expect(roles(mayKeepPapers)).toEqual([
      'Head',
      'HoS',
      'EHT',
      'Central AHT',
      'TIL',
      'Subject lead',
      'AP Achievement',
    ])
  })
})

describe('C53 which analyses are on a device', () => {
  const classes = `classes/${HERE}/2026-27`
  const of = (facts: AccessFacts, teachers: readonly string[], doc = classes) =>
    sittingDocument(facts, doc, { sitting: 's1', teachers })
  const NAME = `qla/${HERE}/2026-27/s1`

  it('C53 a teacher has those of their own classes and no colleague’s', () => {
    const teacher = who('Teacher', HERE)
    expect(of(teacher, ['p12', 'p23'])).toBe(NAME)
    expect(of(teacher, ['p23'])).toBeNull()
    expect(of(who('Teacher', THERE), ['p12'])).toBeNull()
    expect(of(who('Teacher', HERE, '2026-11-23'), ['p12'])).toBeNull()
  })

  it('C53 who leads or assesses the school has all of its own school', () => {
    expect(roles((facts) => followsAll(facts, HERE))).toEqual([
      'Head',
      'HoS',
      'Subject lead',
      'AP Achievement',
    ])
    expect(of(who('Head', HERE), ['p23'])).toBe(NAME)
    expect(of(who('Head', THERE), ['p23'])).toBeNull()
    expect(of(who('CEO', null), ['p23'])).toBeNull()
  })

  it.each(['trust', 'school/900001/2026-27', 'nonsense'])(
    'C53 a record in %s, where none belongs, brings nothing',
    (doc) => {
      expect(of(who('Head', HERE), ['p12'], doc)).toBeNull()
    },
  )
})
