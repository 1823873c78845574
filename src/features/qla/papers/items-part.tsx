import { useState } from 'react'
import type { Fields } from '../../../crdt/records.ts'
import { type PaperItem, paperItemRecord, sayItem } from '../../../domain/qla/paper.ts'
import { useDesk } from '../../../store/react.tsx'
import type { LiveDocument } from '../../../store/use-document.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { Section } from '../../../ui/section.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { paths } from '../paths.ts'
import { ItemDialog } from './item-dialog.tsx'
import { WideTable } from '../analysis/wide-table.tsx'
import styles from './papers.module.css'
import { totalMarks } from './use-library.ts'
import { sayYear } from './years.ts'

interface ItemsPartProps {
  paper: string
  items: readonly PaperItem[]
  document: LiveDocument
  writes: boolean
}

const HEADINGS = ['Question', 'Marks', 'Code', 'Kind of question', 'Year of content', 'Demand']

/** The questions of a paper, in their order. */
export function ItemsPart({ paper, items, document, writes }: ItemsPartProps) {
  const { me, now } = useDesk()
  const [changing, setChanging] = useState<string | null>(null)
  const add = () => {
    const last = items.at(-1)
    const q = String((Number.parseInt(last?.q ?? '0', 10) || items.length) + 1)
    const n = (last?.n ?? -1) + 1
    const fields = { paper, n, q, max: 1, by: me.person, madeAt: now() }
    setChanging(document.create(paperItemRecord, fields))
  }
  const change = (id: string, fields: Fields) => document.change(paperItemRecord, id, fields)
  const open = items.find(({ id }) => id === changing) ?? null
  return (
    <Section
      title="Questions"
      actions={
        writes ? (
          <>
            <LinkButton to={paths.bringPaper(paper)}>Bring in or paste questions</LinkButton>
            <Button icon={IconPlus} onClick={add}>
              Add a question
            </Button>
          </>
        ) : undefined
      }
    >
      {items.length === 0 ? (
        <p>
          No questions yet.
          {writes ? ' Bring them in from a spreadsheet, or add them one by one.' : ''}
        </p>
      ) : (
        <ItemsTable items={items} onOpen={writes ? setChanging : null} />
      )}
      <ItemDialog
        item={open}
        onChange={(fields) => open && change(open.id, fields)}
        onRemove={() => {
          if (open) change(open.id, { removedAt: now() })
          setChanging(null)
        }}
        onClose={() => setChanging(null)}
      />
    </Section>
  )
}

interface ItemsTableProps {
  items: readonly PaperItem[]
  /** Opens a question to change it; null where it is only read. */
  onOpen: ((id: string) => void) | null
}

function ItemsTable({ items, onOpen }: ItemsTableProps) {
  return (
    <WideTable label="Questions of the paper" long>
      <table className={styles.table}>
        <thead>
          <tr>
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            {onOpen ? (
              <th scope="col">
                <VisuallyHidden>Change it</VisuallyHidden>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">{sayItem(item)}</th>
              <td>{item.max}</td>
              <td>{item.code}</td>
              <td>{item.kind}</td>
              <td>{item.fromYear === null ? '' : sayYear(item.fromYear)}</td>
              <td>{item.tier ?? ''}</td>
              {onOpen ? (
                <td>
                  <Button
                    aria-label={`Change question ${sayItem(item)}`}
                    onClick={() => onOpen(item.id)}
                  >
                    Change
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td>{totalMarks(items)}</td>
          </tr>
        </tfoot>
      </table>
    </WideTable>
  )
}
