import type { AccessFacts, ReviewAccess } from '../../../domain/access/facts.ts'
import { preparerOf } from '../../../domain/peer-review/preparation.ts'

/** The school's lead, the CEO or EHT of the team, and who leads the review plan the day; others read it. */
export const mayEditDay = (facts: AccessFacts, access: ReviewAccess): boolean =>
  access.lead === facts.person || preparerOf(facts, access) !== null
