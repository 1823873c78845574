import type { Result } from '../result.ts'

/** Cells of a table as text, as a person sees them; dates from a spreadsheet as yyyy-mm-dd. */
export type TextRow = readonly string[]

/** One thing that a row tells: how its column may be headed, and how a cell is read. */
export interface Column<T> {
  /** The heading that we would give it. */
  readonly label: string
  /** Other headings that mean the same; case, spaces and marks make no difference. */
  readonly also?: readonly string[]
  /** What a blank cell or a missing column means; without it the column is needed. */
  readonly blank?: T
  /** @returns the value, or what is wrong in words that follow the cell: "is not a date" */
  readonly read: (text: string) => Result<T, string>
}

/** The columns of one kind of table, by the field that each fills. */
export type Columns<R> = { readonly [K in keyof R]-?: Column<R[K]> }

/** Which column of the file fills a field: its place from 0, or null for none. */
export type Mapping = Readonly<Record<string, number | null>>

export interface Fault {
  /** Field of the table, or null where the row as a whole is wrong. */
  readonly field: string | null
  readonly words: string
}

export interface GoodRow<R> {
  /** Line of the file as a spreadsheet counts it, from 1. */
  readonly line: number
  readonly value: R
}

/** A row that was not taken, whole, so that nothing of it is lost. */
export interface BadRow {
  readonly line: number
  readonly cells: TextRow
  readonly faults: readonly Fault[]
}

export interface TableRead<R> {
  readonly good: readonly GoodRow<R>[]
  readonly bad: readonly BadRow[]
}

/** What a screen needs to bring in one kind of table (`src/ui/import`). */
export interface TableJob<R> {
  readonly fields: readonly {
    readonly key: string
    readonly label: string
    readonly needed: boolean
  }[]
  /** Where the headings are, counted from 0, and which column is which. */
  guess(rows: readonly TextRow[]): { readonly headings: number; readonly mapping: Mapping }
  read(rows: readonly TextRow[], headings: number, mapping: Mapping): TableRead<R>
}

export interface RowRules<R> {
  /** What is wrong with a row whose cells are all right, or null. */
  readonly check?: (row: R) => string | null
  /** Rows of which this is the same are the same thing: the second is given back. */
  readonly sameAs?: (row: R) => string
}

/** People put a title and a date above their tables. */
const LOOKED_AT = 15

const bare = (heading: string): string =>
  heading
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '')

const isBlank = (row: TextRow): boolean => row.every((cell) => cell.trim() === '')

const entriesOf = <R>(columns: Columns<R>) =>
  Object.entries(columns) as [string, Column<R[keyof R]>][]

/** The column for each field by its heading: the same words first, then a heading that holds them. */
function mapHeadings<R>(headings: TextRow, columns: Columns<R>): Mapping {
  const found = headings.map(bare)
  const taken = new Set<number>()
  const mapping: Record<string, number | null> = {}
  const names = (column: Column<unknown>) => [column.label, ...(column.also ?? [])].map(bare)
  const take = (same: (heading: string, name: string) => boolean) => {
    for (const [field, column] of entriesOf(columns)) {
      if (typeof mapping[field] === 'number') continue
      const at = found.findIndex(
        (heading, place) =>
          heading !== '' && !taken.has(place) && names(column).some((name) => same(heading, name)),
      )
      mapping[field] = at < 0 ? null : at
      if (at >= 0) taken.add(at)
    }
  }
  take((heading, name) => heading === name)
  take((heading, name) => name.length > 3 && heading.includes(name))
  return mapping
}

const howMany = (mapping: Mapping): number =>
  Object.values(mapping).filter((place) => place !== null).length

function guessTable<R>(rows: readonly TextRow[], columns: Columns<R>) {
  let best = {
    headings: Math.max(
      0,
      rows.findIndex((row) => !isBlank(row)),
    ),
    mapping: {} as Mapping,
  }
  best = { ...best, mapping: mapHeadings(rows[best.headings] ?? [], columns) }
  for (let at = best.headings + 1; at < Math.min(rows.length, LOOKED_AT); at++) {
    const mapping = mapHeadings(rows[at] ?? [], columns)
    if (howMany(mapping) > howMany(best.mapping)) best = { headings: at, mapping }
  }
  return best
}

/** One row: its value where every cell is right, and all that is wrong with it. */
function readRow<R>(cells: TextRow, columns: Columns<R>, mapping: Mapping) {
  const value: Record<string, unknown> = {}
  const faults: Fault[] = []
  for (const [field, column] of entriesOf(columns)) {
    const place = mapping[field] ?? null
    const text = place === null ? '' : (cells[place] ?? '').trim()
    if (text === '' && 'blank' in column) value[field] = column.blank
    else if (text === '') faults.push({ field, words: `${column.label} is empty.` })
    else {
      const read = column.read(text)
      if (read.ok) value[field] = read.value
      else faults.push({ field, words: `${column.label}: “${shortened(text)}” ${read.error}.` })
    }
  }
  return { value: value as R, faults }
}

const SHOWN = 60
const shortened = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text)

function readTable<R>(
  rows: readonly TextRow[],
  headings: number,
  columns: Columns<R>,
  mapping: Mapping,
  rules: RowRules<R>,
): TableRead<R> {
  const good: GoodRow<R>[] = []
  const bad: BadRow[] = []
  const seen = new Map<string, number>()
  rows.forEach((cells, at) => {
    if (at <= headings || isBlank(cells)) return
    const line = at + 1
    const { value, faults } = readRow(cells, columns, mapping)
    const give = (words: readonly Fault[]) => bad.push({ line, cells, faults: words })
    if (faults.length > 0) return void give(faults)
    const wrong = rules.check?.(value) ?? null
    if (wrong !== null) return void give([{ field: null, words: wrong }])
    const key = rules.sameAs?.(value)
    const before = key === undefined ? undefined : seen.get(key)
    if (before !== undefined)
      return void give([{ field: null, words: `The same as row ${before}.` }])
    if (key !== undefined) seen.set(key, line)
    good.push({ line, value })
  })
  return { good, bad }
}

/** A kind of table as something that can be guessed and read. Every row is either taken or given back. */
export function tableJob<R>(columns: Columns<R>, rules: RowRules<R> = {}): TableJob<R> {
  return {
    fields: entriesOf(columns).map(([key, column]) => ({
      key,
      label: column.label,
      needed: !('blank' in column),
    })),
    guess: (rows) => guessTable(rows, columns),
    read: (rows, headings, mapping) => readTable(rows, headings, columns, mapping, rules),
  }
}
