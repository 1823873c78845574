import type { DocumentRef } from '../documents.ts'
import type { Role } from '../roles.ts'
import type { AccessFacts } from './facts.ts'
import {
  any,
  ASSESSMENT_LEADERS,
  SCHOOL_LEADERS,
  schoolRoles,
  TRUST_LEADERS,
  TRUST_READERS,
  trustRoles,
} from './held.ts'
import type { Action } from './table.ts'

interface Held {
  readonly school: readonly Role[]
  readonly trust: readonly Role[]
}
type Kind = 'school' | 'checks' | 'scr' | 'walks' | 'visited' | 'moderation' | 'qla-counts'

const WALKERS: Held = {
  school: [...SCHOOL_LEADERS, 'Subject lead', 'SENDCO'],
  trust: [...TRUST_LEADERS, 'SIP', 'TIL'],
}
/** What comes of pupils' marks stays with those of the school who teach and assess them; nobody central. */
const ASSESSORS: Held = { school: [...ASSESSMENT_LEADERS, 'Teacher'], trust: [] }
const ASSESSMENT: Held = { school: ASSESSMENT_LEADERS, trust: [] }
const SCHOOL_WRITERS: readonly Role[] = [...SCHOOL_LEADERS, 'Site', 'DSL', 'SENDCO', 'Subject lead']

/** Roles at the school and for the trust (domain notes B10). Whoever writes reads. */
const RIGHTS: Readonly<Record<Kind, Readonly<Record<Action, Held>>>> = {
  school: {
    read: { school: [...SCHOOL_WRITERS, 'AP Achievement', 'LSB Chair'], trust: TRUST_READERS },
    write: { school: SCHOOL_WRITERS, trust: [...TRUST_LEADERS, 'Compliance Manager'] },
  },
  checks: {
    read: { school: [...SCHOOL_LEADERS, 'Site', 'DSL'], trust: TRUST_READERS },
    write: {
      school: [...SCHOOL_LEADERS, 'Site'],
      trust: [...TRUST_LEADERS, 'Compliance Manager'],
    },
  },
  scr: {
    read: { school: [...SCHOOL_LEADERS, 'DSL'], trust: ['Compliance Manager', 'Trust DSL'] },
    write: { school: ['Head', 'DSL'], trust: ['Compliance Manager'] },
  },
  walks: { read: WALKERS, write: WALKERS },
  visited: { read: WALKERS, write: WALKERS },
  moderation: { read: ASSESSMENT, write: ASSESSMENT },
  'qla-counts': {
    read: { ...ASSESSORS, trust: [...TRUST_LEADERS, 'SIP', 'TIL'] },
    write: ASSESSORS,
  },
}

/** Documents that belong to a school and a year. */
export function mayOfSchool(
  facts: AccessFacts,
  action: Action,
  ref: Extract<DocumentRef, { kind: Kind }>,
): boolean {
  const held = schoolRoles(facts, ref.urn)
  // One's own copy of what was shared: to read, and to answer.
  if (ref.kind === 'visited' && ref.person === facts.person && held.length > 0) return true
  const { school, trust } = RIGHTS[ref.kind][action]
  return any(held, school) || any(trustRoles(facts), trust)
}
