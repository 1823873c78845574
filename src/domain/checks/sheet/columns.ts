import { type Columns, type Mapping, tableJob, type TextRow } from '../../import/table.ts'
import { ok } from '../../result.ts'

/** The cells of a row by what they tell. */
export type Field =
  | 'section'
  | 'prompt'
  | 'kind'
  | 'answers'
  | 'scores'
  | 'help'
  | 'look'
  | 'frequency'
  | 'weight'
  | 'demands'
  | 'after'
  | 'id'
  | 'sectionId'
  | 'answerIds'
  | 'example'
  | 'name'
  | 'job'
  | 'about'
  | 'camera'
  | 'key'
  | 'version'
export type RawCells = Readonly<Record<Field, string>>

const column = (label: string, ...also: readonly string[]) => ({
  label,
  also,
  blank: '',
  read: (text: string) => ok(text),
})

const COLUMNS: Columns<RawCells> = {
  section: column(
    'Section',
    'Zone',
    'Area',
    'Heading',
    'Category',
    'Topic',
    'Theme',
    'Part',
    'Location',
    'Group',
  ),
  prompt: column(
    'Prompt',
    'Question',
    'Item',
    'Items',
    'Check',
    'Checks',
    'What to check',
    'Point',
    'Statement',
    'Standard',
    'Criterion',
    'Criteria',
    'Requirement',
    'Look for',
    'Description',
    'Task',
  ),
  kind: column('Kind of answer', 'Answer type', 'Response type', 'Question type', 'Kind', 'Type'),
  answers: column(
    'Answers',
    'Answer',
    'Options',
    'Responses',
    'Response',
    'Choices',
    'Answer options',
    'Possible answers',
    'Scale',
  ),
  scores: column('Scores'),
  help: column(
    'Help',
    'Guidance',
    'Notes',
    'Note',
    'Hint',
    'Tip',
    'How to check',
    'Further information',
    'Explanation',
    'Details',
  ),
  look: column('How', 'Method', 'Look, test or record'),
  frequency: column('How often', 'Frequency', 'Interval'),
  weight: column('Weight', 'Weighting'),
  demands: column('Asks for'),
  after: column('Only after'),
  id: column('Prompt id', 'Ref', 'Ref no', 'Reference', 'Id', 'No', 'Number', 'Item no', 'Code'),
  sectionId: column('Section id'),
  answerIds: column('Answer ids'),
  example: column('Example photo'),
  name: column('Checklist'),
  job: column('Use'),
  about: column('About'),
  camera: column('Camera'),
  key: column('Checklist id'),
  version: column('Version'),
}

/** Columns that people are asked about; the others are our own export's. */
const ASKED: readonly Field[] = [
  'section',
  'prompt',
  'answers',
  'kind',
  'help',
  'frequency',
  'weight',
]

/** Written by our own export only: under these headings a stranger means something else. */
const OWN: readonly Field[] = [
  'sectionId',
  'answerIds',
  'example',
  'name',
  'job',
  'about',
  'camera',
  'key',
  'version',
]

const job = tableJob(COLUMNS)

export const FIELDS = Object.keys(COLUMNS) as Field[]
export const headingOf = (field: Field): string => COLUMNS[field].label

export const askedFields = ASKED.map((key) => ({
  key,
  label: headingOf(key),
  needed: key === 'prompt',
}))

const cellsIn = (rows: readonly TextRow[], from: number, place: number): string[] =>
  rows.slice(from).flatMap((row) => {
    const cell = (row[place] ?? '').trim()
    return cell === '' ? [] : [cell]
  })

/** The column of the longest texts: where no heading tells, the prompts are there. */
function wordiest(rows: readonly TextRow[], from: number): number | null {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const lengths = Array.from({ length: width }, (_, place) =>
    cellsIn(rows, from, place).reduce((sum, cell) => sum + cell.length, 0),
  )
  const most = Math.max(0, ...lengths)
  return most === 0 ? null : lengths.indexOf(most)
}

/** Where the headings are and which column is which; by content where the headings say nothing. */
export function guessColumns(rows: readonly TextRow[]): {
  readonly headings: number
  readonly mapping: Mapping
} {
  const guess = job.guess(rows)
  const { headings } = guess
  const own = ['Prompt id', 'Checklist id'].every((name) => rows[headings]?.includes(name))
  const mapping = own
    ? guess.mapping
    : { ...guess.mapping, ...Object.fromEntries(OWN.map((field) => [field, null])) }
  if (typeof mapping['prompt'] === 'number') return { headings, mapping }
  const prompt = wordiest(rows, headings + 1) ?? wordiest(rows, headings)
  const others = Object.entries(mapping).map(
    ([field, place]) => [field, place === prompt ? null : place] as const,
  )
  return { headings, mapping: { ...Object.fromEntries(others), prompt } }
}

export const rawCells = (cells: TextRow, mapping: Mapping): RawCells =>
  Object.fromEntries(
    FIELDS.map((field) => {
      const place = mapping[field] ?? null
      return [field, place === null ? '' : (cells[place] ?? '').trim()]
    }),
  ) as RawCells

/** Whether a table has headings at all: without any known word in it, its first row is a row. */
export const knowsHeadings = (headings: TextRow): boolean =>
  Object.values(job.guess([headings]).mapping).some((place) => place !== null)
