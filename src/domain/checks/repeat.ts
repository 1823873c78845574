import { type Action, statusOf } from '../actions/action.ts'
import { isOpen } from './hazards.ts'
import { ragOrder } from './rating.ts'
import type { Defect, Run } from './run.ts'
import { actionsOf } from './submit.ts'

/** A place as people write it twice: "Hall, left door" and "hall  left door" are one. */
const plain = (place: string): string =>
  place
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A hazard with the day on which it was last found, yyyy-mm-dd. */
export interface Found {
  readonly defect: Defect
  readonly first: string
  readonly last: string
  /** How often it was found, the first time included. */
  readonly times: number
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** When a hazard was found, by the dates of its runs. @param runs every run that is known */
function foundOn(defect: Defect, runs: readonly Pick<Run, 'id' | 'date'>[]): Found {
  const own = runs.find(({ id }) => id === defect.run)?.date ?? dayOf(defect.madeAt)
  const days = [...new Set([own, ...defect.again])].sort()
  return { defect, first: own, last: days.at(-1) ?? own, times: days.length }
}

/** Seen to through the list of actions: every one that it led to is closed, which somebody else has to say. */
function isSeenTo(defect: Defect, actions: readonly Action[]): boolean {
  const own = actionsOf(defect, actions)
  return own.length > 0 && own.every((action) => statusOf(action) === 'closed')
}

/**
 * Hazards of earlier walks of this school that are still to be put right: the first thing on a route.
 * Red before amber before green, then those found longest ago.
 * @param defects of this year and the one before
 * @param run the walk that is made now: its own hazards are not earlier ones
 * @param actions of the school's one list
 */
export const openFromBefore = (
  defects: readonly Defect[],
  runs: readonly Pick<Run, 'id' | 'date'>[],
  run: Pick<Run, 'id'>,
  actions: readonly Action[],
): Found[] =>
  defects
    .filter((defect) => defect.run !== run.id && isOpen(defect) && !isSeenTo(defect, actions))
    .map((defect) => foundOn(defect, runs))
    .sort(
      (a, b) =>
        ragOrder(a.defect) - ragOrder(b.defect) ||
        a.first.localeCompare(b.first) ||
        (a.defect.id < b.defect.id ? -1 : 1),
    )

/** Open hazards that one found now may be again: of the same question, or at the same place. */
export const mayBeAgain = (
  open: readonly Found[],
  { prompt, place }: { readonly prompt: string; readonly place: string },
): Found[] =>
  open.filter(
    ({ defect }) =>
      defect.prompt === prompt || (plain(place) !== '' && plain(defect.place) === plain(place)),
  )

/**
 * What changes when it is found again: it is opened again instead of being written twice, and whoever
 * had put it right has to once more.
 * @param day yyyy-mm-dd
 */
export const openedAgain = (
  { again }: Defect,
  day: string,
): Pick<Defect, 'again' | 'fixedBy' | 'corrected' | 'verifiedBy'> => ({
  again: [...new Set([...again, day])].sort(),
  fixedBy: '',
  verifiedBy: '',
  corrected: false,
})

/** Takes "found again on this day" back. */
export const notAgain = ({ again }: Defect, day: string): Pick<Defect, 'again'> => ({
  again: again.filter((each) => each !== day),
})
