import { describe, expect, it } from 'vitest'
import { type AccessFacts, factsOn, type ReviewAccess } from './facts.ts'
import { documentsOf } from './documents-of.ts'
import { isDone } from './reviews.ts'
import { may, mayHear } from './table.ts'
import { type DocumentRef, documentName, parseDocumentName } from '../documents.ts'
import { isoDate, personId, reviewId, urn } from '../ids.ts'
import { REVIEW_ENDS, REVIEW_STAGES } from '../peer-review/stage-order.ts'
import { type Role, ROLES } from '../roles.ts'

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
  'AP Achievement': ['r', 'r', ''],
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
    const [trust, school, standing] = AT_THE_SCHOOL[role] ?? ['r', '', '']
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

  it('B10 pupils and their marks are theirs who teach the class or lead assessment there, and nobody’s of the trust', () => {
    const ofSchool = { urn: urn(HERE), year: '2026-27' } as const
    const leaders: Role[] = ['Head', 'HoS', 'Subject lead', 'AP Achievement']
    const assessors = ['Head', 'HoS', 'Teacher', 'Subject lead', 'AP Achievement']
    const table: readonly (readonly [DocumentRef, readonly string[]])[] = [
      [{ kind: 'class', ...ofSchool, class: 'p12-a' }, leaders],
      [{ kind: 'class', ...ofSchool, class: 'p99-a' }, assessors],
      [{ kind: 'qla', ...ofSchool, sitting: 'p12-a-x' }, leaders],
      [{ kind: 'qla', ...ofSchool, sitting: 'p99-a-x' }, assessors],
      [{ kind: 'qla', ...ofSchool, sitting: 'x' }, leaders],
      [{ kind: 'moderation', ...ofSchool }, leaders],
    ]
    for (const [ref, who] of table) {
      const at = (school: string | null) =>
        ROLES.filter((role) => can(facts('p99', role, school), ref) === 'rw')
      expect([ref, at(HERE).toSorted(), at(THERE), at(null)]).toEqual([
        ref,
        [...who].toSorted(),
        [],
        [],
      ])
    }
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
      'templates',
      'papers',
      'achievement',
      'boundary-checks',
      'review/r1',
      'review/r1/notes/p07',
      'review/r1/notes/p04',
      'review/r1/notes/p05',
      'letter/r1',
      'plan/r1',
    ])
    expect(documentsOf(facts('p03', 'Head', HERE))).toEqual([
      'trust',
      'templates',
      'papers',
      'achievement',
      'boundary-checks',
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
    expect(documentsOf(facts('p12', 'Teacher', HERE))).toEqual([
      'trust',
      'templates',
      'papers',
      'achievement',
      'boundary-checks',
    ])
  })
})

describe('B10 what a school keeps by the year', () => {
  const yearly = (who: AccessFacts) =>
    documentsOf({ ...who, schools: [HERE] }).filter((doc) => doc.includes('2026-27'))

  it('B10 a device holds this year and the one before', () => {
    const docs = documentsOf({ ...facts('p13', 'Site', HERE), schools: [HERE] })
    expect(docs.filter((doc) => doc.startsWith('checks/'))).toEqual([
      `checks/${HERE}/2026-27`,
      `checks/${HERE}/2025-26`,
    ])
  })

  it('B10 teachers hold counts, what was shared with them and nobody else’s', () => {
    expect(yearly(facts('p12', 'Teacher', HERE))).toEqual([
      `qla-counts/${HERE}/2026-27`,
      `visited/${HERE}/2026-27/p12`,
    ])
  })

  it('C42 the single central record goes to the DSL, the head and compliance alone', () => {
    const holds = (who: AccessFacts) => yearly(who).some((doc) => doc.startsWith('scr/'))
    const at = ROLES.filter((role) => holds(facts('p99', role, HERE)))
    const central = ROLES.filter((role) => holds(facts('p99', role)))
    expect([at, central]).toEqual([
      ['Head', 'HoS', 'DSL'],
      ['Compliance Manager', 'Trust DSL'],
    ])
  })
})

