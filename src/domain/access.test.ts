import { describe, expect, it } from 'vitest'
import { type AccessFacts, documentsOf, factsOn, may, type ReviewAccess } from './access.ts'
import { type DocumentRef, documentName, parseDocumentName } from './documents.ts'
import { isoDate, personId, reviewId, urn } from './ids.ts'
import { type Role, ROLES } from './roles.ts'

const HERE = '900001'
const THERE = '900002'
const TODAY = isoDate('2026-11-24')

const review: ReviewAccess = {
  id: 'r1',
  urn: HERE,
  date: TODAY,
  lead: 'p07',
  reviewers: ['p04', 'p05'],
  blindFirst: false,
  revealed: false,
}

const facts = (
  person: string,
  role: Role | null,
  school: string | null = null,
  changes: Partial<ReviewAccess> = {},
): AccessFacts => ({
  person: personId(person),
  name: person,
  today: TODAY,
  roles: role ? [{ role, urn: school, from: '2024-09-01', to: null }] : [],
  reviews: [{ ...review, ...changes }],
  calendar: [],
  heads: [],
})

const TRUST: DocumentRef = { kind: 'trust' }
const SCHOOL: DocumentRef = { kind: 'school', urn: urn(HERE), year: '2026-27' }
const STANDING: DocumentRef = { kind: 'standing', urn: urn(HERE) }
const REVIEW: DocumentRef = { kind: 'review', review: reviewId('r1') }
const notesOf = (person: string): DocumentRef => ({
  kind: 'notes',
  review: reviewId('r1'),
  person: personId(person),
})

/** What everybody with a role for the trust, at this school or at another one may do: `r`, `w`, both or nothing. */
type Cell = '' | 'r' | 'rw'
const can = (who: AccessFacts, ref: DocumentRef): Cell => {
  const read = may(who, 'read', ref)
  const write = may(who, 'write', ref)
  if (write && !read) throw new Error('Writes what it may not read')
  return write ? 'rw' : read ? 'r' : ''
}

type Table = Partial<Record<Role, readonly [trust: Cell, school: Cell, standing: Cell]>>

const FOR_THE_TRUST: Table = {
  CEO: ['rw', 'rw', 'rw'],
  EHT: ['r', 'rw', 'rw'],
  COO: ['rw', 'rw', 'rw'],
  'Central AHT': ['r', 'rw', 'rw'],
  CFO: ['r', 'r', 'r'],
  'Compliance Manager': ['r', 'rw', 'rw'],
  SIP: ['r', 'r', 'r'],
  Mentor: ['r', '', 'rw'],
}
const AT_THE_SCHOOL: Table = {
  Head: ['r', 'rw', 'rw'],
  HoS: ['r', 'rw', 'rw'],
  Site: ['r', 'rw', ''],
  DSL: ['r', 'rw', ''],
  SENDCO: ['r', 'rw', ''],
  'Subject lead': ['r', 'rw', ''],
  'LSB Chair': ['r', 'r', 'r'],
}

