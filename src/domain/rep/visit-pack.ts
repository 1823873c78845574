import { type Action, actionsInOrder, isOpen } from '../actions/action.ts'
import type { Part } from '../letter/parts.ts'
import { keptParts } from '../letter/parts.ts'
import type { Milestone } from './milestones.ts'
import { type ItemStanding, stillCarried } from './statuses.ts'

/** The items of a plan as a visitor goes through them: each once, none left out (C16). */
export interface ItemsForVisit {
  /** By name from an earlier milestone, not met yet. */
  readonly carried: readonly ItemStanding[]
  /** Of the next milestone, not met yet. */
  readonly due: readonly ItemStanding[]
  readonly others: readonly ItemStanding[]
}

/** @param next the milestone that is looked at next, or null after the last */
export function itemsForVisit(
  standings: readonly ItemStanding[],
  next: Milestone | null,
): ItemsForVisit {
  const carried = stillCarried(standings)
  const due = standings.filter(
    (one) => !carried.includes(one) && one.item.milestone === next && one.status !== 'met',
  )
  const others = standings.filter((one) => !carried.includes(one) && !due.includes(one))
  return { carried, due, others }
}

const SAFETY_AUDITS: readonly string[] = ['Health and Safety', 'Fire Safety', 'RAAC checks']

/** Whether an action is about the safety of the site: from a walkaround, or an audit of it. */
const isSafety = ({ source, audit }: Action): boolean =>
  source.type === 'walkaround' || SAFETY_AUDITS.includes(audit)

/** Open actions about health and safety, the soonest due first. */
export const openSafetyActions = (actions: readonly Action[]): Action[] =>
  actionsInOrder(actions).filter((action) => isSafety(action) && isOpen(action))

/** The areas to explore of a letter, a line each. */
export const areasIn = (parts: readonly Part[]): string[] =>
  keptParts(parts)
    .filter(({ part }) => part.kind === 'explore')
    .flatMap(({ part }) => part.text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
