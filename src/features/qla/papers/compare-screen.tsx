import { useState } from 'react'
import { mayKeepPapers } from '../../../domain/access/assessment.ts'
import { comparisonsTable, type ComparisonRow, itemOfRow } from '../../../domain/qla/comparisons.ts'
import { type PaperItem, paperItemRecord, paperRecord } from '../../../domain/qla/paper.ts'
import { useDesk } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { Button } from '../../../ui/button.tsx'
import { TableImport } from '../../../ui/import/table-import.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { NotHere } from '../not-here.tsx'
import { paths, useText } from '../paths.ts'
import { count } from '../words.ts'
import { FigureLines } from './figure-lines.tsx'
import { type Figures, useFigures } from './use-figures.ts'
import { LIBRARY, standing } from './use-library.ts'

/** How others did on a paper, question by question: typed, pasted or from a spreadsheet. */
export default function CompareScreen() {
  const { me } = useDesk()
  const id = useText('paper')
  const document = useDocument(LIBRARY)
  if (!document.ready) return <LoadingState label="Opening the paper" />
  const paper = standing(document.all(paperRecord).rows).find((one) => one.id === id)
  const items = standing(document.all(paperItemRecord).rows)
    .filter((item) => item.paper === id)
    .sort((a, b) => a.n - b.n)
  const back = { to: paths.paper(id), label: paper?.name || 'Paper' }
  if (!paper || items.length === 0)
    return (
      <NotHere
        page="Figures of others"
        back={back}
        title="This paper has no questions here"
        next={{ to: paths.papers, label: 'See the papers' }}
      >
        Figures are of its questions: bring those in first.
      </NotHere>
    )
  const writes = mayKeepPapers(me) && !document.readOnly
  return (
    <Page
      title="Figures of others"
      lead={`${paper.name}. They stand beside the class’s own in its picture, under the name that you give them.`}
      back={back}
    >
      <Compare key={id} {...{ document, paper: id, items, writes }} />
    </Page>
  )
}

interface CompareProps {
  document: LiveDocument
  paper: string
  items: readonly PaperItem[]
  writes: boolean
}

function Compare({ document, paper, items, writes }: CompareProps) {
  const figures = useFigures(document, paper)
  return (
    <>
      {figures.sources.length === 0 ? (
        <Notice tone="info" live={false} title="No figures of others yet">
          {writes
            ? 'National figures, or those of the trust’s other schools, can be given below.'
            : 'Subject leads and those who lead assessment can give them.'}
        </Notice>
      ) : null}
      {figures.sources.map((source) => (
        <OfSource key={source} {...{ source, figures, items, writes }} />
      ))}
      {writes ? <Add items={items} figures={figures} /> : null}
    </>
  )
}

interface OfSourceProps {
  source: string
  figures: Figures
  items: readonly PaperItem[]
  writes: boolean
}

function OfSource({ source, figures, items, writes }: OfSourceProps) {
  const own = figures.of(source)
  return (
    <Section
      title={source}
      lead={`${own.size} of ${count(items.length, 'question', 'questions')}`}
      actions={
        writes ? (
          <Button onClick={() => figures.takeAway(source)}>Take away {source}</Button>
        ) : undefined
      }
    >
      <details>
        <summary>{writes ? 'See and change them' : 'See them'}</summary>
        <FigureLines {...{ source, figures, items, writes }} />
      </details>
    </Section>
  )
}

/** Whose figures they are, and then a table of them, or typing them question by question. */
function Add({ items, figures }: Pick<CompareProps, 'items'> & { figures: Figures }) {
  const [name, setName] = useState('')
  const [brought, setBrought] = useState<string | null>(null)
  const source = name.trim()
  const matching = (rows: readonly ComparisonRow[]) =>
    rows.filter((row) => itemOfRow(row, items) !== null)
  return (
    <Section title="Give figures">
      {brought === null ? null : (
        <Notice tone="ok" title={brought}>
          They stand in the picture of every class that sat this paper.
        </Notice>
      )}
      <TextLine
        label="Whose figures they are"
        hint="As it will head the column, for example National 2023"
        value={name}
        onChange={(text) => setName(text.slice(0, 80))}
      />
      {source === '' ? null : (
        <>
          <TableImport
            key={brought}
            job={comparisonsTable}
            one="figure"
            many="figures"
            paste
            hint="CSV or Excel, with columns Question and Share of the marks (64%, 64 or 0.64); Part and Pupils where there are any."
            pick={(rows) => (source === '' ? [] : matching(rows))}
            onBring={(rows) => {
              for (const row of rows) {
                const item = itemOfRow(row, items)
                if (item) figures.put(source, item.id, row)
              }
              setBrought(`${count(rows.length, 'figure', 'figures')} of ${source} brought in`)
            }}
          >
            {(rows) => <Unknown rows={rows.filter((row) => itemOfRow(row, items) === null)} />}
          </TableImport>
          <details>
            <summary>Type them instead</summary>
            <FigureLines source={source} figures={figures} items={items} writes />
          </details>
        </>
      )}
    </Section>
  )
}

/** Rows that are left out, said before anything is brought in. */
function Unknown({ rows }: { rows: readonly ComparisonRow[] }) {
  if (rows.length === 0) return null
  return (
    <Notice
      tone="warn"
      live={false}
      title={`${count(rows.length, 'row names', 'rows name')} a question that is not on this paper`}
    >
      They are left out: {rows.map(({ q, part }) => `${q}${part}`).join(', ')}.
    </Notice>
  )
}
