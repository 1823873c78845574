import { mayKeepPapers } from '../../../domain/access/assessment.ts'
import { type Paper, paperItemRecord, paperRecord } from '../../../domain/qla/paper.ts'
import { useDesk } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { NotHere } from '../not-here.tsx'
import { paths, useText } from '../paths.ts'
import { count } from '../words.ts'
import { BoundariesPart } from './boundaries-part.tsx'
import { ItemsPart } from './items-part.tsx'
import { PaperFacts } from './paper-facts.tsx'
import { useFigures } from './use-figures.ts'
import { LIBRARY, standing, totalMarks } from './use-library.ts'
import { ValidityPart } from './validity-part.tsx'

const back = { to: paths.papers, label: 'Papers' }

/** One paper of the library: what it is, its questions, its boundaries and who checked them. */
export default function PaperScreen() {
  const id = useText('paper')
  const document = useDocument(LIBRARY)
  if (!document.ready) return <LoadingState label="Opening the paper" />
  const paper = standing(document.all(paperRecord).rows).find((one) => one.id === id)
  if (!paper)
    return (
      <NotHere
        page="No such paper"
        back={back}
        title="This paper is not here"
        next={{ to: paths.papers, label: 'See the papers' }}
      >
        It was taken out of the library, or has not come to this device yet.
      </NotHere>
    )
  return <OnePaper key={id} paper={paper} document={document} />
}

function OnePaper({ paper, document }: { paper: Paper; document: LiveDocument }) {
  const { me } = useDesk()
  const writes = mayKeepPapers(me) && !document.readOnly
  const read = document.all(paperItemRecord)
  const items = standing(read.rows)
    .filter((item) => item.paper === paper.id)
    .sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1))
  const title = paper.name || 'New paper'
  return (
    <Page
      key={writes ? 'writes' : title}
      title={writes ? 'Paper' : title}
      lead={`${count(items.length, 'question', 'questions')}, ${count(totalMarks(items), 'mark', 'marks')}. Papers already sat keep the questions as they were then.`}
      back={back}
    >
      {read.unreadable > 0 ? (
        <Notice tone="warn" live={false} title="Some questions need the new version of Corridor">
          They are kept. Load the new version here to see them.
        </Notice>
      ) : null}
      <PaperFacts paper={paper} document={document} writes={writes} />
      <ItemsPart paper={paper.id} items={items} document={document} writes={writes} />
      {paper.spiral ? <ValidityPart paper={paper} items={items} /> : null}
      <BoundariesPart paper={paper} items={items} document={document} writes={writes} />
      <FiguresPart paper={paper.id} document={document} />
    </Page>
  )
}

/** Whose figures stand beside a class's own, and the way to give them. */
function FiguresPart({ paper, document }: { paper: string; document: LiveDocument }) {
  const { sources } = useFigures(document, paper)
  return (
    <Section
      title="Figures of others"
      lead="National figures, or the trust’s, stand beside a class’s own in its picture."
      actions={<LinkButton to={paths.compare(paper)}>Figures of others</LinkButton>}
    >
      <p>{sources.length === 0 ? 'None yet.' : sources.join(', ')}</p>
    </Section>
  )
}
