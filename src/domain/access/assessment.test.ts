import { describe, expect, it } from 'vitest'
import { parseDocumentName } from '../documents.ts'
import { isoDate, personId } from '../ids.ts'
import { type Role, ROLES } from '../roles.ts'
import {
  followsAll,
  mayCheckBoundaries,
  mayKeepPapers,
  mayOfClass,
  maySetQla,
  mayWaive,
  sittingDocument,
} from './assessment.ts'
import { documentsOf } from './documents-of.ts'
import type { AccessFacts } from './facts.ts'
import { may } from './table.ts'

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

  it('C30 M5 the document of checks is read with any role and written by an AP Achievement alone', () => {
    const of = { kind: 'boundary-checks' } as const
    for (const school of [HERE, null]) {
      expect(roles((facts) => may(facts, 'write', of), school)).toEqual(['AP Achievement'])
      expect(roles((facts) => may(facts, 'read', of), school)).toEqual([...ROLES])
    }
  })

  it('C28 steps are waived by the senior leaders of the school itself', () => {
    expect(roles((facts) => mayWaive(facts, HERE))).toEqual(['Head', 'HoS', 'AP Achievement'])
    expect(roles((facts) => mayWaive(facts, THERE))).toEqual([])
    expect(roles((facts) => mayWaive(facts, HERE), null)).toEqual([])
  })

  it('B10 the trust’s own numbers are set by those who lead achievement', () => {
    expect(roles(maySetQla)).toEqual(['AP Achievement'])
    expect(roles(maySetQla, null).toSorted()).toEqual([
      'AP Achievement',
      'Central AHT',
      'EHT',
      'TIL',
    ])
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

const LIST = `class/${HERE}/2026-27/p23-kestrels`
const PAPER = `qla/${HERE}/2026-27/p23-kestrels-maths`
const OTHER_PAPER = `qla/${HERE}/2026-27/p23-kestrels-reading`

/** Whether somebody opens the class that a colleague began, and a paper that it sat. */
const opens = (facts: AccessFacts) =>
  [LIST, PAPER, OTHER_PAPER].map((name) => {
    const ref = parseDocumentName(name)
    if (!ref.ok || (ref.value.kind !== 'class' && ref.value.kind !== 'qla')) throw new Error(name)
    return mayOfClass(facts, ref.value)
  })

describe('B10 a class is its teachers’', () => {
  const teacher = who('Teacher', HERE)

  it('B10 a teacher opens no colleague’s class by knowing its name', () => {
    expect(opens(teacher)).toEqual([false, false, false])
  })

  it('B10 whom the list names as teacher opens it and every paper it sat', () => {
    expect(opens({ ...teacher, teaching: [LIST] })).toEqual([true, true, true])
  })

  it('B10 who was asked to mark a paper opens that paper, not the list and no other', () => {
    expect(opens({ ...teacher, teaching: [PAPER] })).toEqual([false, true, false])
  })

  it('B10 to be named opens nothing without teaching at the school', () => {
    for (const facts of [
      who('LSB Chair', HERE),
      who('Site', HERE),
      who('Teacher', THERE),
      who('Teacher', HERE, '2026-11-23'),
      who('CEO', null),
    ])
      expect(opens({ ...facts, teaching: [LIST, PAPER] })).toEqual([false, false, false])
    expect(opens({ ...who('TA', HERE), teaching: [PAPER] })).toEqual([false, true, false])
  })

  it('B10 who began a class has it before the relay has heard, until it is handed on', () => {
    const began = { ...teacher, person: personId('p23') }
    expect(opens(began)).toEqual([true, true, true])
    expect(opens({ ...began, handedOn: [LIST] })).toEqual([false, false, false])
    expect(opens({ ...who('TA', HERE), person: personId('p23') })).toEqual([false, false, false])
  })

  it('B10 who leads or assesses the school has every class of it', () => {
    const leaders = ['Head', 'HoS', 'Subject lead', 'AP Achievement']
    expect(roles((facts) => followsAll(facts, HERE))).toEqual(leaders)
    expect(roles((facts) => opens(facts).every(Boolean))).toEqual(leaders)
    expect(roles((facts) => opens(facts).some(Boolean), THERE)).toEqual([])
    expect(roles((facts) => opens(facts).some(Boolean), null)).toEqual([])
  })
})

describe('C53 which analyses are on a device', () => {
  it('C53 a list brings the papers of its own class, to those who may open them', () => {
    const named = { ...who('Teacher', HERE), teaching: [LIST] }
    expect(sittingDocument(named, LIST, 'p23-kestrels-maths')).toBe(PAPER)
    expect(sittingDocument(who('Teacher', HERE), LIST, 'p23-kestrels-maths')).toBeNull()
    expect(sittingDocument(who('Head', HERE), LIST, 'p23-kestrels-maths')).toBe(PAPER)
  })

  it('B10 a list that names another class’s paper brings nothing', () => {
    const own = `class/${HERE}/2026-27/p12-owls`
    expect(sittingDocument(who('Head', HERE), own, 'p23-kestrels-maths')).toBeNull()
  })

  it('C53 lists of this year and the last come to the device, older ones do not', () => {
    const lists = ['2026-27', '2025-26', '2024-25'].map((year) => `class/${HERE}/${year}/p23-a`)
    const held = documentsOf({ ...who('Teacher', HERE), teaching: [...lists, PAPER] })
    expect(held.filter((name) => /^(class|qla)\//.test(name))).toEqual([lists[0], lists[1], PAPER])
  })

  it.each(['trust', 'school/900001/2026-27', 'nonsense'])(
    'C53 a record in %s, where none belongs, brings nothing',
    (doc) => {
      expect(sittingDocument(who('Head', HERE), doc, 'p12-a-1')).toBeNull()
    },
  )
})
