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

/** Totals of other papers of the same test, a pupil a row. */
export interface TotalsRead {
  readonly components: readonly { readonly name: string; readonly max: number }[]
  /** By the place of the component, then the pupil's key. */
  readonly totals: readonly ReadonlyMap<string, number>[]
  readonly faults: readonly WideFault[]
}

/** What a heading says of a paper: paper2_of_35, Paper 2H of 80, Reading (50). */
function componentOf(heading: string): { name: string; max: number } | null {
  const found = /^(.*?)[\s_]*(?:of[\s_]*(\d{1,3})|\((?:of\s*)?(\d{1,3})\))\s*$/i.exec(
    heading.trim(),
  )
  const max = Number(found?.[2] ?? found?.[3] ?? 0)
  const name = (found?.[1] ?? '').replaceAll('_', ' ').trim()
  if (max === 0 || name === '') return null
  return { name: name.charAt(0).toUpperCase() + name.slice(1), max }
}

/** Totals as spreadsheets have them: the school's own number of the pupil first, then a paper a column. */
export function readTotals(
  rows: readonly TextRow[],
  pupils: readonly Pick<GridPupil, 'key' | 'localId'>[],
): TotalsRead {
  const [headings = [], ...lines] = rows
  const columns = headings
    .map((heading, at) => ({ at, of: at === 0 ? null : componentOf(heading) }))
    .flatMap(({ at, of }) => (of ? [{ at, ...of }] : []))
  const known = new Map(pupils.map(({ localId, key }) => [localId.toLowerCase(), key]))
  const totals = columns.map(() => new Map<string, number>())
  const faults: WideFault[] = []
  lines.forEach((row, index) => {
    const line = index + 2
    const pupil = known.get(firstCell(row).toLowerCase())
    columns.forEach(({ at, name, max }, column) => {
      const cell = (row[at] ?? '').trim()
      if (cell === '') return
      const total = Number(cell)
      if (pupil === undefined)
        faults.push({ line, words: `“${firstCell(row)}” is not in this class.` })
      else if (!Number.isInteger(total) || total < 0 || total > max)
        faults.push({ line, words: `${name}: “${cell}” is not a mark from 0 to ${max}.` })
      else totals[column]?.set(pupil, total)
    })
  })
  return { components: columns.map(({ name, max }) => ({ name, max })), totals, faults }
}
