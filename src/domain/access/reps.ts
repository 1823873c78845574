import type { DocumentRef } from '../documents.ts'
import type { Role } from '../roles.ts'
import { type AccessFacts, type RepAccess, repOf } from './facts.ts'
import { any, type Holder, SCHOOL_LEADERS, schoolRoles, TRUST_LEADERS, trustRoles } from './held.ts'

type Action = 'read' | 'write'

export const REP_START = 'drafted'

/** Read every plan of the trust, drafts too: nothing in one is secret from those who lead schools. */
const READERS_HERE: readonly Role[] = ['SIP', 'TIL']
const READERS: readonly Role[] = [...TRUST_LEADERS, ...READERS_HERE]

const hasStage = ({ stage = REP_START }: Pick<RepAccess, 'stage'>, ...wanted: string[]): boolean =>
  wanted.includes(stage)

/** Whether the CEO has issued it: from then on its mentors and the school's board see it. */
const repIsIssued = (rep: Pick<RepAccess, 'stage'>): boolean => !hasStage(rep, REP_START)

type At = Pick<RepAccess, 'urn' | 'kind'>

/** Writes plans and sets statuses at a school: CEO and EHT, and the CFO those about finance. */
export const leadsReps = (facts: Holder, { urn, kind }: At): boolean =>
  any(trustRoles(facts), kind === 'finance' ? ['CEO', 'EHT', 'CFO'] : ['CEO', 'EHT']) ||
  any(schoolRoles(facts, urn), ['EHT'])

/** Whether somebody is a mentor today, for the trust or at this school. */
export const isMentor = (facts: Holder, urn: string): boolean =>
  any([...trustRoles(facts), ...schoolRoles(facts, urn)], ['Mentor'])

/** Whether this person is named as its mentor and holds the role today. */
const mentorsRep = (facts: Holder, { urn, mentors }: RepAccess): boolean =>
  mentors.includes(facts.person) && isMentor(facts, urn)

const leadsSchool = (facts: Holder, { urn }: At) => any(schoolRoles(facts, urn), SCHOOL_LEADERS)

/** Whether a plan, and the work on it, is this person's to read. */
export function readsRep(facts: Holder, rep: RepAccess): boolean {
  const trust = trustRoles(facts)
  const here = schoolRoles(facts, rep.urn)
  if (leadsReps(facts, rep) || leadsSchool(facts, rep)) return true
  if (any(trust, READERS) || any(here, READERS_HERE)) return true
  if (!repIsIssued(rep)) return false
  return (
    mentorsRep(facts, rep) ||
    any(here, ['LSB Chair']) ||
    (rep.kind === 'finance' && any(trust, ['F&R Rep']))
  )
}

/**
 * The plan is written by those who lead it; the work on it by the school's leaders too, and by its
 * mentors from the day it is issued. Its end closes nothing to them: what they wrote with no signal
 * before it arrives after it, and is not refused. The timeline says when it ended.
 */
export function mayRep(
  facts: AccessFacts,
  action: Action,
  ref: Extract<DocumentRef, { kind: 'rep' | 'rep-work' }>,
): boolean {
  const rep = repOf(facts, ref.rep)
  if (!rep) return false
  if (action === 'read') return readsRep(facts, rep)
  if (leadsReps(facts, rep)) return true
  return (
    ref.kind === 'rep-work' &&
    (leadsSchool(facts, rep) || (repIsIssued(rep) && mentorsRep(facts, rep)))
  )
}
