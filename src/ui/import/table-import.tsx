import { useMemo, useState, type ReactNode } from 'react'
import { Button } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { PickOne } from '../pick-one.tsx'
import { Section } from '../section.tsx'
import { BadRows, type BadImportRow } from './bad-rows.tsx'
import { ColumnMap, type ImportField } from './column-map.tsx'
import { FileDrop } from './file-drop.tsx'
import { tableFaultWords } from './limits.ts'
import { PasteBox } from './paste-box.tsx'
import { PreviewTable } from './preview-table.tsx'
import type { TextSheet } from './read-sheets.ts'
import { readTableFile } from './read-table-file.ts'

type Rows = readonly (readonly string[])[]
type ImportMapping = Readonly<Record<string, number | null>>

/** One kind of table, as `src/domain/import/table.ts` makes it with `tableJob`. */
export interface ImportJob<R> {
  readonly fields: readonly ImportField[]
  guess(rows: Rows): { readonly headings: number; readonly mapping: ImportMapping }
  read(
    rows: Rows,
    headings: number,
    mapping: ImportMapping,
  ): {
    readonly good: readonly { readonly line: number; readonly value: R }[]
    readonly bad: readonly BadImportRow[]
  }
}

export interface TableImportProps<R> {
  /** What kind of table it is; or how that is told from its rows, where the headings decide what there is to read. */
  job: ImportJob<R> | ((rows: Rows) => ImportJob<R>)
  /** What a row is: "school" and "schools". */
  one: string
  many: string
  /** Which columns are looked for, and where such a file comes from. */
  hint: ReactNode
  /** What would change if these rows were taken; shown before anything is. */
  children?: (rows: readonly R[]) => ReactNode
  /** There are many columns, and their headings mostly say what they are: the map stays folded. */
  foldMap?: boolean
  /** The table may be pasted from a spreadsheet too. */
  paste?: boolean
  /** Which of the rows that could be read are meant; all without it. */
  pick?: (rows: readonly R[]) => readonly R[]
  onBring: (rows: readonly R[]) => void
  /** What was brought in is still being kept: no second press until it is. */
  busy?: boolean
}

interface Chosen {
  readonly name: string
  readonly sheets: readonly TextSheet[]
  readonly sheet: number
  readonly headings: number
  readonly mapping: ImportMapping
}

const PREVIEWED = 5
const NO_ROWS: Rows = []

/** A spreadsheet brought in: choose, see it, say which column is which, mend or keep what is wrong, bring in. */
export function TableImport<R>(props: TableImportProps<R>) {
  const { job, many, hint } = props
  const jobOf = (rows: Rows) => (typeof job === 'function' ? job(rows) : job)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const openSheet = (name: string, sheets: readonly TextSheet[], sheet: number) => {
    const rows = sheets[sheet]?.rows ?? NO_ROWS
    setChosen({ name, sheets, sheet, ...jobOf(rows).guess(rows) })
  }
  const take = async (file: File) => {
    setBusy(true)
    setFault(null)
    setChosen(null)
    const read = await readTableFile(file)
    setBusy(false)
    if (read.ok) openSheet(file.name, read.sheets, 0)
    else setFault(tableFaultWords[read.fault])
  }
  return (
    <>
      <FileDrop
        label={chosen === null ? 'Choose a spreadsheet' : 'Choose another spreadsheet'}
        hint={hint}
        busy={busy}
        onFile={(file) => void take(file)}
      />
      {props.paste === true ? (
        <PasteBox onText={(text) => void take(new File([text], 'what you pasted'))} />
      ) : null}
      {fault === null ? null : (
        <Notice tone="stuck" title="This file cannot be brought in">
          {fault} Nothing has changed.
        </Notice>
      )}
      {chosen !== null && chosen.sheets.length > 1 ? (
        <PickOne
          label="Sheet"
          hint={`The file has ${chosen.sheets.length} sheets. Which holds the ${many}?`}
          options={chosen.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
          value={String(chosen.sheet)}
          onChange={(at) => openSheet(chosen.name, chosen.sheets, Number(at ?? 0))}
        />
      ) : null}
      {chosen === null ? null : (
        <Read
          key={`${chosen.name} ${chosen.sheet}`}
          {...props}
          job={jobOf(chosen.sheets[chosen.sheet]?.rows ?? NO_ROWS)}
          chosen={chosen}
          onMapping={(field, place) =>
            setChosen({ ...chosen, mapping: { ...chosen.mapping, [field]: place } })
          }
        />
      )}
    </>
  )
}

interface ReadProps<R> extends Omit<TableImportProps<R>, 'job'> {
  job: ImportJob<R>
  chosen: Chosen
  onMapping: (field: string, place: number | null) => void
}

function Read<R>(props: ReadProps<R>) {
  const { job, one, many, children, pick, foldMap, onBring, busy, chosen, onMapping } = props
  const { name, headings: at, mapping } = chosen
  const rows = chosen.sheets[chosen.sheet]?.rows ?? NO_ROWS
  const headings = rows[at] ?? []
  const unmapped = job.fields.some(({ key, needed }) => needed && (mapping[key] ?? null) === null)
  const { good, bad } = useMemo(() => job.read(rows, at, mapping), [job, rows, at, mapping])
  const values = useMemo(() => good.map(({ value }) => value), [good])
  const first = rows.slice(at + 1, at + 1 + PREVIEWED)
  const meant = pick?.(values) ?? values
  const count = `${meant.length} ${meant.length === 1 ? one : many}`
  const found = job.fields.filter(({ key }) => (mapping[key] ?? null) !== null).length
  const map = (
    <ColumnMap fields={job.fields} headings={headings} mapping={mapping} onChange={onMapping} />
  )
  return (
    <>
      <Section
        title="Which column is which"
        lead="Guessed from the headings. Change what is wrong."
      >
        {foldMap === true && !unmapped ? (
          <details>
            <summary>
              {found} of {job.fields.length} columns found: change which is which
            </summary>
            {map}
          </details>
        ) : (
          map
        )}
        <PreviewTable
          caption={`The first rows of ${name}`}
          headings={headings}
          rows={first.map((cells, below) => ({ line: at + 2 + below, cells }))}
        />
      </Section>
      {unmapped ? (
        <Notice tone="warn" title="Some columns are still to be picked">
          Nothing can be brought in before.
        </Notice>
      ) : (
        <>
          {bad.length > 0 ? <BadRows headings={headings} rows={bad} /> : null}
          {children?.(values)}
          {meant.length === 0 ? (
            <Notice tone="warn" title="There is nothing to bring in yet">
              Check the columns and choices above, or choose another file.
            </Notice>
          ) : (
            <Button tone="primary" busy={busy} onClick={() => onBring(meant)}>
              {bad.length === 0
                ? `Bring in ${count}`
                : `Bring in ${count}, ${bad.length} need${bad.length === 1 ? 's' : ''} you`}
            </Button>
          )}
        </>
      )}
    </>
  )
}
