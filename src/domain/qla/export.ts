import type { Cell } from '../export/table.ts'
import { gradeFor } from './boundaries.ts'
import { type Grid, type GridPupil } from './grid.ts'
import type { BoundariesUsed, Status } from './sitting.ts'
import { paperMarks, rowTotal } from './totals.ts'

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  sat: '',
  absent: 'Absent',
  working_below: 'Working below',
  just_arrived: 'Just arrived',
  not_on_roll: 'Not on roll',
}

const nameOf = ({ localId, last, first }: GridPupil): Cell[] => [localId, last, first]

/** What a mark book takes: for the school's own use, with names. */
export interface MarkBook {
  readonly paperName: string
  readonly first: Grid
  /** As it counts after the retest. */
  readonly after: Grid
  /** Marks of the whole test by pupil's key, where other papers belong to it; null while one is missing. */
  readonly raw: ReadonlyMap<string, number | null>
  readonly outOf: number
  readonly boundaries: BoundariesUsed | null
}

/** Rows for the mark book, headings first; `csvOf` makes a file of them in which no cell is a formula. */
export function markBookRows(book: MarkBook): Cell[][] {
  const { first, after, raw, outOf, boundaries, paperName } = book
  const of = paperMarks(first.items)
  const headings = [
    'Local ID',
    'Surname',
    'First name',
    `${paperName} (of ${of})`,
    `After retest (of ${of})`,
    `Total (of ${outOf})`,
    'Grade',
    'Note',
  ]
  const rows = first.pupils.map((pupil, place): Cell[] => {
    const sat = pupil.status === 'sat'
    const total = (grid: Grid): Cell => {
      const { marks, open } = rowTotal(grid, place)
      return sat && open === 0 ? marks : ''
    }
    const whole = sat ? (raw.get(pupil.key) ?? null) : null
    const grade = boundaries && whole !== null ? gradeFor(boundaries, whole).label : ''
    const note = pupil.status === null ? 'Not settled' : STATUS_WORDS[pupil.status]
    return [...nameOf(pupil), total(first), total(after), whole ?? '', grade, note]
  })
  return [headings, ...rows]
}
