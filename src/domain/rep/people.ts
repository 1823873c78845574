import type { AccessFacts, RepAccess } from '../access/facts.ts'
import { headOfSchool, schoolRoles, trustRoles } from '../access/held.ts'
import type { Role } from '../roles.ts'
import type { ReviewPeople } from './review.ts'

/** Somebody on the trust's list, with their job in the field's words. */
export interface Listed {
  readonly person: string
  readonly job: string
  /** School at which they work, or null for the whole trust. */
  readonly urn: string | null
}

const JOBS = {
  ceo: /chief executive|\bCEO\b/i,
  eht: /executive head|\bEHT\b/i,
  cfo: /chief financ|finance director|\bCFO\b/i,
  hos: /head of school|\bHoS\b/i,
} as const

/**
 * Who counts as what at a milestone review. Roles that are known for certain come first: one's own, and
 * who leads the school; of everybody else a device knows the job as the trust's list words it.
 */
export function reviewPeopleOf(
  me: AccessFacts,
  rep: Pick<RepAccess, 'urn' | 'mentors'>,
  listed: readonly Listed[],
): ReviewPeople {
  const mine: readonly Role[] = [...trustRoles(me), ...schoolRoles(me, rep.urn)]
  const others = listed.filter(
    ({ person, urn }) => person !== me.person && (urn === null || urn === rep.urn),
  )
  const by = (role: Role, job: RegExp): string[] => [
    ...(mine.includes(role) ? [me.person as string] : []),
    ...others.filter((one) => job.test(one.job)).map(({ person }) => person),
  ]
  const headsOfSchool = by('HoS', JOBS.hos)
  const leader = headOfSchool(me, rep.urn)
  return {
    ceo: by('CEO', JOBS.ceo),
    eht: by('EHT', JOBS.eht),
    cfo: by('CFO', JOBS.cfo),
    heads: leader !== null && !headsOfSchool.includes(leader) ? [leader] : [],
    headsOfSchool,
    mentors: rep.mentors,
  }
}

/** Everybody who may be at a review, those who must be first; each once. */
export const mayBePresent = (people: ReviewPeople, kind: RepAccess['kind']): string[] => [
  ...new Set([
    ...people.heads,
    ...people.headsOfSchool,
    ...people.ceo,
    ...people.eht,
    ...(kind === 'finance' ? people.cfo : []),
    ...people.mentors,
  ]),
]
