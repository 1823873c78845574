import { settled } from '../choice.ts'
import type { Area, Reteach, Retest, Waivable, Waiver } from './follow-up.ts'
import type { GradesEntered } from './grades.ts'
import { type Grid, satPlaces } from './grid.ts'
import { retestDone } from './retest.ts'
import type { BoundariesUsed, Sitting } from './sitting.ts'
import { rowTotal } from './totals.ts'
import type { Validity } from './validity.ts'

/** Everything that is looked at before grades go to the mark book. */
export interface GateFacts {
  readonly sitting: Pick<Sitting, 'spiral'>
  readonly grid: Grid
  /** Marks of the retest, under the same places. */
  readonly again: Grid
  readonly areas: readonly Area[]
  readonly reteaches: readonly Reteach[]
  readonly retests: readonly Retest[]
  readonly waivers: readonly Waiver[]
  readonly boundaries: BoundariesUsed | null
  /** Of a spiral paper; null of another, or of one whose year group is not said. */
  readonly validity: Validity | null
}

/** What is missing before grades are entered, exactly (C28). */
export type Missing =
  | { readonly what: 'nobody-sat' }
  | { readonly what: 'status'; readonly pupils: number }
  /** Marks that are blank, and pupils whose they are. */
  | { readonly what: 'marks'; readonly cells: number; readonly pupils: number }
  | { readonly what: 'clashes'; readonly cells: number }
  | { readonly what: 'boundaries' }
  | { readonly what: 'validity' }
  | { readonly what: 'areas' }
  /** Areas that nobody has taught again yet, by their ids. */
  | { readonly what: 'reteach'; readonly areas: readonly string[] }
  | { readonly what: 'retest' }
  | { readonly what: 'retest-marks'; readonly cells: number }
  | { readonly what: 'retest-clashes'; readonly cells: number }

/** The waiver of a step that holds, the first one made; or null. */
export function waiverOf(waivers: readonly Waiver[], what: Waivable): Waiver | null {
  const held = waivers.filter((one) => one.what === what && one.takenBackAt === null)
  return held.sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))[0] ?? null
}

const standing = <T extends { removedAt: number | null }>(rows: readonly T[]) =>
  rows.filter(({ removedAt }) => removedAt === null)

function missingMarks(grid: Grid): Missing[] {
  const missing: Missing[] = []
  const sat = satPlaces(grid)
  const undecided = grid.pupils.filter(({ status }) => status === null).length
  if (undecided > 0) missing.push({ what: 'status', pupils: undecided })
  if (sat.length === 0) missing.push({ what: 'nobody-sat' })
  const rows = sat.map((place) => rowTotal(grid, place))
  const clashes = rows.reduce((sum, row) => sum + row.clashes, 0)
  const blank = rows.map((row) => row.open - row.clashes)
  const cells = blank.reduce((sum, n) => sum + n, 0)
  if (cells > 0) missing.push({ what: 'marks', cells, pupils: blank.filter((n) => n > 0).length })
  if (clashes > 0) missing.push({ what: 'clashes', cells: clashes })
  return missing
}

/** An area was taught again on a day, by somebody. */
const isTaught = ({ id }: Area, reteaches: readonly Reteach[]): boolean =>
  standing(reteaches).some(({ area, on, teacher }) => area === id && on !== '' && teacher !== '')

/** Areas to teach again: chosen and not left. */
const toTeach = (areas: readonly Area[]): Area[] =>
  standing(areas).filter(({ way }) => settled(way) !== 'leave')

function missingReteach({ areas, reteaches, waivers }: GateFacts): Missing[] {
  if (waiverOf(waivers, 'reteach')) return []
  const chosen = toTeach(areas)
  if (chosen.length === 0) return [{ what: 'areas' }]
  const untaught = chosen.filter((area) => !isTaught(area, reteaches)).map(({ id }) => id)
  return untaught.length > 0 ? [{ what: 'reteach', areas: untaught }] : []
}

function missingRetest({ retests, waivers, again }: GateFacts): Missing[] {
  if (waiverOf(waivers, 'retest')) return []
  const held = standing(retests).filter(({ on }) => on !== '')
  if (held.length === 0) return [{ what: 'retest' }]
  const done = held.map((retest) => ({ retest, ...retestDone(retest, again) }))
  const clashes = done.reduce((sum, one) => sum + one.clashes, 0)
  // Who was away for the retest keeps the first mark: the teacher says when the last one is in.
  const waits = done.filter(({ retest }) => retest.doneAt === null)
  const blank = waits.reduce(
    (sum, { cells, marked, clashes: open }) => sum + cells - marked - open,
    0,
  )
  return [
    ...(blank > 0 ? [{ what: 'retest-marks', cells: blank } as const] : []),
    ...(clashes > 0 ? [{ what: 'retest-clashes', cells: clashes } as const] : []),
  ]
}

/** What is missing before grades may be entered (C28, C29, C30): none, and they may. */
export function missingForGrades(facts: GateFacts): Missing[] {
  const { sitting, validity, waivers, boundaries, grid } = facts
  const invalid = sitting.spiral && (validity === null || validity.faults.length > 0)
  return [
    ...missingMarks(grid),
    ...(invalid && !waiverOf(waivers, 'validity') ? [{ what: 'validity' } as const] : []),
    ...(boundaries === null ? [{ what: 'boundaries' } as const] : []),
    ...missingReteach(facts),
    ...missingRetest(facts),
  ]
}

/** How far the analysis of a sitting has come (domain notes B9). */
export const QLA_STAGES = [
  'created',
  'marks_in',
  'analysed',
  'retaught',
  'retested',
  'grades_updated',
  'grades_entered',
] as const
export type QlaStage = (typeof QLA_STAGES)[number]

/** The stage that is reached: each one only with all before it, done or waived. */
export function stageOf(facts: GateFacts, entered: readonly GradesEntered[]): QlaStage {
  if (entered.length > 0) return 'grades_entered'
  const missing = new Set(missingForGrades(facts).map(({ what }) => what))
  const lacks = (...some: readonly Missing['what'][]) => some.some((what) => missing.has(what))
  if (lacks('nobody-sat', 'status', 'marks', 'clashes')) return 'created'
  const chose = standing(facts.areas).length > 0 || waiverOf(facts.waivers, 'reteach') !== null
  if (!chose) return 'marks_in'
  if (lacks('areas', 'reteach')) return 'analysed'
  if (lacks('retest', 'retest-marks', 'retest-clashes')) return 'retaught'
  return missing.size > 0 ? 'retested' : 'grades_updated'
}
