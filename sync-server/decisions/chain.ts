import { createHash } from 'node:crypto'
import { type Decision, decisionText } from '../../src/domain/decisions.ts'
import { err, ok, type Result } from '../../src/domain/result.ts'

const hashOf = (decision: Omit<Decision, 'hash'>): string =>
  createHash('sha256').update(decisionText(decision)).digest('hex')

/** Closes a decision: gives it its place behind the last one and its hash. */
export function chained(
  decision: Omit<Decision, 'hash' | 'seq' | 'previous'>,
  last: Decision | null,
): Decision {
  const placed = { ...decision, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? '' }
  return { ...placed, hash: hashOf(placed) }
}

export const follows = (decision: Decision, last: Decision | null): boolean =>
  decision.seq === (last?.seq ?? 0) + 1 && decision.previous === (last?.hash ?? '')

/**
 * Whether nobody changed, removed or put in a decision afterwards.
 * @returns the number of decisions, or the place of the first that is not as it was made
 */
export function verifyChain(
  decisions: readonly Decision[],
): Result<number, { readonly seq: number }> {
  let last: Decision | null = null
  for (const decision of decisions) {
    if (!follows(decision, last) || hashOf(decision) !== decision.hash)
      return err({ seq: (last?.seq ?? 0) + 1 })
    last = decision
  }
  return ok(decisions.length)
}