describe('C7 CEO and EHT before the day', () => {
  const NOTHING_FOUND = REVIEW_STAGES.map(([stage]) => stage).slice(0, 6)
  const LATER = [...REVIEW_STAGES, ...REVIEW_ENDS]
    .map(([stage]) => stage)
    .filter((stage) => !NOTHING_FOUND.some((early) => early === stage))
  const ofReview = (who: AccessFacts) => documentsOf(who).filter((doc) => doc.startsWith('review/'))

  it('C7 they prepare a review from its planning until the pack has gone out', () => {
    expect(NOTHING_FOUND.at(-1)).toBe('circulated')
    for (const stage of NOTHING_FOUND)
      for (const role of ROLES) {
        const who = facts('p99', role, null, { stage })
        const leads = role === 'CEO' || role === 'EHT'
        expect([role, stage, can(who, REVIEW)]).toEqual([role, stage, leads ? 'rw' : ''])
        expect(ofReview(who)).toEqual(leads ? ['review/r1'] : [])
        expect(mayHear(who, REVIEW)).toBe(leads)
        expect(can(who, notesOf('p04'))).toBe('')
      }
  })

  it.each(LATER)('C3 the right ends with the day, on the device too: %s', (stage) => {
    for (const role of ['CEO', 'EHT'] as const) {
      const who = facts('p99', role, null, { stage })
      expect(can(who, REVIEW)).toBe('')
      expect(ofReview(who)).toEqual([])
      expect(mayHear(who, REVIEW)).toBe(false)
    }
  })

  it('C3 a stage that is not known opens nothing, and another school’s EHT has none', () => {
    for (const stage of [undefined, '', 'imagined'])
      expect(can(facts('p99', 'CEO', null, { stage }), REVIEW)).toBe('')
    expect(can(facts('p99', 'EHT', THERE, { stage: 'planned' }), REVIEW)).toBe('')
  })

  it('C7 a CEO on the team keeps what the team has', () => {
    expect(can(facts('p04', 'CEO', null, { stage: 'synthesised' }), REVIEW)).toBe('rw')
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

  it('B10 in a school without a head its head of school writes, shares and replies', () => {
    const hos = (stage: string) => ({
      ...facts('p99', 'HoS', HERE, { stage }),
      heads: [{ urn: HERE, person: 'p99' }],
    })
    expect(both(hos('letter_drafted'))).toEqual(['rw', ''])
    expect(both(hos('letter_issued'))).toEqual(['r', 'rw'])
  })
})

describe('C53 after the hand-over', () => {
  const left = (changes: object, stage = 'synthesised') => ({
    stage,
    left: { people: ['p04'], devices: [], closed: false, ...changes },
  })
  const issued = left({ closed: true }, 'letter_issued')
  const NOTES = ['p07', 'p04', 'p05'].map(notesOf)
  /** What somebody may do with the notes of lead, p04 and p05: read and write as letters. */
  const cells = (who: AccessFacts): string[] =>
    NOTES.map((ref) => (may(who, 'read', ref) ? 'r' : '') + (may(who, 'write', ref) ? 'w' : ''))

  it('C53 a reviewer adds what is still unsent, and reads no more; colleagues neither', () => {
    expect(cells(facts('p04', null, null, left({})))).toEqual(['r', 'w', 'r'])
    expect(cells(facts('p05', null, null, left({})))).toEqual(['r', '', 'rw'])
    expect(cells(facts('p04', null, null, left({ closed: true })))).toEqual(['', 'w', ''])
    expect(cells(facts('p05', null, null, left({ closed: true })))).toEqual(['', '', 'w'])
  })

  it('C53 the lead keeps a copy until the letter is issued', () => {
    expect(cells(facts('p07', null, null, left({ closed: true })))).toEqual(['rw', 'r', 'r'])
    expect(cells(facts('p07', null, null, issued))).toEqual(['w', '', ''])
  })

  it('B10 the head of the school keeps all that is left there, on the team or not', () => {
    expect(cells(facts('p03', 'Head', HERE, left({})))).toEqual(['', 'r', ''])
    expect(cells(facts('p03', 'Head', HERE, issued))).toEqual(['r', 'r', 'r'])
    const hosts = { ...left({ closed: true }), reviewers: ['p04', 'p05', 'p03'] }
    const own = facts('p03', 'Head', HERE, hosts)
    expect(may(own, 'write', notesOf('p03'))).toBe(true)
    expect(may(own, 'write', notesOf('p04'))).toBe(false)
  })

  it('B10 a school without a head leaves it to its head of school', () => {
    const closed = left({ closed: true })
    const hos = (person: string) => ({
      ...facts(person, 'HoS', HERE, closed),
      heads: [{ urn: HERE, person: 'p05' }],
    })
    expect(can(hos('p05'), REVIEW)).toBe('rw')
    expect(may(hos('p99'), 'read', notesOf('p04'))).toBe(false)
  })

  it.each(ROLES)('HC09 %s of the trust never reads notes: not before, not after', (role) => {
    for (const changes of [{}, left({}), issued]) {
      const who = facts('p99', role, null, changes)
      expect(cells(who)).toEqual(['', '', ''])
      expect(documentsOf(who).filter((doc) => doc.startsWith('review/'))).toEqual([])
      expect(mayHear(who, notesOf('p04'))).toBe(false)
    }
  })

  it('C3 the review itself is the team’s until the letter, then the school’s; who decided stays known', () => {
    for (const person of ['p07', 'p04']) {
      expect(can(facts(person, null, null, left({ closed: true })), REVIEW)).toBe('rw')
      expect(can(facts(person, null, null, issued), REVIEW)).toBe('')
      expect(documentsOf(facts(person, null, null, issued))).not.toContain('review/r1')
      expect(mayHear(facts(person, null, null, issued), REVIEW)).toBe(true)
    }
    expect(can(facts('p03', 'Head', HERE, issued), REVIEW)).toBe('rw')
  })

  it('HC08 a device with its receipt is done; another of the same person is not', () => {
    const who = facts('p04', null, null, left({ devices: ['a'] }))
    expect(['a', 'b'].map((device) => isDone(who, notesOf('p04'), device))).toEqual([true, false])
    expect(isDone(who, REVIEW, 'a')).toBe(false)
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
      { kind: 'papers' },
      { kind: 'achievement' },
      { kind: 'boundary-checks' },
      { kind: 'class', urn: urn(HERE), year: '2026-27', class: 'p12-01HX' },
      { kind: 'moderation', urn: urn(HERE), year: '2026-27' },
      { kind: 'qla', urn: urn(HERE), year: '2026-27', sitting: 'x-1' },
      { kind: 'qla-counts', urn: urn(HERE), year: '2026-27' },
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
    'qla/900001/2026-27/%2e',
    'qla/x-1',
    'class/900001/2026-27',
    'classes/900001/2026-27',
    'papers/x',
    'review/r1\n',
    '__proto__',
  ])('refuse %j', (name) => {
    expect(parseDocumentName(name).ok).toBe(false)
  })
})