describe('B10 the access table', () => {
  it.each(ROLES)('B10 %s for the whole trust', (role) => {
    const who = facts('p99', role)
    const [trust, school, standing] = FOR_THE_TRUST[role] ?? ['r', '', '']
    expect([can(who, TRUST), can(who, SCHOOL), can(who, STANDING)]).toEqual([
      trust,
      school,
      standing,
    ])
    expect([can(who, REVIEW), can(who, notesOf('p04'))]).toEqual(['', ''])
  })

  it.each(ROLES)('B10 %s at the school', (role) => {
    const who = facts('p99', role, HERE)
    const [trust, school, standing] = AT_THE_SCHOOL[role] ?? ['r', 'r', '']
    expect([can(who, TRUST), can(who, SCHOOL), can(who, STANDING)]).toEqual([
      trust,
      school,
      standing,
    ])
  })

  it.each(ROLES)('B10 %s at another school has nothing here', (role) => {
    const who = facts('p99', role, THERE)
    expect([can(who, TRUST), can(who, SCHOOL), can(who, STANDING), can(who, REVIEW)]).toEqual([
      'r',
      '',
      '',
      '',
    ])
  })

  it('B10 nobody without a role reads anything', () => {
    const who = facts('p99', null)
    for (const ref of [TRUST, SCHOOL, STANDING, REVIEW, notesOf('p04')])
      expect(can(who, ref)).toBe('')
  })

  it('B10 pupil data opens to nobody yet', () => {
    for (const role of ROLES) expect(can(facts('p99', role), { kind: 'qla', paper: 'x' })).toBe('')
  })

  it('a role counts from its first day to its last', () => {
    const who: AccessFacts = {
      ...facts('p99', null),
      roles: [{ role: 'CEO', urn: null, from: '2026-11-24', to: '2026-11-25' }],
    }
    const on = (day: string) => can(factsOn(who, isoDate(day)), TRUST)
    expect([on('2026-11-23'), on('2026-11-24'), on('2026-11-25'), on('2026-11-26')]).toEqual([
      '',
      'rw',
      'rw',
      '',
    ])
  })
})

describe('C3 a review stays in its group', () => {
  it('C3 the team and the head of the school read and write the pack', () => {
    for (const person of ['p07', 'p04', 'p05']) expect(can(facts(person, null), REVIEW)).toBe('rw')
    expect(can(facts('p03', 'Head', HERE), REVIEW)).toBe('rw')
  })

  it.each(ROLES)('HC09 C3 %s of the trust does not read it without being on the team', (role) => {
    expect(can(facts('p99', role), REVIEW)).toBe('')
  })

  it.each(ROLES.filter((role) => role !== 'Head'))(
    'C3 %s of the school does not read it',
    (role) => {
      expect(can(facts('p99', role, HERE), REVIEW)).toBe('')
    },
  )

  it('C3 notes are their writer’s to change and the team’s to read', () => {
    const who = facts('p04', null)
    expect([can(who, notesOf('p04')), can(who, notesOf('p05')), can(who, notesOf('p07'))]).toEqual([
      'rw',
      'r',
      'r',
    ])
  })

  it('C3 notes are not the host head’s, nor anybody’s who is not on the team', () => {
    expect(can(facts('p03', 'Head', HERE), notesOf('p04'))).toBe('')
    expect(can(facts('p04', null), notesOf('p99'))).toBe('')
    expect(can(facts('p99', 'CEO'), notesOf('p99'))).toBe('')
  })

  it('C3 notes stay their writer’s alone until they are revealed, if the lead chose so', () => {
    const blind = facts('p04', null, null, { blindFirst: true })
    expect([can(blind, notesOf('p04')), can(blind, notesOf('p05'))]).toEqual(['rw', ''])
    const revealed = facts('p04', null, null, { blindFirst: true, revealed: true })
    expect(can(revealed, notesOf('p05'))).toBe('r')
  })

  it('C3 a device holds exactly the documents its person may read', () => {
    expect(documentsOf(facts('p04', 'Head', THERE))).toEqual([
      'trust',
      'review/r1',
      'review/r1/notes/p07',
      'review/r1/notes/p04',
      'review/r1/notes/p05',
      'letter/r1',
      'plan/r1',
    ])
    expect(documentsOf(facts('p03', 'Head', HERE))).toEqual([
      'trust',
      'review/r1',
      'letter/r1',
      'plan/r1',
      'control/900001/2026-11-24',
    ])
    expect(documentsOf(facts('p04', null, null, { blindFirst: true }))).toEqual([
      'review/r1',
      'review/r1/notes/p04',
      'letter/r1',
      'plan/r1',
    ])
    expect(documentsOf(facts('p12', 'Teacher', HERE))).toEqual(['trust'])
  })
})

