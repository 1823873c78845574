import type { Defect } from '../checks/run.ts'
import { daysOpen, type Listed } from './list.ts'

/** How a school's actions stand, for whoever answers for all of them. */
export interface SchoolAssurance {
  readonly urn: string
  readonly open: number
  readonly overdue: number
  /** Overdue and red. */
  readonly overdueHigh: number
  /** Done at the school, and the trust was not told. */
  readonly doneNotTold: number
  /** Closed actions that `averageDays` is worked out from. */
  readonly closed: number
  /** Mean days from raised to closed, rounded; null while none is closed. */
  readonly averageDays: number | null
  /** Hazards that were found again after they had been written down. */
  readonly repeats: number
}

/** Where a hazard was found. */
export interface FoundHazard {
  readonly urn: string
  readonly defect: Pick<Defect, 'again' | 'earlier' | 'removedAt'>
}

const mean = (days: readonly number[]): number | null =>
  days.length === 0 ? null : Math.round(days.reduce((sum, n) => sum + n, 0) / days.length)

const isRepeat = ({ defect }: FoundHazard): boolean =>
  defect.removedAt === null && (defect.again.length > 0 || defect.earlier !== '')

/** Each school that has anything, the one with most overdue and red first. @param today yyyy-mm-dd */
export function assuranceOf(
  list: readonly Listed[],
  hazards: readonly FoundHazard[],
  today: string,
): SchoolAssurance[] {
  const urns = [...new Set([...list, ...hazards].map(({ urn }) => urn))]
  return urns
    .map((urn): SchoolAssurance => {
      const own = list.filter((one) => one.urn === urn && one.action.removedAt === null)
      const closed = own.filter(({ status }) => status === 'closed')
      return {
        urn,
        open: own.filter(({ open }) => open).length,
        overdue: own.filter(({ overdue }) => overdue).length,
        overdueHigh: own.filter(({ overdue, action }) => overdue && action.priority === 'red')
          .length,
        doneNotTold: own.filter(({ status }) => status === 'done_hq_not_informed').length,
        closed: closed.length,
        averageDays: mean(closed.map(({ action }) => daysOpen(action, today))),
        repeats: hazards.filter((hazard) => hazard.urn === urn && isRepeat(hazard)).length,
      }
    })
    .sort(
      (a, b) => b.overdueHigh - a.overdueHigh || b.overdue - a.overdue || (a.urn < b.urn ? -1 : 1),
    )
}
