import { meanOf, totalsOf } from '../../../domain/qla/totals.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { AnalysisGate, NewerParts } from '../analysis/analysis-gate.tsx'
import { InShort } from '../analysis/in-short.tsx'
import { paths } from '../paths.ts'
import { StepsOf } from '../analysis/steps-of.tsx'
import type { AnalysisHere } from '../analysis/use-analysis.ts'
import { sayCount, sayTitle } from '../analysis/words.ts'
import { AreaTable } from './area-table.tsx'
import { GroupsPart } from './groups-part.tsx'
import { HeatPart } from './heat-part.tsx'
import { QuestionTable } from './question-table.tsx'
import { SharePart } from './share-part.tsx'

export default function PictureScreen() {
  return <AnalysisGate>{(here) => <Picture here={here} />}</AnalysisGate>
}

/** What a class could do on a paper, and what it could not. */
function Picture({ here }: { here: AnalysisHere }) {
  const { grid, at } = here
  const marked = [...totalsOf(grid).values()].some((total) => total !== null)
  return (
    <Page
      title="The picture"
      lead={sayTitle(here.sitting)}
      back={{ to: paths.sittings, label: 'Question analysis' }}
      width="full"
      actions={
        <LinkButton tone="primary" to={paths.decide(at)}>
          Decide what to do
        </LinkButton>
      }
    >
      <NewerParts here={here} />
      <StepsOf here={here} current="picture" />
      <InShort here={here} />
      <StillToMark here={here} />
      {marked ? (
        <>
          <Section
            title="By area"
            lead="Content domain or assessment objective, the weakest first."
          >
            <AreaTable here={here} />
          </Section>
          <Section title="Pupil by question">
            <HeatPart here={here} />
          </Section>
          <Section title="Question by question">
            <QuestionTable here={here} />
          </Section>
          <GroupsPart here={here} />
          <SharePart here={here} />
        </>
      ) : (
        <EmptyState
          title="No pupil has every mark yet"
          action={
            <LinkButton tone="primary" to={paths.enter(at)}>
              Go on with the marks
            </LinkButton>
          }
        >
          <p>The picture comes with the first paper that is marked to its end.</p>
        </EmptyState>
      )}
    </Page>
  )
}

/** Says of a pile that is half marked that the picture is of half. */
function StillToMark({ here }: { here: AnalysisHere }) {
  const totals = [...totalsOf(here.grid).values()]
  const { n } = meanOf(totals)
  if (n === 0 || n === totals.length) return null
  return (
    <Notice
      tone="info"
      live={false}
      title={`${n} of ${sayCount(totals.length, 'paper')} are marked to the end`}
      action={<LinkButton to={paths.enter(here.at)}>Go on with the marks</LinkButton>}
    >
      The picture is of what is typed so far. It changes with each paper.
    </Notice>
  )
}
