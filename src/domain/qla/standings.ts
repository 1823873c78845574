import { settled } from '../choice.ts'
import { entryOf } from './grade-lines.ts'
import type { GradeEntry } from './grades.ts'
import type { Standing } from './rap.ts'
import type { Scale } from './scales.ts'
import { raisesTarget } from './tolerance.ts'

/** One sitting's grades, with whose they are. */
export interface SittingGrades {
  readonly urn: string
  readonly subject: string
  /** yyyy-mm-dd */
  readonly on: string
  /** The school's own number by the pupil's key in this sitting. */
  readonly pupils: ReadonlyMap<string, string>
  readonly grades: readonly GradeEntry[]
}

/** One pupil's grades in a subject on one scale, the oldest first. */
interface Course {
  readonly pupil: string
  readonly subject: string
  readonly scale: Scale
  readonly currents: (string | null)[]
  target: string | null
}

function coursesOf(sittings: readonly SittingGrades[]): Course[] {
  const courses = new Map<string, Course>()
  for (const { urn, subject, pupils, grades } of sittings.toSorted((a, b) =>
    a.on < b.on ? -1 : 1,
  ))
    for (const [key, localId] of pupils)
      for (const scale of new Set(
        grades.filter((one) => one.pupil === key).map((one) => one.scale),
      )) {
        const entry = entryOf(grades, key, scale)
        if (!entry) continue
        const pupil = `${urn} ${localId}`
        const name = `${pupil} ${subject} ${scale}`
        const course = courses.get(name) ?? { pupil, subject, scale, currents: [], target: null }
        course.currents.push(settled(entry.current))
        course.target = settled(entry.target) ?? course.target
        courses.set(name, course)
      }
  return [...courses.values()]
}

/** Where each pupil stands in each subject by the newest grades; pupils are `urn localId`. */
export const standingsOf = (sittings: readonly SittingGrades[]): Standing[] =>
  coursesOf(sittings).map(({ pupil, subject, scale, currents, target }) => ({
    pupil,
    subject,
    scale,
    current: currents.findLast((current) => current !== null) ?? null,
    target,
  }))

/** Pupils above target at the newest points in a row, whose target is to be raised (C32). */
export const toRaise = (
  sittings: readonly SittingGrades[],
): { readonly pupil: string; readonly subject: string; readonly target: string }[] =>
  coursesOf(sittings).flatMap(({ pupil, subject, scale, currents, target }) =>
    target !== null && raisesTarget(scale, target, currents) ? [{ pupil, subject, target }] : [],
  )
