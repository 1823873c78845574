import { jobOfKind } from '../../domain/schedule/kinds.ts'
import type { VisitRule } from '../../domain/schedule/rule.ts'

const LEARNING: readonly string[] = ['learning_walk', 'book_look', 'pupil_voice', 'book_study']

/** Where the work of a visit begins; null for one that no checklist goes with. */
export function startPath({ kind }: Pick<VisitRule, 'kind'>, urn: string): string | null {
  const job = jobOfKind(kind)
  if (job === null) return null
  if (job === 'scr') return `/checks/scr/new/${urn}`
  if (LEARNING.includes(job)) return '/walks/start'
  return `/checks/start/${urn}?job=${job}`
}

export const startWords = (kind: string): string =>
  LEARNING.includes(kind) ? 'Start the walk' : 'Start the check'
