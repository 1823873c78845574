import type { Pupil } from '../../../domain/qla/classes.ts'
import { useClassLists } from '../classes/use-class-lists.ts'

/** Pupils of a year group in the class lists of a school; who is in several classes is one pupil all the same. */
export function useCohort(urn: string, year: string, yearGroup: number): Pupil[] {
  const { classes, rollOf } = useClassLists(urn, year)
  const everybody = classes.flatMap(({ doc }) => rollOf(doc).map((of) => [of.localId, of] as const))
  return [...new Map(everybody).values()].filter((pupil) => pupil.yearGroup === yearGroup)
}
