import type { BadRow, GoodRow, Mapping, TableJob, TextRow } from '../import/table.ts'
import { ok, err, type Result } from '../result.ts'
import { type GridItem, type GridPupil, type MarkValue, readMark, type TypedMark } from './grid.ts'
import { sayItem } from './paper.ts'

/** Another paper of the same test, of which a table has each pupil's total. */
export interface OtherPaper {
  /** Key of the component that it is on the sitting, or `new:` and its place while it is not there yet. */
  readonly key: string
  readonly name: string
  readonly max: number
  readonly isNew: boolean
}

export interface ItemMark {
  readonly item: string
  readonly value: MarkValue
}

/** What one row of a table says of one pupil, by the keys of the sitting. */
export interface PupilMarks {
  readonly pupil: string
  readonly marks: readonly ItemMark[]
  /** Marks of cells that the retest does not ask again: said, and never written (C28). */
  readonly notAsked: readonly ItemMark[]
  readonly totals: readonly { readonly paper: OtherPaper; readonly total: number }[]
}

export interface MarksOf {
  readonly pupils: readonly Pick<GridPupil, 'key' | 'localId' | 'status'>[]
  readonly items: readonly GridItem[]
  /** Other papers that the sitting has already. */
  readonly components: readonly Omit<OtherPaper, 'isNew'>[]
  /** Of a retest: the cells that it opens. Without it the table is of the paper, all of whose cells take a mark. */
  readonly opens?: (pupil: string, item: string) => boolean
}

export interface MarksJob extends TableJob<PupilMarks> {
  /** Other papers that the headings name and the sitting does not have yet. */
  readonly newPapers: readonly OtherPaper[]
}

/** People put a title and a date above their tables. */
const LOOKED_AT = 15
const PUPIL = 'pupil'
const PUPIL_HEADINGS = [
  'pupil',
  'localid',
  'pupilid',
  'studentid',
  'admissionnumber',
  'adno',
  'number',
  'id',
]

const bare = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]+/g, '')

/** The question that a heading means: 33, Q33, Question 33, Q33_retest, 12b. */
export function itemOfHeading(heading: string, items: readonly GridItem[]): GridItem | null {
  const plain = bare(heading)
    .replace(/^(question|q)/, '')
    .replace(/(retest|mark|marks)$/, '')
  return items.find((item) => bare(sayItem(item)) === plain) ?? null
}

/** Q33_retest: of a retest alone, and never of the paper that it follows. */
const saysRetest = (heading: string): boolean => /retest(mark|marks)?$/.test(bare(heading))

/** What a heading says of a paper: paper2_of_35, Paper 2H of 80, Reading (50). */
function paperOf(heading: string): { name: string; max: number } | null {
  const found = /^(.*?)[\s_]*(?:of[\s_]*(\d{1,3})|\((?:of\s*)?(\d{1,3})\))\s*$/i.exec(
    heading.trim(),
  )
  const max = Number(found?.[2] ?? found?.[3] ?? 0)
  const name = (found?.[1] ?? '').replaceAll('_', ' ').trim()
  if (max === 0 || name === '') return null
  return { name: name.charAt(0).toUpperCase() + name.slice(1), max }
}

const samePaper = (a: { name: string; max: number }, b: { name: string; max: number }): boolean =>
  bare(a.name) === bare(b.name) && a.max === b.max

const isPupil = (heading: string): boolean => PUPIL_HEADINGS.includes(bare(heading))

/** How many headings of a row mean something here. */
const known = (row: TextRow, { items }: MarksOf): number =>
  row.filter(
    (heading) => isPupil(heading) || itemOfHeading(heading, items) || paperOf(heading) !== null,
  ).length

function headingsIn(rows: readonly TextRow[], of: MarksOf): number {
  const looked = rows.slice(0, LOOKED_AT).map((row) => known(row, of))
  return Math.max(0, looked.indexOf(Math.max(...looked)))
}

/** Columns in the order in which they are asked what they are: a column of the retest goes before one of the paper. */
function columnsFor(headings: TextRow, { opens }: MarksOf): [at: number, heading: string][] {
  const columns = [...headings.entries()]
  const [again, others] = [true, false].map((is) =>
    columns.filter(([, heading]) => saysRetest(heading) === is),
  )
  return opens ? [...(again ?? []), ...(others ?? [])] : (others ?? [])
}

function mappingOf(headings: TextRow, of: MarksOf, papers: readonly OtherPaper[]): Mapping {
  const { items } = of
  const mapping: Record<string, number | null> = { [PUPIL]: null }
  for (const { key } of [...items, ...papers]) mapping[key] = null
  for (const [at, heading] of columnsFor(headings, of)) {
    const item = itemOfHeading(heading, items)
    const named = paperOf(heading)
    const paper = papers.find((one) => named !== null && samePaper(one, named))
    const key = isPupil(heading) ? PUPIL : (item ?? paper)?.key
    // The first of two columns of one name: the second is a person's to pick.
    if (key !== undefined && mapping[key] === null) mapping[key] = at
  }
  return mapping
}

