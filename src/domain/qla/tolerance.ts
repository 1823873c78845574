import { belowAll, type Grade, labelsOf, type Scale, stepsBetween } from './scales.ts'
import { USUAL_SETTINGS } from './settings.ts'

/** Assessment points in a row above target after which it is to be raised (C32). */
const POINTS_ABOVE = 2

export interface Projected {
  readonly scale: Scale
  /** Labels of that scale; null where none is entered. */
  readonly current: string | null
  readonly projected: string | null
  /** What stands behind a projection outside tolerance. */
  readonly evidence: string
}

export type Tolerance =
  | { readonly kind: 'within' }
  /** One of the two is missing, or not of this scale: nothing can be said (C49). */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'outside'
      /** Grades between current and projected; negative if the projection is below. */
      readonly apart: number
      /** It may go on once evidence is written. */
      readonly evidenced: boolean
    }

/** Whether it is a label of its scale, or what stands below all of them. */
const isOf = ({ scale, label }: Grade): boolean =>
  labelsOf(scale).includes(label) || label === belowAll(scale)

/** Grades from one label up to another of one scale, negative for down; null where either is none of its labels. */
export function gradesApart(scale: Scale, from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null
  const [low, high]: [Grade, Grade] = [
    { scale, label: from },
    { scale, label: to },
  ]
  return isOf(low) && isOf(high) ? stepsBetween(low, high) : null
}

/** C31: current and projected too far apart ask for evidence; how far is a trust's own setting. */
export function toleranceOf(grade: Projected, limit = USUAL_SETTINGS.tolerance): Tolerance {
  const apart = gradesApart(grade.scale, grade.current, grade.projected)
  if (apart === null) return { kind: 'unknown' }
  if (Math.abs(apart) <= limit) return { kind: 'within' }
  return { kind: 'outside', apart, evidenced: grade.evidence.trim() !== '' }
}

/**
 * C32: whether the newest assessment points in a row are all above the target, which is then to be raised.
 * @param currents labels by assessment point, the oldest first; null where none was entered
 */
export function raisesTarget(
  scale: Scale,
  target: string | null,
  currents: readonly (string | null)[],
  points = POINTS_ABOVE,
): boolean {
  const newest = currents.slice(-points)
  return (
    newest.length === points &&
    newest.every((current) => (gradesApart(scale, target, current) ?? 0) > 0)
  )
}
