import type { MarksRoot } from '../../../crdt/marks.ts'
import { paths, type SittingAddress } from '../paths.ts'

/** Where marks are brought in to: the paper as it was sat first, or its retest. */
export interface Into {
  readonly of: MarksRoot
  readonly title: string
  /** Screen on which somebody picks between marks that differ. */
  readonly picksUnder: string
  readonly back: (at: SittingAddress) => { readonly to: string; readonly label?: string }
  /** Where the marks are seen afterwards. */
  readonly marksAt: (at: SittingAddress) => string
  readonly hint: string
}

export const FIRST_TEST: Into = {
  of: 'marks',
  title: 'Bring in marks',
  picksUnder: 'Enter marks',
  back: (at) => ({ to: paths.sitting(at) }),
  marksAt: paths.enter,
  hint: 'CSV or Excel. One column holds the school’s own number of the pupil, each other a question: Q1, 2a, Question 12b. A dot is left blank; an empty cell is not marked yet. Totals of another paper stand in a column headed with its marks: Paper 2 of 35.',
}

export const RETEST: Into = {
  of: 'retest',
  title: 'Bring in retest marks',
  picksUnder: 'Retest',
  back: (at) => ({ to: paths.retest(at), label: 'Retest' }),
  marksAt: paths.retest,
  hint: 'CSV or Excel. One column holds the school’s own number of the pupil, each other a question that was asked again: Q33 retest, 2a, Question 12b. A dot is left blank; an empty cell was not asked again or is not marked yet.',
}