describe('B10 the review letter', () => {
  const LETTER: DocumentRef = { kind: 'letter', review: reviewId('r1') }
  const REPLY: DocumentRef = { kind: 'letter-reply', review: reviewId('r1') }
  const both = (who: AccessFacts) => [can(who, LETTER), can(who, REPLY)]
  const ISSUED = ['letter_issued', 'session_booked', 'session_held', 'closed']

  it.each([undefined, 'on_the_day', 'synthesised', 'notes_handed_over', 'letter_drafted'])(
    'B10 is its team’s and the head’s to write while it is a draft: %s',
    (stage) => {
      const change = stage === undefined ? {} : { stage }
      for (const person of ['p07', 'p04', 'p05'])
        expect(both(facts(person, null, null, change))).toEqual(['rw', ''])
      expect(both(facts('p03', 'Head', HERE, change))).toEqual(['rw', ''])
      for (const role of ROLES) {
        expect(both(facts('p99', role, null, change))).toEqual(['', ''])
        expect(both(facts('p99', role, THERE, change))).toEqual(['', ''])
      }
      for (const role of ROLES.filter((one) => one !== 'Head'))
        expect(both(facts('p99', role, HERE, change))).toEqual(['', ''])
    },
  )

  it('B10 nobody changes it once it is agreed', () => {
    for (const person of ['p07', 'p04'])
      expect(both(facts(person, null, null, { stage: 'letter_agreed' }))).toEqual(['r', ''])
    expect(both(facts('p03', 'Head', HERE, { stage: 'letter_agreed' }))).toEqual(['r', ''])
  })

  it.each(ISSUED)('B10 issued, it is read, and only the head replies: %s', (stage) => {
    for (const person of ['p07', 'p04', 'p05'])
      expect(both(facts(person, null, null, { stage }))).toEqual(['r', 'r'])
    expect(both(facts('p03', 'Head', HERE, { stage }))).toEqual(['r', 'rw'])
    expect(both(facts('p99', 'HoS', HERE, { stage }))).toEqual(['r', 'r'])
    for (const role of ROLES) {
      const trust = role === 'CEO' || role === 'EHT' ? 'r' : ''
      expect(both(facts('p99', role, null, { stage }))).toEqual([trust, trust])
      expect(both(facts('p99', role, THERE, { stage }))).toEqual(['', ''])
    }
    for (const role of ROLES.filter((one) => one !== 'Head' && one !== 'HoS'))
      expect(both(facts('p99', role, HERE, { stage }))).toEqual(['', ''])
  })

  it('B10 staff and the chair of the local board read it if the head shared it with them', () => {
    const shared = (role: Role, letterFor: ReviewAccess['letterFor'], stage = 'letter_issued') =>
      both(facts('p99', role, HERE, { stage, letterFor }))
    expect(shared('Teacher', ['staff'])).toEqual(['r', 'r'])
    expect(shared('LSB Chair', ['staff'])).toEqual(['', ''])
    expect(shared('LSB Chair', ['board'])).toEqual(['r', 'r'])
    expect(shared('Teacher', ['board'])).toEqual(['', ''])
    expect(shared('Teacher', ['staff', 'board'], 'letter_agreed')).toEqual(['', ''])
    for (const role of ['Teacher', 'LSB Chair'] as const)
      expect(
        both(facts('p99', role, THERE, { stage: 'letter_issued', letterFor: ['staff', 'board'] })),
      ).toEqual(['', ''])
  })
})

describe('names of documents', () => {
  it('are read back as what they were made of', () => {
    for (const ref of [
      TRUST,
      SCHOOL,
      STANDING,
      REVIEW,
      notesOf('p04'),
      { kind: 'qla', paper: 'x-1' },
      { kind: 'letter', review: reviewId('r1') },
      { kind: 'letter-reply', review: reviewId('r1') },
    ] as const)
      expect(parseDocumentName(documentName(ref))).toEqual({ ok: true, value: ref })
  })

  it.each([
    '',
    'Trust',
    'trust/',
    'school/90001/2026-27',
    'review/',
    'review/a/notes/',
    'review/a b',
    'review/../trust',
    'review/r1/notes/p04/x',
    'qla/%2e',
    'review/r1\n',
    '__proto__',
  ])('refuse %j', (name) => {
    expect(parseDocumentName(name).ok).toBe(false)
  })
})
