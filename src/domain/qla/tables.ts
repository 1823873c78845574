import { oneOfCell, textCell, wholeNumberCell } from '../import/cells.ts'
import { type Column, type Columns, tableJob } from '../import/table.ts'
import { err, ok } from '../result.ts'
import { BANDS, type Band, SEN_CODES, type Sen } from './classes.ts'
import { type Demand, DEMANDS, MOST_MARKS } from './paper.ts'
import type { Status } from './sitting.ts'

/** One question as a spreadsheet has it: `12`, `12b` in one column or in two. */
export interface ItemRow {
  readonly q: string
  readonly part: string
  readonly max: number
  readonly kind: string
  readonly code: string
  readonly strand: string
  readonly fromYear: number | null
  readonly tier: Demand | null
}

const text = (label: string, longest: number, also: readonly string[]): Column<string> => ({
  label,
  also,
  blank: '',
  read: textCell(longest),
})

/** A year group: 7, Year 7, Y7, R. */
function yearCell(cell: string) {
  const plain = cell
    .trim()
    .toLowerCase()
    .replace(/^(year|yr|y)\s*/, '')
  if (plain === 'r' || plain === 'reception') return ok(0)
  return wholeNumberCell(0, 13)(plain)
}

const demandCell = oneOfCell<Demand>([
  ...DEMANDS.map((demand) => [demand, demand] as const),
  ['Working towards', 'WT'],
  ['Expected', 'EX'],
  ['EXS', 'EX'],
  ['Greater depth', 'GD'],
  ['GDS', 'GD'],
])

const itemColumns: Columns<ItemRow> = {
  q: {
    label: 'Question',
    also: ['q', 'No', 'Number', 'Question number'],
    read: textCell(8),
  },
  part: text('Part', 8, ['Sub question']),
  max: {
    label: 'Marks',
    also: ['Max marks', 'max_marks', 'Max', 'Mark', 'Out of', 'Available'],
    read: wholeNumberCell(1, MOST_MARKS),
  },
  kind: text('Kind of question', 80, ['Question type', 'question_type', 'Type', 'Topic']),
  code: text('Code', 20, ['Content domain', 'content_domain', 'AO', 'Domain', 'Objective']),
  strand: text('Strand', 80, ['Area']),
  fromYear: {
    label: 'Year of content',
    also: ['year_of_content', 'From year', 'Year'],
    blank: null,
    read: yearCell,
  },
  tier: { label: 'Demand', also: ['Tier', 'Level'], blank: null, read: demandCell },
}

