import { describe, expect, expectTypeOf, it } from 'vitest'
import type { AccessFacts, ReviewAccess } from './access/facts.ts'
import { documentsOf } from './access/documents-of.ts'
import { may } from './access/table.ts'
import { documentName, type DocumentRef, parseDocumentName } from './documents.ts'
import { isoDate, personId, urn } from './ids.ts'
import {
  checksDone,
  CONTROL_CHECKS,
  type ControlLine,
  controlLineRecord,
  linesOf,
} from './internal-control.ts'
import * as answers from './peer-review/answers.ts'
import * as members from './peer-review/members.ts'
import * as notes from './peer-review/note.ts'
import * as pack from './peer-review/pack.ts'
import { packPrint } from './peer-review/ready.ts'
import { type Role, ROLES } from './roles.ts'

const HERE = '900001'
const THERE = '900002'
const DAY = '2026-11-24'
const VISIT: DocumentRef = { kind: 'control', urn: urn(HERE), date: isoDate(DAY) }
const NAME = `control/${HERE}/${DAY}`

const review: ReviewAccess = {
  id: 'r1',
  urn: HERE,
  date: DAY,
  lead: 'p07',
  reviewers: ['p04', 'p05'],
  blindFirst: false,
  revealed: true,
}
const facts = (
  person: string,
  role: Role | null,
  school: string | null = null,
  known: Partial<Pick<AccessFacts, 'reviews' | 'calendar'>> = {},
): AccessFacts => ({
  person: personId(person),
  name: person,
  today: isoDate(DAY),
  roles: role ? [{ role, urn: school, from: '2024-09-01', to: null }] : [],
  reviews: [],
  calendar: [],
  heads: [],
  ...known,
})
const can = (who: AccessFacts) => [may(who, 'read', VISIT), may(who, 'write', VISIT)]

const line = (id: string, changes: Partial<ControlLine> = {}): ControlLine => ({
  id,
  check: 'petty-cash',
  by: 'p10',
  madeAt: 1,
  found: [],
  done: false,
  note: '',
  ...changes,
})

/** Whoever holds a role has these. */
const EVERYBODYS = ['trust', 'templates', 'papers', 'achievement', 'boundary-checks']

describe('C10 who sees an internal control visit', () => {
  it.each(ROLES)('C10 %s for the trust', (role) => {
    const visits = role === 'CFO' || role === 'COO'
    expect(can(facts('p99', role))).toEqual([visits, visits])
  })

  it.each(ROLES)('C10 %s at the school', (role) => {
    expect(can(facts('p99', role, HERE))).toEqual([role === 'Head', false])
  })

  it.each(ROLES)('C10 %s at another school sees nothing of it', (role) => {
    expect(can(facts('p99', role, THERE))).toEqual([false, false])
  })

  it('C10 the review team sees nothing of it by being on the team', () => {
    for (const person of ['p07', 'p04', 'p05']) {
      const member = facts(person, 'Head', THERE, { reviews: [review] })
      expect(can(member)).toEqual([false, false])
      expect(documentsOf(member)).not.toContain(NAME)
    }
  })

  it('C10 it comes to the devices of those who may read it, once, when the day is known', () => {
    const entry = { id: 'r1', urn: HERE, date: DAY, lead: 'p07', stage: 'circulated' }
    const known = { calendar: [entry, { ...entry, id: 'r2' }] }
    expect(documentsOf(facts('p10', 'CFO', null, known))).toEqual([...EVERYBODYS, NAME])
    expect(documentsOf(facts('p11', 'COO', null, known))).toEqual([...EVERYBODYS, NAME])
    expect(documentsOf(facts('p03', 'Head', HERE, { ...known, reviews: [review] }))).toEqual([
      ...EVERYBODYS,
      'review/r1',
      'letter/r1',
      'plan/r1',
      NAME,
    ])
    expect(documentsOf(facts('p01', 'CEO', null, known))).toEqual(EVERYBODYS)
    expect(documentsOf(facts('p10', 'CFO'))).toEqual(EVERYBODYS)
  })
})

describe('C10 nothing of it can lie in the review', () => {
  const raw = {
    type: controlLineRecord.type,
    v: 1,
    ...line('c1', { note: 'Two receipts missing' }),
  }

  it('C10 no record of a review, of notes or of answers reads a control line', () => {
    const records = [pack, notes, members, answers].flatMap((module) =>
      Object.values(module).flatMap((value) =>
        typeof value === 'object' && 'read' in value ? [value] : [],
      ),
    )
    expect(records.length).toBeGreaterThanOrEqual(12)
    for (const record of records)
      expect(record.read(raw)).toEqual({ ok: false, error: { kind: 'other-type' } })
  })

  it('C10 its types fit in no note, answer or point', () => {
    expectTypeOf<ControlLine>().not.toExtend<notes.Note>()
    expectTypeOf<ControlLine>().not.toExtend<answers.Answer>()
    expectTypeOf<ControlLine>().not.toExtend<answers.Point>()
    expectTypeOf<ControlLine>().not.toExtend<answers.EvidenceLink>()
  })

  it('C10 its document is of another kind, and no part of the pack', () => {
    expect(documentName(VISIT)).toBe(NAME)
    expect(parseDocumentName(NAME)).toEqual({ ok: true, value: VISIT })
    const head = { id: 'h', type: 'review', data: { type: 'review', id: 'h' } }
    const stray = { id: 'c1', type: controlLineRecord.type, data: raw }
    expect(packPrint([head, stray])).toBe(packPrint([head]))
  })

  it.each([
    'control/900001',
    'control/900001/2026-11-24/notes',
    'control/90001/2026-11-24',
    'control/900001/24-11-2026',
    'review/r1/control/900001',
  ])('refuses the name %s', (name) => {
    expect(parseDocumentName(name).ok).toBe(false)
  })
})

describe('lines of a visit', () => {
  it('are all kept when two devices began one each', () => {
    const lines = [line('b'), line('a'), line('c', { check: 'gifts' })]
    expect(linesOf(lines, 'petty-cash').map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('count a check once it has a finding', () => {
    const found = [{ value: 'in_order' as const, device: 'd', at: 1 }]
    const emptied = [{ value: null, device: 'd', at: 1 }]
    expect(checksDone([])).toBe(0)
    expect(checksDone([line('a'), line('b', { found: emptied })])).toBe(0)
    expect(checksDone([line('a', { found }), line('b', { found })])).toBe(1)
    expect(checksDone(CONTROL_CHECKS.map((check) => line(check, { check, found })))).toBe(
      CONTROL_CHECKS.length,
    )
  })
})
