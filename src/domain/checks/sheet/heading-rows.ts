import type { RawCells } from './columns.ts'
import { ofCell } from './escaped.ts'
import { MOST } from './row.ts'

const MOSTLY = 0.6

/** What a prompt may have and a heading has not. */
const BESIDES = [
  'answers',
  'scores',
  'kind',
  'help',
  'look',
  'frequency',
  'weight',
  'demands',
  'after',
] as const

/** Whether most rows with words have something in this column too. */
const isUsual = (table: readonly RawCells[], field: 'answers' | 'id'): boolean => {
  const rows = table.filter(({ prompt }) => prompt !== '')
  return rows.filter((raw) => raw[field] !== '').length > rows.length * MOSTLY
}

const inCapitals = (text: string): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase()

/**
 * Finds rows that only head a section. Where sections have a column, such a row has nothing else; where
 * they have none, it is a row with words alone that looks like a heading: in capitals, with a colon,
 * numbered above the next ("2" before "2.1"), or without what the other rows have.
 * @returns by the row's place in the table and the cells that nothing takes: its words, or null
 */
export function headingFinder(
  table: readonly RawCells[],
  sectionsHaveColumn: boolean,
): (at: number, more: readonly string[]) => string | null {
  const answersUsual = isUsual(table, 'answers')
  const idsUsual = isUsual(table, 'id')
  return (at, more) => {
    const raw = table[at]
    if (!raw || more.length > 0) return null
    const words = sectionsHaveColumn ? raw.section : raw.prompt
    const besides = [
      sectionsHaveColumn ? raw.prompt : raw.section,
      ...BESIDES.map((field) => raw[field]),
    ]
    if (words === '' || words.length > MOST.section || besides.some((cell) => cell !== ''))
      return null
    const next = table.slice(at + 1).find((row) => row.prompt !== '')
    const isHeading =
      sectionsHaveColumn ||
      inCapitals(words) ||
      words.endsWith(':') ||
      (raw.id !== '' && next?.id.startsWith(`${raw.id.replace(/\.$/, '')}.`) === true) ||
      (raw.answers === '' && answersUsual) ||
      (raw.id === '' && idsUsual)
    return isHeading ? ofCell(words) : null
  }
}
