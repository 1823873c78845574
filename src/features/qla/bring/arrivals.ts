import type { MarkSource, MarkValue, TypedMark } from '../../../domain/qla/grid.ts'
import {
  type Meets,
  meets,
  type OtherPaper,
  type PupilMarks,
} from '../../../domain/qla/marks-table.ts'

/** A mark of a table, and what it meets on the sitting. */
export interface Arrival {
  readonly pupil: string
  /** Key of the question or other paper; of a new paper, what stands for it in the table. */
  readonly item: string
  readonly value: MarkValue
  readonly meets: Meets
  /** What stands there. */
  readonly typed: readonly TypedMark[]
  /** The paper that has to be added first, or null. */
  readonly newPaper: OtherPaper | null
}

export const arrivalsOf = (rows: readonly PupilMarks[], marks: MarkSource): Arrival[] =>
  rows.flatMap(({ pupil, marks: own, totals }) => {
    const arrival = (item: string, value: MarkValue, newPaper: OtherPaper | null): Arrival => {
      const typed = newPaper ? [] : marks.typed(pupil, item)
      return { pupil, item, value, meets: meets(typed, value), typed, newPaper }
    }
    return [
      ...own.map(({ item, value }) => arrival(item, value, null)),
      ...totals.map(({ paper, total }) => arrival(paper.key, total, paper.isNew ? paper : null)),
    ]
  })
