import {
  TOLD_PARTS,
  type Told,
  type ToldPart,
  toldOf,
} from '../../../domain/learning-walk/agreed.ts'
import type { WalkHere } from '../use-walk.ts'

/** What staff know, and one line about it. */
export function agreedFacts({ walk, walkers }: WalkHere): {
  parts: Readonly<Record<ToldPart, Told>>
  told: string
} {
  const parts = toldOf(walk, walkers)
  const known = TOLD_PARTS.filter((part) => parts[part] === 'told').length
  return { parts, told: known === 3 ? 'Staff are told' : `Staff are told ${known} of 3 things` }
}
