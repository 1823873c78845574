import styles from './import.module.css'

export interface PreviewTableProps {
  caption: string
  headings: readonly string[]
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

const SHOWN_COLUMNS = 30

/** Rows as they stand in the file; wide tables move sideways inside their frame. */
export function PreviewTable({ caption, headings, rows }: PreviewTableProps) {
  const shown = headings.slice(0, SHOWN_COLUMNS)
  const more = headings.length - shown.length
  return (
    <>
      {/* A frame that moves must be reachable by keyboard to be moved. */}
      <div className={styles.frame} role="region" aria-label={caption} tabIndex={0}>
        <table className={styles.table}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Row</th>
              {shown.map((heading, place) => (
                <th key={place} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {shown.map((_, place) => (
                  <td key={place}>{cells[place] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 ? <p>And {more} more columns.</p> : null}
    </>
  )
}
