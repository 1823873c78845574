import { z } from 'zod'
import type { SchoolHead } from '../../../domain/access/facts.ts'
import { teamFaults } from '../../../domain/peer-review/planning.ts'

/** The fields of a review's day and team, as they are typed. */
const teamShape = {
  date: z.iso.date('Give the date as dd/mm/yyyy.'),
  lead: z.string('Pick who leads the review.'),
  reviewers: z.array(z.string()).min(1, 'Choose who is on the team.'),
  blindFirst: z.boolean(),
  teamReason: z.string().max(600, 'Keep the reason under 600 characters.'),
}

interface TypedTeam {
  readonly lead: string
  readonly reviewers: readonly string[]
  readonly teamReason: string
}

function checkTeam({ lead, reviewers, teamReason }: TypedTeam, context: z.RefinementCtx) {
  const faults = teamFaults({ lead, reviewers }, null)
  const say = (field: string, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message })
  if (faults.includes('lead-not-on-team')) say('lead', 'The review lead must be on the team.')
  if (faults.includes('not-about-six') && teamReason.trim() === '')
    say('teamReason', 'Say why the team is not about six.')
}

export const teamFormSchema = z.object(teamShape).superRefine(checkTeam)
export const planFormSchema = z
  .object({ urn: z.string('Pick a school.'), ...teamShape })
  .superRefine(checkTeam)

/** What the fields hold while somebody types. */
export interface TypedPlan {
  urn?: string | null
  date: string
  lead?: string | null
  reviewers: string[]
  blindFirst: boolean
  teamReason: string
}

export interface Colleague {
  readonly person: string
  readonly name: string
  readonly urn: string | null
}

/** Those who usually review, and whoever is on the team already: by name. The others are found one by one. */
export function usualReviewers(
  people: readonly Colleague[],
  heads: readonly SchoolHead[],
  team: readonly string[],
): { usual: Colleague[]; others: Colleague[] } {
  const leads = new Set(heads.map(({ person }) => person))
  const byName = [...people].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  const isUsual = ({ person, urn }: Colleague) =>
    urn === null || leads.has(person) || team.includes(person)
  return { usual: byName.filter(isUsual), others: byName.filter((one) => !isUsual(one)) }
}
