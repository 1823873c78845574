import type { RepAccess } from '../access/facts.ts'
import type { Decision, Machine } from '../decisions.ts'
import { ceo } from './machine.ts'

const SUM = /^£([1-9][\d,]{0,10}) from reserves$/

/** The reason of an approval: "£2,400 from reserves". @param gbp whole pounds, 1 or more */
export const fundingReason = (gbp: number): string =>
  `£${gbp.toLocaleString('en-GB')} from reserves`

/** The sum in a reason, whole pounds, or null where it is not written as `fundingReason` writes it. */
function sumIn(reason: string | null): number | null {
  const gbp = Number(SUM.exec(reason ?? '')?.[1]?.replaceAll(',', ''))
  return gbp > 0 && fundingReason(gbp) === reason ? gbp : null
}

/** What may be spent from reserves for a plan: only what the CEO approved (C18). Each approval is of the whole sum. */
export const repFundingMachine: Machine<RepAccess> = {
  name: 'rep-funding',
  start: 'none',
  steps: [
    {
      from: ['none', 'approved', 'withdrawn'],
      to: 'approved',
      who: ceo,
      needsReason: true,
      fits: (reason) => sumIn(reason) !== null,
    },
    { from: ['approved'], to: 'withdrawn', who: ceo },
  ],
}

/** Whole pounds approved now, 0 for none (C18). @param decisions confirmed ones about one plan, in order */
export function approvedGbp(decisions: readonly Decision[]): number {
  const last = decisions.findLast(({ machine }) => machine === repFundingMachine.name)
  return last?.to === 'approved' ? (sumIn(last.reason) ?? 0) : 0
}
