import { type Action, isOpen, isOverdue, statusOf } from './action.ts'
import { dayAfter } from './due.ts'

/** Numbers and a day: nothing of what any action says. */
export interface Tally {
  readonly open: number
  readonly overdue: number
  /** Due today or in the six days after. */
  readonly thisWeek: number
  readonly doneNotTold: number
  /** The soonest day from today on, yyyy-mm-dd, or ''. */
  readonly next: string
}

export interface Tallies {
  readonly all: Tally
  /** By the person id of the owner; roles and groups in words are nobody's. */
  readonly byOwner: Readonly<Record<string, Tally>>
}

const WEEK_DAYS = 6

function tallyOf(actions: readonly Action[], today: string): Tally {
  const open = actions.filter(isOpen)
  const ahead = open.map(({ due }) => due).filter((due) => due >= today)
  const weekEnd = dayAfter(today, WEEK_DAYS)
  return {
    open: open.length,
    overdue: open.filter((action) => isOverdue(action, today)).length,
    thisWeek: ahead.filter((due) => due <= weekEnd).length,
    doneNotTold: open.filter((action) => statusOf(action) === 'done_hq_not_informed').length,
    next: ahead.sort()[0] ?? '',
  }
}

/** How the actions of one document stand, together and by owner. @param today yyyy-mm-dd */
export function talliesOf(actions: readonly Action[], today: string): Tallies {
  const standing = actions.filter(({ removedAt }) => removedAt === null)
  const byPerson = new Map<string, Action[]>()
  for (const action of standing)
    if (action.owner?.kind === 'person') {
      const { value } = action.owner
      byPerson.set(value, [...(byPerson.get(value) ?? []), action])
    }
  return {
    all: tallyOf(standing, today),
    byOwner: Object.fromEntries(
      [...byPerson].map(([person, own]) => [person, tallyOf(own, today)]),
    ),
  }
}
