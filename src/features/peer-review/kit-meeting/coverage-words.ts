import type { Gap, Swap } from '../../../domain/peer-review/coverage.ts'
import { sayList, type Kind } from '../words.ts'

const doing: Record<Kind, string> = { saw: 'seen', heard: 'heard', read: 'read' }
const from: Record<Kind, string> = { saw: 'in', heard: 'from', read: 'from' }
const KINDS = 3

/** "seen or heard". */
const sayEither = (kinds: readonly Kind[]): string =>
  sayList(kinds.map((kind) => doing[kind])).replace(' and ', ' or ')

/** "nothing heard from Year 5". */
function sayMissing({ year, missing }: Gap): string {
  const nothing = missing.length === KINDS ? 'nothing yet' : `nothing ${sayEither(missing)}`
  if (year === null) return missing.length === KINDS ? nothing : `${nothing} yet`
  return `${nothing} ${missing.length === 1 ? from[missing[0] ?? 'heard'] : 'from'} ${year}`
}

export const sayGap = (gap: Gap): string => `Question ${gap.question.n}: ${sayMissing(gap)}`

/** A proposal in words: who could look where, and at what. The team decides. */
export function saySwap({ gap, gives, slot, group, insteadOf }: Swap): string {
  const where =
    insteadOf === null
      ? `${slot.start}, group ${group.label} is ${gap.year === null ? 'out' : `with ${gap.year}`}`
      : `${slot.start}, group ${group.label} could go to ${gap.year} instead of ${insteadOf}`
  const look = insteadOf === null ? ' and could look' : ', to look'
  return `${where}${look} for something ${sayEither(gives)} on question ${gap.question.n}`
}
