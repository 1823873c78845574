import type { KeyQuestion } from '../../../domain/peer-review/pack.ts'
import { sayTime } from '../../../ui/uk-time.ts'

/** Who withdrew a question and when; '' while it stands. */
export function sayWithdrawn(question: KeyQuestion, nameOf: (person: string) => string): string {
  const { withdrawnAt, withdrawnBy } = question
  if (withdrawnAt === null) return ''
  const by = withdrawnBy === null ? '' : ` by ${nameOf(withdrawnBy)}`
  return `Withdrawn${by}, ${sayTime(withdrawnAt, 'moment')}`
}