/** `12b` in the column of questions is question 12, part b. */
export function splitQuestion({ q, part }: { readonly q: string; readonly part: string }) {
  const found = /^Q?\s*(\d{1,3})\s*([a-z(].*)?$/i.exec(q.trim())
  if (!found?.[1]) return { q: q.trim(), part }
  const own = (found[2] ?? '').replace(/^\(([^()]*)\)$/, '$1')
  return { q: found[1], part: part === '' ? own : part }
}

/** Questions of a paper. */
export const itemsTable = tableJob(itemColumns, {
  sameAs: (row) => {
    const { q, part } = splitQuestion(row)
    return `${q} ${part}`.toLowerCase()
  },
})

/** One pupil as the school's information system has them. */
export interface PupilRow {
  readonly localId: string
  readonly upn: string
  readonly first: string
  readonly last: string
  readonly yearGroup: number | null
  readonly className: string
  readonly sex: 'F' | 'M' | ''
  readonly ppg: boolean
  readonly sen: Sen
  readonly eal: boolean
  readonly prior: Band | ''
  readonly status: Status
}

const yesNo = (label: string, also: readonly string[]): Column<boolean> => ({
  label,
  also,
  blank: false,
  read: oneOfCell([
    ['Y', true],
    ['N', false],
    ['Yes', true],
    ['No', false],
    ['True', true],
    ['False', false],
    ['1', true],
    ['0', false],
  ] as const),
})

const senCell = oneOfCell<Sen>([
  ...SEN_CODES.map((code) => [code, code] as const),
  ['No', 'N'],
  ['No SEN', 'N'],
  ['SEN support', 'K'],
  ['EHCP', 'E'],
  ['EHC plan', 'E'],
])

const bandCell = oneOfCell<Band>([
  ...BANDS.map((band) => [band, band] as const),
  ['Low', 'L'],
  ['Middle', 'M'],
  ['Medium', 'M'],
  ['High', 'H'],
])

/** Codes of national tests, and words; P is present. */
const statusCell = oneOfCell<Status>([
  ['P', 'sat'],
  ['Sat', 'sat'],
  ['Present', 'sat'],
  ['A', 'absent'],
  ['Absent', 'absent'],
  ['B', 'working_below'],
  ['Working below', 'working_below'],
  ['J', 'just_arrived'],
  ['Just arrived', 'just_arrived'],
  ['L', 'not_on_roll'],
  ['Left', 'not_on_roll'],
  ['Not on roll', 'not_on_roll'],
])

/** A letter, nine digits or letters and three more: whether its check letter is right is for the school. */
const upnCell = (cell: string) =>
  /^[A-Z]\d{11}[A-Z\d]$/i.test(cell) ? ok(cell.toUpperCase()) : err('is not a pupil number (UPN)')

const pupilColumns: Columns<PupilRow> = {
  localId: {
    label: 'Local ID',
    also: ['Pupil', 'Admission number', 'Adno', 'Pupil ID', 'Student ID', 'ID'],
    read: textCell(40),
  },
  upn: { label: 'UPN', blank: '', read: upnCell },
  first: text('First name', 60, ['First', 'Forename', 'Preferred name', 'Chosen name']),
  last: text('Surname', 60, ['Last', 'Last name', 'Family name']),
  yearGroup: { label: 'Year group', also: ['Year', 'NC year'], blank: null, read: yearCell },
  className: text('Class', 60, ['Teaching group', 'Reg', 'Registration group', 'Set', 'Form']),
  sex: {
    label: 'Sex',
    also: ['Gender'],
    blank: '',
    read: oneOfCell<'F' | 'M'>([
      ['F', 'F'],
      ['M', 'M'],
      ['Female', 'F'],
      ['Male', 'M'],
      ['Girl', 'F'],
      ['Boy', 'M'],
    ]),
  },
  ppg: yesNo('PPG', ['Pupil premium', 'PP', 'Pupil premium indicator', 'Disadvantaged']),
  sen: { label: 'SEN', also: ['SEN status', 'SEND'], blank: 'N', read: senCell },
  eal: yesNo('EAL', ['English as an additional language']),
  prior: {
    label: 'Prior attainment',
    also: ['prior_attainment', 'Prior', 'Prior band', 'KS1 band', 'KS2 band'],
    blank: '',
    read: bandCell,
  },
  status: { label: 'Test code', also: ['test_code', 'Status'], blank: 'sat', read: statusCell },
}

/** Pupils of a class or cohort. */
export const pupilsTable = tableJob(pupilColumns, { sameAs: ({ localId }) => localId })

/** One boundary: a label and the fewest marks for it. */
export interface BoundaryRow {
  readonly label: string
  readonly min: number
}

const boundaryColumns: Columns<BoundaryRow> = {
  label: {
    label: 'Grade',
    also: ['Label', 'Boundary', 'Standard', 'Scaled score'],
    read: textCell(20),
  },
  min: {
    label: 'Fewest marks',
    also: ['Min', 'Minimum mark', 'Raw mark', 'Raw score', 'Marks', 'Mark'],
    read: wholeNumberCell(0, 1000),
  },
}

/** Boundaries of one scale. */
export const boundariesTable = tableJob(boundaryColumns, { sameAs: ({ label }) => label })