function readTotal({ name, max }: OtherPaper, text: string): Result<number | null, string> {
  const plain = text.trim()
  if (plain === '') return ok(null)
  const total = Number(plain)
  return Number.isInteger(total) && total >= 0 && total <= max
    ? ok(total)
    : err(`${name}: “${plain}” is not a mark from 0 to ${max}.`)
}

/** Reads one row as the mapping has its columns; cells of a column that nobody picked are passed over. */
function readRow(
  cells: TextRow,
  { items }: MarksOf,
  papers: readonly OtherPaper[],
  mapping: Mapping,
) {
  const faults: string[] = []
  const read = <T>(key: string, how: (text: string) => Result<T | null, string>): T | null => {
    const at = mapping[key] ?? null
    const found = at === null ? ok(null) : how(cells[at] ?? '')
    if (!found.ok) faults.push(found.error)
    return found.ok ? found.value : null
  }
  const marks = items.flatMap((item) => {
    const value = read(item.key, (text) => readMark(text, item))
    return value === null ? [] : [{ item: item.key, value }]
  })
  const totals = papers.flatMap((paper) => {
    const total = read(paper.key, (text) => readTotal(paper, text))
    return total === null ? [] : [{ paper, total }]
  })
  return { marks, totals, faults }
}

function readMarks(
  rows: readonly TextRow[],
  headings: number,
  of: MarksOf,
  papers: readonly OtherPaper[],
  mapping: Mapping,
) {
  const pupilAt = mapping[PUPIL] ?? null
  const roll = new Map(of.pupils.map((pupil) => [pupil.localId.toLowerCase(), pupil]))
  const seen = new Map<string, number>()
  const good: GoodRow<PupilMarks>[] = []
  const bad: BadRow[] = []
  rows.forEach((cells, place) => {
    if (pupilAt === null || place <= headings || cells.every((cell) => cell.trim() === '')) return
    const line = place + 1
    const name = (cells[pupilAt] ?? '').trim()
    const pupil = roll.get(name.toLowerCase())
    const { faults, ...said } = readRow(cells, of, papers, mapping)
    const asked = ({ item }: ItemMark) => !pupil || (of.opens?.(pupil.key, item) ?? true)
    const give = (...words: string[]) =>
      bad.push({ line, cells, faults: words.map((each) => ({ field: null, words: each })) })
    if (!pupil) return void give(`“${name}” is not in this class.`)
    const before = seen.get(pupil.key)
    if (before !== undefined) return void give(`The same pupil as row ${before}.`)
    if (faults.length > 0) return void give(...faults)
    if (pupil.status !== 'sat' && said.marks.length + said.totals.length > 0)
      return void give(
        `“${name}” has marks here and is not down as having sat the paper: change that beside their marks first.`,
      )
    seen.set(pupil.key, line)
    const marks = said.marks.filter(asked)
    const notAsked = said.marks.filter((mark) => !asked(mark))
    good.push({ line, value: { pupil: pupil.key, marks, notAsked, totals: said.totals } })
  })
  return { good, bad }
}

/**
 * Marks and totals as spreadsheets have them: a pupil a row by the school's own number, a question or
 * another paper of the test a column. A dot is left blank, an empty cell is not marked. A row is taken
 * whole or given back whole.
 */
export function marksJob(rows: readonly TextRow[], of: MarksOf): MarksJob {
  const headings = rows[headingsIn(rows, of)] ?? []
  const newPapers: OtherPaper[] = []
  // A retest is of questions of this paper: another paper has no part in it.
  const named = of.opens ? [] : headings
  named.forEach((heading, at) => {
    const paper = itemOfHeading(heading, of.items) ? null : paperOf(heading)
    if (!paper || [...of.components, ...newPapers].some((one) => samePaper(one, paper))) return
    newPapers.push({ key: `new:${at}`, ...paper, isNew: true })
  })
  const components = of.opens ? [] : of.components
  const papers = [...components.map((one) => ({ ...one, isNew: false })), ...newPapers]
  const total = ({ key, name, max }: OtherPaper) => ({
    key,
    label: `${name}: total, out of ${max}`,
    needed: false,
  })
  return {
    newPapers,
    fields: [
      { key: PUPIL, label: 'Pupil’s number', needed: true },
      ...of.items.map((item) => ({
        key: item.key,
        label: `Question ${sayItem(item)}`,
        needed: false,
      })),
      ...papers.map(total),
    ],
    guess(all) {
      const at = headingsIn(all, of)
      return { headings: at, mapping: mappingOf(all[at] ?? [], of, papers) }
    },
    read: (all, at, mapping) => readMarks(all, at, of, papers, mapping),
  }
}

/** What a mark that is brought in meets: nothing, the same mark, or others, beside which it is kept (C55). */
export type Meets = 'nothing' | 'the same' | 'another'

export const meets = (typed: readonly TypedMark[], value: MarkValue): Meets => {
  if (typed.length === 0) return 'nothing'
  return typed.some((mark) => mark.value === value) ? 'the same' : 'another'
}
