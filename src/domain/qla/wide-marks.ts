import type { TextRow } from '../import/table.ts'
import { type GridItem, type GridPupil, type MarkValue, readMark } from './grid.ts'
import { sayItem } from './paper.ts'

/** A mark that a table brought in, by the keys of the sitting. */
export interface WideMark {
  readonly pupil: string
  readonly item: string
  readonly value: MarkValue
}

export interface WideFault {
  /** Line of the file as a spreadsheet counts it, from 1. */
  readonly line: number
  readonly words: string
}

export interface WideRead {
  readonly marks: readonly WideMark[]
  readonly faults: readonly WideFault[]
  /** Headings that are no question of the paper: their columns were passed over. */
  readonly passedOver: readonly string[]
}

const bare = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]+/g, '')

/** The question that a heading means: 33, Q33, Question 33, Q33_retest, 12b. */
export function itemOfHeading(heading: string, items: readonly GridItem[]): GridItem | null {
  const plain = bare(heading)
    .replace(/^(question|q)/, '')
    .replace(/(retest|mark|marks)$/, '')
  return items.find((item) => bare(sayItem(item)) === plain) ?? null
}

const firstCell = (row: TextRow): string => (row[0] ?? '').trim()

/**
 * Marks as spreadsheets have them: a pupil a row, a question a column, the school's own number of the
 * pupil first. A dot is left blank, an empty cell is not marked.
 * @param rows with their headings first
 */
export function readWideMarks(
  rows: readonly TextRow[],
  pupils: readonly Pick<GridPupil, 'key' | 'localId'>[],
  items: readonly GridItem[],
): WideRead {
  const [headings = [], ...lines] = rows
  const columns = headings.slice(1).map((heading) => itemOfHeading(heading, items))
  const passedOver = headings
    .slice(1)
    .filter((heading, at) => columns[at] === null && heading !== '')
  const known = new Map(pupils.map(({ localId, key }) => [localId.toLowerCase(), key]))
  const marks: WideMark[] = []
  const faults: WideFault[] = []
  lines.forEach((row, at) => {
    const line = at + 2
    if (row.every((cell) => cell.trim() === '')) return
    const pupil = known.get(firstCell(row).toLowerCase())
    if (pupil === undefined)
      return void faults.push({ line, words: `“${firstCell(row)}” is not in this class.` })
    columns.forEach((item, column) => {
      if (item === null) return
      const read = readMark(row[column + 1] ?? '', item)
      if (!read.ok) faults.push({ line, words: read.error })
      else if (read.value !== null) marks.push({ pupil, item: item.key, value: read.value })
    })
  })
  return { marks, faults, passedOver }
}
