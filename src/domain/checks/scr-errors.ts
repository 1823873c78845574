import { type Choice, differs, settled } from '../choice.ts'
import {
  dayField,
  type Recorded,
  referenceOf,
  SCR_CHECKS,
  type ScrCheck,
  type ScrFix,
  type ScrRow,
  type SpotCheck,
} from './scr.ts'

export type ScrErrorKind = 'check_missing' | 'date_missing' | 'date_in_future'

/** Something that the single central record lacks, by row and check. */
export interface ScrError {
  readonly row: ScrRow
  readonly column: ScrCheck
  readonly kind: ScrErrorKind
}

/** One check of one row as everybody left it. */
export interface Cell {
  readonly value: Recorded | null
  /** yyyy-mm-dd or ''. */
  readonly day: string
  /** Two people put different things, and nobody has picked. */
  readonly differs: boolean
  readonly said: Choice<Recorded | null>
  readonly days: Choice<string>
}

export function cellOf(row: ScrRow, column: ScrCheck): Cell {
  const said = row[column]
  const days = row[dayField(column)]
  return {
    value: settled(said),
    day: settled(days) ?? '',
    differs: differs(said) || differs(days),
    said,
    days,
  }
}

/** The error of one cell, or null: missing check, missing date or date in the future (C43). */
export function errorOf({ value, day }: Cell, date: string): ScrErrorKind | null {
  if (value === 'no') return 'check_missing'
  if (value !== 'yes') return null
  if (day === '') return 'date_missing'
  return day > date ? 'date_in_future' : null
}

/** Errors of these rows, row by row. A cell that two people filled differently is none yet: it is open. */
export const errorsOf = (rows: readonly ScrRow[], { date }: Pick<SpotCheck, 'date'>): ScrError[] =>
  rows.flatMap((row) =>
    SCR_CHECKS.flatMap((column) => {
      const cell = cellOf(row, column)
      const kind = cell.differs ? null : errorOf(cell, date)
      return kind === null ? [] : [{ row, column, kind }]
    }),
  )

/** Cells that nobody has answered, or that two people answered differently. */
export const openCells = (row: ScrRow): ScrCheck[] =>
  SCR_CHECKS.filter((column) => {
    const cell = cellOf(row, column)
    return cell.differs || cell.value === null
  })

/** References that stand on more than one row: two devices that were apart may each have added one. */
export const doubled = (rows: readonly ScrRow[]): string[] => [
  ...new Set(
    rows
      .filter((row) => rows.some(({ ref, id }) => ref === row.ref && id !== row.id))
      .map(({ ref }) => ref),
  ),
]

/** Why a check cannot be finished yet, in words; none when it can. */
export function finishNeeds(rows: readonly ScrRow[]): string[] {
  if (rows.length === 0) return ['No row is drawn yet.']
  const twice = doubled(rows)
  return [
    ...rows
      .map((row) => ({ ref: row.ref, open: openCells(row).length }))
      .filter(({ open }) => open > 0)
      .map(({ ref, open }) => `${ref}: ${open} of ${SCR_CHECKS.length} still to answer.`),
    ...twice.map((ref) => `${ref} is there twice: give one of them its own number, or remove it.`),
  ]
}

/** The fix of an error that stands, the first said; two devices may each have said it. */
export const fixOf = (fixes: readonly ScrFix[], { row, column }: ScrError): ScrFix | null =>
  fixes
    .filter((fix) => fix.row === row.id && fix.column === column && fix.removedAt === null)
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
    .sort((a, b) => Number(b.verifiedBy !== '') - Number(a.verifiedBy !== ''))[0] ?? null

/** Whoever found it does not say that it is put right. */
export const maySayFixed = ({ by }: Pick<SpotCheck, 'by'>, person: string): boolean => by !== person

/** Compliance looks again, and never whoever put it right. @param complies holds the role Compliance Manager */
export const maySayVerified = ({ by }: Pick<ScrFix, 'by'>, person: string, complies: boolean) =>
  complies && by !== person

/**
 * Fields that answer the rest of a row like its first "yes": one induction day checks most of it.
 * @returns null while no check of the row has both an answer and a day, or nothing is left to fill
 */
export function fillRest(row: ScrRow): Readonly<Record<string, string>> | null {
  const first = SCR_CHECKS.map((column) => cellOf(row, column)).find(
    ({ value, day }) => value === 'yes' && day !== '',
  )
  const empty = SCR_CHECKS.filter((column) => row[column].length === 0)
  if (!first || empty.length === 0) return null
  return Object.fromEntries(
    empty.flatMap((column) => [
      [column, 'yes'],
      [dayField(column), first.day],
    ]),
  )
}

/** A number that no row of the check has yet. */
export const freeReference = (rows: readonly ScrRow[]): string =>
  referenceOf(Math.max(0, ...rows.map(({ ref }) => Number(ref.slice(4)))) + 1)
