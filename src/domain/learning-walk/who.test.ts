import { describe, expect, it } from 'vitest'
import { documentsOf } from '../access/documents-of.ts'
import type { AccessFacts } from '../access/facts.ts'
import { may } from '../access/table.ts'
import { type DocumentRef, documentName } from '../documents.ts'
import { isoDate, personId, urn } from '../ids.ts'
import type { Role } from '../roles.ts'

const HERE = '900001'
const YEAR = '2026-27'
const WALKS: DocumentRef = { kind: 'walks', urn: urn(HERE), year: YEAR }
const visitedOf = (person: string): DocumentRef => ({
  kind: 'visited',
  urn: urn(HERE),
  year: YEAR,
  person: personId(person),
})
const facts = (person: string, role: Role): AccessFacts => ({
  person: personId(person),
  name: person,
  today: isoDate('2026-11-24'),
  roles: [{ role, urn: HERE, from: '2024-09-01', to: null }],
  reviews: [],
  calendar: [],
  heads: [],
  schools: [HERE],
})

describe('C13 who sees what of a walk', () => {
  it.each(['Head', 'HoS', 'Subject lead', 'SENDCO'] as const)('C13 %s leads walks', (role) => {
    expect(may(facts('p23', role), 'write', WALKS)).toBe(true)
    expect(documentsOf(facts('p23', role))).toContain(documentName(WALKS))
  })

  it.each(['Teacher', 'TA', 'DSL', 'Site', 'LSB Chair'] as const)(
    'C13 C14 %s reads no walk, only what was shared with them, and answers there',
    (role) => {
      const me = facts('p12', role)
      expect(may(me, 'read', WALKS)).toBe(false)
      expect(may(me, 'write', visitedOf('p12'))).toBe(true)
      expect(may(me, 'read', visitedOf('p24'))).toBe(false)
      expect(documentsOf(me)).toContain(documentName(visitedOf('p12')))
      expect(documentsOf(me)).not.toContain(documentName(WALKS))
    },
  )
})
