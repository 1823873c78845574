import { dateCell, oneOfCell, textCell } from '../import/cells.ts'
import { tableJob } from '../import/table.ts'
import { DAY_KINDS, type DayKind, HALF_TERMS, type HalfTermName } from './records.ts'

export interface CalendarRow {
  /** Set where the row is a half-term. */
  readonly halfTerm: HalfTermName | null
  readonly kind: DayKind | null
  readonly start: string
  readonly end: string
  readonly name: string
}

const SPOKEN: readonly (readonly [string, HalfTermName])[] = [
  ['Autumn 1', 'Aut1'],
  ['Autumn 2', 'Aut2'],
  ['Spring 1', 'Spr1'],
  ['Spring 2', 'Spr2'],
  ['Summer 1', 'Sum1'],
  ['Summer 2', 'Sum2'],
]
const NUMBERED = HALF_TERMS.map(([name], at) => [`HT${at + 1}`, name] as const)

const MOST_DAYS = 60
const dayCount = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

type What = Pick<CalendarRow, 'halfTerm' | 'kind'>
const halfTerms = [
  ...HALF_TERMS.map(([name, words]) => [words, name] as const),
  ...SPOKEN,
  ...NUMBERED,
]
const asTerm = (name: HalfTermName): What => ({ halfTerm: name, kind: null })
const terms = new Map(HALF_TERMS.map(([name]) => [name, asTerm(name)]))
const kinds = new Map<DayKind, What>(DAY_KINDS.map(([kind]) => [kind, { halfTerm: null, kind }]))
const kind = (of: DayKind): What => kinds.get(of) ?? { halfTerm: null, kind: of }

interface Read {
  readonly what: What
  readonly start: string
  readonly end: string
  readonly name: string
}

/** Half-terms and single days of a year from a spreadsheet: what, first day, last day, name. */
export const calendarJob = tableJob<Read>(
  {
    what: {
      label: 'What',
      also: ['Half-term', 'Half term', 'Term', 'Kind', 'Type', 'Event', 'Kind of day'],
      read: oneOfCell<What>([
        ...halfTerms.map(([words, name]) => [words, terms.get(name) ?? asTerm(name)] as const),
        ['INSET', kind('inset')],
        ['INSET day', kind('inset')],
        ['Training day', kind('inset')],
        ['Holiday', kind('holiday')],
        ['Bank holiday', kind('bank_holiday')],
        ['Closed', kind('closed')],
        ['Closure', kind('closed')],
        ['School day', kind('school')],
      ]),
    },
    start: {
      label: 'First day',
      also: ['Start', 'From', 'Date', 'Starts', 'Opens'],
      read: dateCell,
    },
    end: { label: 'Last day', also: ['End', 'To', 'Ends', 'Closes'], blank: '', read: dateCell },
    name: { label: 'Name', also: ['Description', 'Note', 'Notes'], blank: '', read: textCell(120) },
  },
  {
    check({ what, start, end }) {
      if (end !== '' && end < start) return 'The last day is before the first.'
      if (what.halfTerm !== null) return end === '' ? 'A half-term needs its last day.' : null
      return end !== '' && dayCount(start, end) > MOST_DAYS
        ? `Longer than ${MOST_DAYS} days: check the dates.`
        : null
    },
    sameAs: ({ what, start }) => `${what.halfTerm ?? what.kind} ${start}`,
  },
)

/** A row of the spreadsheet as what it says of the calendar. */
export const calendarRow = ({ what, start, end, name }: Read): CalendarRow => ({
  ...what,
  start,
  end: end === '' ? start : end,
  name,
})
