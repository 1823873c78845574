import type { PaperBlock, PaperSheet } from '../../../domain/paper.ts'
import styles from './page.module.css'

/** A sheet of words as it looks on A4, to read and to print. */
export function PaperView({ sheet }: { sheet: PaperSheet }) {
  return (
    <article className={styles.sheet} aria-label={`${sheet.title}, ${sheet.about}`}>
      <header className={styles.head}>
        <p className={styles.title}>{sheet.title}</p>
        <p>{sheet.about}</p>
      </header>
      {sheet.blocks.map((block, at) => (
        <Block key={at} block={block} under={headingOver(sheet.blocks, at)} />
      ))}
      <p className={styles.foot}>{sheet.foot}</p>
    </article>
  )
}

/** The heading that a block stands under; '' over the first. */
function headingOver(blocks: readonly PaperBlock[], at: number): string {
  const heading = blocks.slice(0, at).findLast(({ kind }) => kind === 'heading')
  return heading?.kind === 'heading' ? heading.text : ''
}

function Block({ block, under }: { block: PaperBlock; under: string }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>
    case 'paragraph':
      return <p className={styles.words}>{block.text}</p>
    case 'list':
      return (
        <ul>
          {block.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <dl className={styles.facts}>
          {block.rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <Table table={block} label={under} />
    default:
      return null
  }
}

interface TableProps {
  table: Extract<PaperBlock, { kind: 'table' }>
  label: string
}

function Table({ table, label }: TableProps) {
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.head.map((name, at) => (
              <th key={at} scope="col">
                {name || 'No.'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
