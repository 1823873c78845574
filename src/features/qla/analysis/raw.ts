import { cellOf } from '../../../domain/qla/grid.ts'
import { paperMarks, rawTotals, totalsOf } from '../../../domain/qla/totals.ts'
import type { AnalysisHere } from './use-analysis.ts'
import type { MarksRead } from './read-analysis.ts'

/** Marks of the whole test as they count now: this paper after its retest, and its other papers. */
export function rawOf(
  here: Pick<AnalysisHere, 'after' | 'components' | 'pupils'> & { readonly marks: MarksRead },
): {
  /** By pupil's key; null while a mark is missing. */
  readonly totals: Map<string, number | null>
  readonly outOf: number
} {
  const { after, components, marks, pupils } = here
  const others = components.map(
    ({ key, max }) =>
      new Map(
        pupils.map((pupil) => [pupil.key, cellOf(marks.marks.typed(pupil.key, key), max).value]),
      ),
  )
  return {
    totals: rawTotals(totalsOf(after), others),
    outOf: paperMarks(after.items) + paperMarks(components),
  }
}
