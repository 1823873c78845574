import type { Scale } from './scales.ts'
import { gradesApart } from './tolerance.ts'

/** Subjects well below target from which a raising achievement meeting looks at a pupil. */
const RAP_SUBJECTS = 2

/** One pupil's standing in one subject. */
export interface Standing {
  readonly pupil: string
  readonly subject: string
  /** The scale of this subject. */
  readonly scale: Scale
  readonly current: string | null
  readonly target: string | null
}

export interface BelowTarget {
  readonly subject: string
  readonly current: string
  readonly target: string
  /** Grades below target, positive. */
  readonly below: number
}

export interface PupilBelow {
  readonly pupil: string
  /** The furthest below first. */
  readonly subjects: readonly BelowTarget[]
  /** One subject is for the subject itself; several are for a raising achievement meeting (RAP). */
  readonly for: 'intervention' | 'rap'
}

/**
 * Pupils well below target, those of several subjects first; grades of another scale say nothing.
 * @param wellBelow grades under the target from which it is well below
 */
export function belowTarget(standings: readonly Standing[], wellBelow: number): PupilBelow[] {
  const byPupil = new Map<string, BelowTarget[]>()
  for (const { pupil, subject, scale, current, target } of standings) {
    if (current === null || target === null) continue
    const below = gradesApart(scale, current, target) ?? 0
    if (below < wellBelow) continue
    byPupil.set(pupil, [...(byPupil.get(pupil) ?? []), { subject, current, target, below }])
  }
  return [...byPupil]
    .map(([pupil, subjects]): PupilBelow => ({
      pupil,
      subjects: subjects.sort((a, b) => b.below - a.below || a.subject.localeCompare(b.subject)),
      for: subjects.length >= RAP_SUBJECTS ? 'rap' : 'intervention',
    }))
    .sort((a, b) => b.subjects.length - a.subjects.length || a.pupil.localeCompare(b.pupil))
}
