import { Button } from '../button.tsx'
import { IconDownload } from '../icons.ts'
import { saveFile } from '../save-file.ts'
import { Section } from '../section.tsx'
import styles from './import.module.css'

export interface BadImportRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly faults: readonly { readonly words: string }[]
}

export interface BadRowsProps {
  headings: readonly string[]
  rows: readonly BadImportRow[]
}

const SHOWN = 50

/** The rows as they were, with what is wrong beside them, safe to open in a spreadsheet. */
async function keepRows(headings: readonly string[], rows: readonly BadImportRow[]) {
  const { default: Papa } = await import('papaparse')
  const lines = rows.map(({ cells, faults }) => [
    ...headings.map((_, place) => cells[place] ?? ''),
    faults.map(({ words }) => words).join(' '),
  ])
  const text = Papa.unparse([[...headings, 'What needs you'], ...lines], { escapeFormulae: true })
  // The mark tells Excel that this is UTF-8.
  saveFile('rows-that-need-you.csv', 'text/csv;charset=utf-8', `\ufeff${text}`)
}

/** Rows that were not taken, each with its reasons; none is lost. */
export function BadRows({ headings, rows }: BadRowsProps) {
  return (
    <Section
      title={rows.length === 1 ? '1 row needs you' : `${rows.length} rows need you`}
      lead="These are not brought in. Mend them in the spreadsheet and choose it again, or keep them in a file of their own and bring that in later."
      actions={
        <Button icon={IconDownload} onClick={() => void keepRows(headings, rows)}>
          Keep these rows as a file
        </Button>
      }
    >
      <ul className={styles.faults}>
        {rows.slice(0, SHOWN).map(({ line, faults }) => (
          <li key={line}>
            <strong>Row {line}</strong>
            <span>{faults.map(({ words }) => words).join(' ')}</span>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? <p>And {rows.length - SHOWN} more: the file holds them all.</p> : null}
    </Section>
  )
}
