import { useState } from 'react'
import { mayKeepPapers } from '../../../domain/access/assessment.ts'
import { paperRecord } from '../../../domain/qla/paper.ts'
import { useDesk } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { paths, useGo } from '../paths.ts'
import { count } from '../words.ts'
import { setsOfPaper } from './boundary-sets.ts'
import { LIBRARY, totalMarks, useBoundaries, useLibrary } from './use-library.ts'

/** The trust's papers, for whoever sets or marks one. */
export default function PapersScreen() {
  const { me } = useDesk()
  const library = useLibrary()
  const boundaries = useBoundaries()
  const [words, setWords] = useState('')
  const keeps = mayKeepPapers(me)
  const wanted = words.trim().toLowerCase()
  const papers = library.papers.filter(({ name, subject, year }) =>
    `${name} ${subject} ${year}`.toLowerCase().includes(wanted),
  )
  return (
    <Page
      title="Papers"
      lead="Every paper of the trust with its questions. Set up once, it is there for every school; no pupil is in here."
      back={{ to: paths.sittings, label: 'Question analysis' }}
      actions={keeps ? <NewPaper /> : undefined}
    >
      {library.papers.length > 6 ? (
        <TextLine label="Find a paper" type="search" value={words} onChange={setWords} />
      ) : null}
      {library.loading ? <LoadingState label="Opening the papers" /> : null}
      {!library.loading && library.papers.length === 0 ? (
        <EmptyState title="No papers yet">
          <p>
            {keeps
              ? 'Set up the first: its questions come from a spreadsheet or are pasted from one.'
              : 'Subject leads and those who lead assessment set them up; they come here by themselves.'}
          </p>
        </EmptyState>
      ) : null}
      {library.papers.length > 0 && papers.length === 0 ? (
        <p>No paper has these words. Try fewer.</p>
      ) : null}
      <CardList label="Papers">
        {papers.map((paper) => {
          const items = library.itemsOf(paper.id)
          const sets = setsOfPaper(boundaries, paper.id)
          return (
            <IndexCard
              key={paper.id}
              headingLevel={2}
              title={paper.name || 'A paper without a name'}
              to={paths.paper(paper.id)}
              meta={[
                paper.subject,
                paper.year,
                paper.tier,
                `${count(items.length, 'question', 'questions')}, ${count(totalMarks(items), 'mark', 'marks')}`,
              ]}
              chips={
                <>
                  {paper.spiral ? <Badge>Spiral</Badge> : null}
                  {sets.length === 0 ? <Badge>No boundaries</Badge> : null}
                  {sets.some(({ qa }) => qa !== null) ? (
                    <Badge tone="ok">Boundaries checked</Badge>
                  ) : null}
                  {sets.length > 0 && sets.every(({ qa }) => qa === null) ? (
                    <Badge tone="warn">Boundaries not checked</Badge>
                  ) : null}
                </>
              }
            />
          )
        })}
      </CardList>
    </Page>
  )
}

function NewPaper() {
  const { me, now } = useDesk()
  const go = useGo()
  const document = useDocument(LIBRARY)
  const begin = () => {
    const id = document.create(paperRecord, { name: '', by: me.person, madeAt: now() })
    if (id !== null) go(paths.paper(id))
  }
  return (
    <Button
      tone="primary"
      icon={IconPlus}
      busy={!document.ready}
      disabled={document.readOnly}
      onClick={begin}
    >
      New paper
    </Button>
  )
}
