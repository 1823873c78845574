import { z } from 'zod'
import type { AccessFacts, ReviewAccess } from '../access/facts.ts'
import { onTeam } from '../access/held.ts'
import { personId, type Urn } from '../ids.ts'
import { isOff } from '../peer-review/stage-order.ts'
import { rolesAt } from '../roles.ts'

/** Who leads a review's action-plan session, as somebody names them. */
export const facilitatorsSchema = z.object({
  facilitators: z.array(z.string().regex(/^[A-Za-z0-9-]{1,40}$/)).max(12),
  /** Why one of them was a reviewer; '' while none was. */
  reason: z.string().trim().max(600).default(''),
})
export type Facilitators = z.infer<typeof facilitatorsSchema>

export type FacilitatorFault = 'not-allowed' | 'needs-reason' | 'too-late'

/** The school's leaders, the CEO or EHT, and the trust's facilitators name who leads the session. */
export const mayName = (facts: AccessFacts, review: ReviewAccess): boolean =>
  rolesAt(facts.roles, facts.today, review.urn as Urn).some((r) => r === 'Head' || r === 'HoS') ||
  rolesAt(facts.roles, facts.today, null).some((r) => r === 'CEO' || r === 'EHT' || r === 'APF')

/** Facilitators who were reviewers (C12): the session is led by somebody who was not on the team. */
export const reviewersAmong = (
  review: ReviewAccess,
  facilitators: readonly string[],
): readonly string[] => facilitators.filter((person) => onTeam(review, personId(person)))

/**
 * Whether this person may name these facilitators now. Pure: the device asks before it sends, the
 * relay with the rights of the moment it arrives.
 * @returns null if they may
 */
export function judgeFacilitators(
  facts: AccessFacts,
  review: ReviewAccess,
  stage: string,
  { facilitators, reason }: Facilitators,
): FacilitatorFault | null {
  if (!mayName(facts, review)) return 'not-allowed'
  if (isOff(stage) || stage === 'closed') return 'too-late'
  const asked = reviewersAmong(review, facilitators).length > 0 && reason.trim() === ''
  return asked ? 'needs-reason' : null
}
