import { join } from '../../../ui/join.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from './heat-table.module.css'

/** How a cell looks: each kind has a colour, a pattern and a sign of its own. */
export type HeatKind = 'full' | 'part' | 'none' | 'omitted' | 'blank' | 'clash'

export interface HeatCell {
  readonly kind: HeatKind
  /** What stands in the cell: a mark, a dot, a dash. */
  readonly sign: string
}

export interface HeatColumn {
  readonly id: string
  /** "28" or "3b" */
  readonly label: string
  readonly max: number
}

export interface HeatGroup {
  readonly code: string
  /** "39% of the marks" */
  readonly said: string
  readonly columns: readonly HeatColumn[]
}

export interface HeatRow {
  readonly id: string
  readonly label: string
  /** "19 of 40" */
  readonly total: string
  /** In the order of the columns of all groups. */
  readonly cells: readonly HeatCell[]
}

const HEAT_KINDS: readonly { readonly kind: HeatKind; readonly label: string }[] = [
  { kind: 'full', label: 'Full marks' },
  { kind: 'part', label: 'Some marks' },
  { kind: 'none', label: 'No marks' },
  { kind: 'omitted', label: 'Left blank, no marks' },
  { kind: 'blank', label: 'Not marked yet' },
  { kind: 'clash', label: 'Two markers differ' },
]

const SAID: Readonly<Record<HeatKind, string>> = {
  full: ', full marks',
  part: '',
  none: '',
  omitted: 'left blank',
  blank: 'not marked yet',
  clash: ', two markers differ',
}

interface HeatTableProps {
  caption: string
  groups: readonly HeatGroup[]
  rows: readonly HeatRow[]
}

/** Pupils by questions. It scrolls inside itself; names and headings stay in view. */
export function HeatTable({ caption, groups, rows }: HeatTableProps) {
  const firsts = new Set(groups.map(({ columns }) => columns[0]?.id))
  const columns = groups.flatMap((group) => group.columns)
  const edge = (id: string | undefined) => (firsts.has(id) ? styles.first : '')
  return (
    <WideTable label={caption} long>
      <table className={styles.heat}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="colgroup" colSpan={2} className={styles.corner}>
              Area
            </th>
            {groups.map(({ code, said, columns: own }) => (
              <th key={code} scope="colgroup" colSpan={own.length} className={styles.first}>
                {code === '' ? 'No code' : code}
                <span className={styles.soft}>{said}</span>
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col" className={styles.who}>
              Pupil
            </th>
            <th scope="col">Total</th>
            {columns.map(({ id, label, max }) => (
              <th key={id} scope="col" className={edge(id)}>
                <VisuallyHidden>Question </VisuallyHidden>
                {label}
                <span className={styles.soft}>
                  <VisuallyHidden>, marks: </VisuallyHidden>
                  {max}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={styles.who}>
                {row.label}
              </th>
              <td className={styles.total}>{row.total}</td>
              {row.cells.map((cell, index) => (
                <td
                  key={columns[index]?.id ?? index}
                  className={join(styles.cell, styles[cell.kind], edge(columns[index]?.id))}
                >
                  <CellWords cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function CellWords({ cell }: { cell: HeatCell }) {
  const words = SAID[cell.kind]
  if (words === '') return <>{cell.sign}</>
  const alone = !words.startsWith(',')
  return (
    <>
      <span aria-hidden={alone || undefined}>{cell.sign}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </>
  )
}

/** What each look of a cell means. */
export function HeatKey() {
  const signs: Readonly<Record<HeatKind, string>> = {
    full: '2',
    part: '1',
    none: '0',
    omitted: '·',
    blank: '–',
    clash: '1/2',
  }
  return (
    <dl className={styles.key}>
      {HEAT_KINDS.map(({ kind, label }) => (
        <div key={kind}>
          <dt className={join(styles.cell, styles[kind])} aria-hidden>
            {signs[kind]}
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  )
}
