import { isDate } from '../calendar/dates.ts'
import { live, type RepSpend } from './work.ts'

const pence = (gbp: number): number => Math.round(gbp * 100)

/** "£2,400", "£12.50". */
export function poundsWords(gbp: number): string {
  const [whole = '0', rest = '00'] = gbp.toFixed(2).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `£${grouped}${rest === '00' ? '' : `.${rest}`}`
}

/** Money of a plan, in pounds. */
export interface Spending {
  readonly approved: number
  readonly spent: number
  /** Below 0 where more is spent than the CEO approved: two people with no signal can do that, and it is said. */
  readonly left: number
}

/** @param approvedGbp what the CEO's standing decision allows; 0 where there is none */
export function spendingOf(spends: readonly RepSpend[], approvedGbp: number): Spending {
  const spent = live(spends).reduce((sum, { gbp }) => sum + pence(gbp), 0)
  return {
    approved: approvedGbp,
    spent: spent / 100,
    left: (pence(approvedGbp) - spent) / 100,
  }
}

/** "£900 of £2,400 spent, £1,500 left". */
export function saySpending({ approved, spent, left }: Spending): string {
  if (approved === 0 && spent === 0) return 'The CEO has approved no money from reserves.'
  const rest =
    left < 0
      ? `${poundsWords(-left)} beyond what the CEO approved: tell the CEO`
      : `${poundsWords(left)} left`
  return `${poundsWords(spent)} of ${poundsWords(approved)} spent, ${rest}.`
}

/**
 * What stands before money is written down as spent (C18): nothing beyond what the CEO approved.
 * @param today yyyy-mm-dd @returns words for people, none when it may be kept
 */
export function spendNeeds(
  draft: Pick<RepSpend, 'what' | 'gbp' | 'on'>,
  { approved, left }: Spending,
  today: string,
): string[] {
  const { what, gbp, on } = draft
  const beyond = pence(gbp) > pence(Math.max(0, left))
  return [
    ...(what.trim() === '' ? ['Say what it was spent on.'] : []),
    ...(gbp > 0 ? [] : ['Say how much it was, in pounds.']),
    ...(isDate(on) && on <= today ? [] : ['Say on which day it was spent: today or earlier.']),
    ...(gbp > 0 && approved === 0
      ? ['The CEO has approved no money from reserves: ask the CEO first.']
      : []),
    ...(gbp > 0 && approved > 0 && beyond
      ? [
          `${poundsWords(gbp)} is more than the ${poundsWords(Math.max(0, left))} left of ${poundsWords(approved)}: ask the CEO to approve a new sum.`,
        ]
      : []),
  ]
}
