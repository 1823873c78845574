import { useState } from 'react'
import { mayKeepPapers } from '../../../domain/access/assessment.ts'
import { type PaperItem, paperItemRecord, paperRecord } from '../../../domain/qla/paper.ts'
import { type ItemRow, itemsTable, splitQuestion } from '../../../domain/qla/tables.ts'
import { useDesk } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { TableImport } from '../../../ui/import/table-import.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { paths, useText } from '../paths.ts'
import { count } from '../words.ts'
import { LIBRARY, standing } from './use-library.ts'

/** Questions of a paper from a spreadsheet: those that are there already are changed, others are added. */
export default function BringItemsScreen() {
  const { me } = useDesk()
  const id = useText('paper')
  const document = useDocument(LIBRARY)
  const [brought, setBrought] = useState<number | null>(null)
  const bring = useBring(document, id)
  if (!document.ready) return <LoadingState label="Opening the paper" />
  const paper = document.all(paperRecord).rows.find((one) => one.id === id)
  const back = { to: paths.paper(id), label: paper?.name || 'Paper' }
  const writes = mayKeepPapers(me) && !document.readOnly && paper !== undefined
  return (
    <Page
      title="Bring in questions"
      lead="A row for each question or part. Nothing changes before you have seen it."
      back={back}
    >
      {writes ? null : (
        <Notice tone="warn" live={false} title="You cannot change this paper">
          Subject leads and those who lead assessment can.
        </Notice>
      )}
      {brought === null ? null : (
        <Notice
          tone="ok"
          title={`${count(brought, 'question', 'questions')} brought in`}
          action={<LinkButton to={paths.paper(id)}>See the paper</LinkButton>}
        >
          Questions that were not in the table stay as they were.
        </Notice>
      )}
      {writes && brought === null ? (
        <TableImport
          job={itemsTable}
          one="question"
          many="questions"
          paste
          hint="CSV or Excel, with columns Question, Part, Marks, Code, Kind of question, Year of content and Demand. Question and Marks are needed."
          onBring={(rows) => {
            bring(rows)
            setBrought(rows.length)
          }}
        />
      ) : null}
    </Page>
  )
}

const same = (a: { q: string; part: string }, b: { q: string; part: string }): boolean =>
  `${a.q} ${a.part}`.toLowerCase() === `${b.q} ${b.part}`.toLowerCase()

function useBring(document: LiveDocument, paper: string) {
  const { me, now } = useDesk()
  return (rows: readonly ItemRow[]) => {
    const before: PaperItem[] = standing(document.all(paperItemRecord).rows).filter(
      (item) => item.paper === paper,
    )
    const last = Math.max(-1, ...before.map(({ n }) => n))
    rows.forEach((row, at) => {
      const fields = { ...row, ...splitQuestion(row) }
      const known = before.find((item) => same(item, fields))
      if (known) document.change(paperItemRecord, known.id, fields)
      else {
        const stamp = { paper, n: last + 1 + at, by: me.person, madeAt: now() }
        document.create(paperItemRecord, { ...fields, ...stamp })
      }
    })
  }
}
