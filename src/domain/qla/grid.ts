import { err, ok, type Result } from '../result.ts'
import { type ItemFields, sayItem } from './paper.ts'
import type { Band, Sen } from './classes.ts'
import type { Status } from './sitting.ts'

/** A mark as it is typed: a number, or '.' for a question that was left blank, which is 0 and counted as omitted. */
export type MarkValue = number | '.'

/** What one hand, a person on a device, typed. */
export interface TypedMark {
  readonly hand: string
  readonly value: MarkValue
}

/** Where the marks of a sitting are read: every hand's, by the keys of pupil and item. */
export interface MarkSource {
  typed(pupil: string, item: string): readonly TypedMark[]
}

export interface GridItem extends ItemFields {
  readonly key: string
}

export interface GridPupil {
  readonly key: string
  readonly localId: string
  readonly first: string
  readonly last: string
  readonly sex: 'F' | 'M' | ''
  readonly ppg: boolean
  readonly sen: Sen
  readonly eal: boolean
  readonly prior: Band | ''
  /** Null while two devices say different things. */
  readonly status: Status | null
  readonly dates: readonly string[]
}

/** One question of one pupil. */
export interface Cell {
  /** Marks gained; null while it is blank (not marked yet), or while hands differ. */
  readonly value: number | null
  /** The pupil left it out: 0 marks, counted apart from a wrong answer. */
  readonly omitted: boolean
  /** Marks that were typed differently, all of them, until the teacher picks; empty otherwise. */
  readonly clash: readonly TypedMark[]
  /** Hands that typed what is here. */
  readonly by: readonly string[]
}

/** Rows are pupils, columns questions, by their places in the lists. */
export interface Grid {
  readonly pupils: readonly GridPupil[]
  readonly items: readonly GridItem[]
  cell(pupil: number, item: number): Cell
}

export const BLANK: Cell = { value: null, omitted: false, clash: [], by: [] }

/** Whether a value may stand in a cell: a newer or broken app may have left others. */
const fits = (value: MarkValue, max: number): boolean =>
  value === '.' || (Number.isInteger(value) && value >= 0 && value <= max)

/** What stands in a cell, from what every hand typed: equal marks agree, different ones both stay. */
export function cellOf(typed: readonly TypedMark[], max: number): Cell {
  const [first, ...rest] = typed
  if (!first) return BLANK
  const agree = rest.every(({ value }) => value === first.value)
  if (!agree || !fits(first.value, max))
    return { value: null, omitted: false, clash: typed, by: typed.map(({ hand }) => hand) }
  const omitted = first.value === '.'
  const value = first.value === '.' ? 0 : first.value
  return { value, omitted, clash: [], by: typed.map(({ hand }) => hand) }
}

/** The grid of a sitting, worked out once for all its cells. */
export function gridOf(
  pupils: readonly GridPupil[],
  items: readonly GridItem[],
  marks: MarkSource,
): Grid {
  const cells = pupils.map((pupil) =>
    items.map((item) => cellOf(marks.typed(pupil.key, item.key), item.max)),
  )
  return { pupils, items, cell: (pupil, item) => cells[pupil]?.[item] ?? BLANK }
}

/** Places of those who sat the paper: only they are in the facility (C48, HC02). */
export const satPlaces = ({ pupils }: Pick<Grid, 'pupils'>): number[] =>
  pupils.flatMap(({ status }, place) => (status === 'sat' ? [place] : []))

/** How many are in the cohort: all but those not on roll (C48). */
export const cohortSize = ({ pupils }: Pick<Grid, 'pupils'>): number =>
  pupils.filter(({ status }) => status !== 'not_on_roll').length

/**
 * Reads what was typed for a question (HC01).
 * @returns the mark, null for blank, or what is wrong in words
 */
export function readMark(
  text: string,
  item: Pick<GridItem, 'q' | 'part' | 'max'>,
): Result<MarkValue | null, string> {
  const plain = text.trim()
  if (plain === '') return ok(null)
  if (plain === '.') return ok('.')
  const marks = item.max === 1 ? '1 mark' : `${item.max} marks`
  if (!/^\d{1,3}$/.test(plain))
    return err(
      `Question ${sayItem(item)}: type a mark from 0 to ${item.max}, or a dot if it was left blank.`,
    )
  const value = Number(plain)
  return value > item.max
    ? err(`Question ${sayItem(item)} has ${marks} at most: ${value} is too many.`)
    : ok(value)
}
