/** Grades apart between current and projected that need no further evidence, until a trust sets its own. */
export const USUAL_TOLERANCE = 1
/** Assessment points in a row above target after which it is to be raised (C32). */
export const POINTS_ABOVE = 2

/** Grades of one scale, the lowest first. */
export type Labels = readonly string[]

/** Grades from one label up to another, negative for down; null where either is not of this scale (C49). */
export function gradesApart(labels: Labels, from: string, to: string): number | null {
  const [low, high] = [labels.indexOf(from), labels.indexOf(to)]
  return low < 0 || high < 0 ? null : high - low
}

export interface Projected {
  readonly current: string
  readonly projected: string
  /** What stands behind a projection outside tolerance. */
  readonly evidence: string
}

export type Tolerance =
  | { readonly kind: 'within' }
  /** One of the two is missing, or not of this scale: nothing can be said. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'outside'
      /** Grades between current and projected; negative if the projection is below. */
      readonly apart: number
      /** It may go on once evidence is written. */
      readonly evidenced: boolean
    }

/** C31: current and projected too far apart ask for evidence; how far is a trust's own setting. */
export function toleranceOf(labels: Labels, grade: Projected, limit = USUAL_TOLERANCE): Tolerance {
  const apart = gradesApart(labels, grade.current, grade.projected)
  if (apart === null) return { kind: 'unknown' }
  if (Math.abs(apart) <= limit) return { kind: 'within' }
  return { kind: 'outside', apart, evidenced: grade.evidence.trim() !== '' }
}

/**
 * C32: whether the newest assessment points in a row are all above the target, which is then to be raised.
 * @param currents grades by assessment point, the oldest first; null where none was entered
 */
export function raisesTarget(
  labels: Labels,
  target: string,
  currents: readonly (string | null)[],
  points = POINTS_ABOVE,
): boolean {
  const newest = currents.slice(-points)
  return (
    newest.length === points &&
    newest.every((current) => current !== null && (gradesApart(labels, target, current) ?? 0) > 0)
  )
}
