import { wholeNumberCell } from '../import/cells.ts'
import { type Columns, tableJob } from '../import/table.ts'
import { err, ok, type Result } from '../result.ts'
import { type PaperItem, sayItem } from './paper.ts'
import { splitQuestion } from './tables.ts'
import { rounded } from './totals.ts'

/** How others did on one question, as a table has it. */
export interface ComparisonRow {
  readonly q: string
  readonly part: string
  /** Share of the marks gained, 0 to 1. */
  readonly facility: number
  /** Pupils that it is of; null where the source does not say. */
  readonly n: number | null
}

const MOST_PUPILS = 1_000_000

/** A share of the marks as people write it: 64%, 64 or 0.64. A bare 1 could be either end, so it is asked. */
export function readShare(text: string): Result<number, string> {
  const found = /^(\d{1,3}(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim())
  const value = Number(found?.[1])
  if (!found || value > 100) return err('is not a share of the marks: write 64% or 0.64')
  const share = rounded(value / 100, 6)
  if (found[2] === '%') return ok(share)
  if (value === 1) return err('could be 1% or all: write 1% or 100%')
  return ok(value < 1 ? value : share)
}

const columns: Columns<ComparisonRow> = {
  q: {
    label: 'Question',
    also: ['q', 'No', 'Number', 'Question number'],
    read: (cell) => ok(cell),
  },
  part: { label: 'Part', also: ['Sub question'], blank: '', read: (cell) => ok(cell) },
  facility: {
    label: 'Share of the marks',
    also: ['Facility', 'Percentage', '% correct', 'Correct', 'National', 'Share', '%'],
    read: readShare,
  },
  n: {
    label: 'Pupils',
    also: ['n', 'Number of pupils', 'Entries'],
    blank: null,
    read: wholeNumberCell(0, MOST_PUPILS),
  },
}

const labelOf = (row: { readonly q: string; readonly part: string }): string =>
  sayItem(splitQuestion(row)).toLowerCase()

/** Figures of others for the questions of a paper, from a spreadsheet. */
export const comparisonsTable = tableJob(columns, { sameAs: labelOf })

/** The question of the paper that a row is about, or null where it is on no such paper. */
export const itemOfRow = (
  row: Pick<ComparisonRow, 'q' | 'part'>,
  items: readonly PaperItem[],
): PaperItem | null => items.find((item) => sayItem(item).toLowerCase() === labelOf(row)) ?? null
