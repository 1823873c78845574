import { settled } from '../choice.ts'
import { gradeFor } from './boundaries.ts'
import type { GradeEntry, MovementEntry } from './grades.ts'
import type { Grid, GridPupil } from './grid.ts'
import type { Band } from './classes.ts'
import type { Move } from './movement.ts'
import type { Scale } from './scales.ts'
import type { BoundariesUsed } from './sitting.ts'
import { rowTotal } from './totals.ts'
import { type Tolerance, toleranceOf } from './tolerance.ts'

/** One pupil's marks and grades at the assessment point of a sitting. */
export interface GradeLine {
  readonly pupil: GridPupil
  /** Marks of the paper before and after the retest; null while one is missing. */
  readonly first: number | null
  readonly after: number | null
  /** Marks of the whole test as they count now. */
  readonly whole: number | null
  /** Label that the whole test comes to by checked boundaries; null without either. */
  readonly worked: string | null
  /** The record that holds this pupil's grades, or null while there is none. */
  readonly entry: GradeEntry | null
  readonly current: string | null
  readonly projected: string | null
  readonly target: string | null
  /** The grade that was entered is not what the marks come to any more. */
  readonly stale: boolean
  readonly tolerance: Tolerance
}

interface GradeFacts {
  readonly grid: Grid
  readonly after: Grid
  /** Marks of the whole test by pupil's key. */
  readonly raw: ReadonlyMap<string, number | null>
  readonly boundaries: Pick<BoundariesUsed, 'scale' | 'thresholds'> | null
  readonly grades: readonly GradeEntry[]
  /** Grades between current and projected that need no evidence. */
  readonly tolerance: number
}

const totalOf = (grid: Grid, place: number): number | null => {
  const { marks, open } = rowTotal(grid, place)
  return open === 0 ? marks : null
}

/** The record that holds a pupil's grades on a scale: the first made, where two devices made one each. */
export const entryOf = (
  grades: readonly GradeEntry[],
  pupil: string,
  scale: Scale,
): GradeEntry | null =>
  grades
    .filter((one) => one.pupil === pupil && one.scale === scale)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null

/** Grades of those who sat the paper, in the order of the list. */
export function gradeLines(of: GradeFacts): GradeLine[] {
  const { grid, after, raw, boundaries, grades, tolerance } = of
  return grid.pupils.flatMap((pupil, place): GradeLine[] => {
    if (pupil.status !== 'sat') return []
    const whole = raw.get(pupil.key) ?? null
    const worked = boundaries && whole !== null ? gradeFor(boundaries, whole).label : null
    const entry = boundaries ? entryOf(grades, pupil.key, boundaries.scale) : null
    const current = entry ? settled(entry.current) : null
    const projected = entry ? settled(entry.projected) : null
    const target = entry ? settled(entry.target) : null
    return [
      {
        pupil,
        first: totalOf(grid, place),
        after: totalOf(after, place),
        whole,
        worked,
        entry,
        current,
        projected,
        target,
        stale: worked !== null && worked !== current,
        tolerance: entry
          ? toleranceOf(
              { scale: entry.scale, current, projected, evidence: entry.evidence },
              tolerance,
            )
          : { kind: 'unknown' },
      },
    ]
  })
}

/** Lines that hold grades back: not worked out from the marks as they are, or outside tolerance without evidence. */
export const heldBack = (
  lines: readonly GradeLine[],
): { readonly stale: GradeLine[]; readonly unevidenced: GradeLine[] } => ({
  stale: lines.filter(({ stale }) => stale),
  unevidenced: lines.filter(
    ({ tolerance }) => tolerance.kind === 'outside' && !tolerance.evidenced,
  ),
})

/** The band that a pupil is in now, as somebody said; null while nobody did or two said differently. */
export function bandNow(movements: readonly MovementEntry[], pupil: string): Band | null {
  const first = movements
    .filter((one) => one.pupil === pupil)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]
  return first ? settled(first.to) : null
}

/** Each pupil who sat the paper, from the band before to the band now. */
export const movesOf = (
  pupils: readonly GridPupil[],
  movements: readonly MovementEntry[],
): Move[] =>
  pupils
    .filter(({ status }) => status === 'sat')
    .map(({ key, prior }) => ({ from: prior === '' ? null : prior, to: bandNow(movements, key) }))
