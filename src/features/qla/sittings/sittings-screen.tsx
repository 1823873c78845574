import { LinkButton } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { CardList } from '../../../ui/index-card.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { paths } from '../paths.ts'
import { useNames } from '../../../store/use-names.ts'
import { useMySchools, useSchoolNames } from '../use-schools.ts'
import { MoreWays } from './more-ways.tsx'
import { useProgressOf } from './next-step.ts'
import { SittingCard } from './sitting-card.tsx'
import { useSittings } from './use-sittings.ts'

/** Papers that classes sat, each with its next step; and the ways to papers and class lists. */
export default function SittingsScreen() {
  const sittings = useSittings()
  const progressOf = useProgressOf()
  const { urns } = useMySchools()
  const schoolOf = useSchoolNames()
  const nameOf = useNames()
  const keeps = urns.length > 0
  return (
    <Page
      title="Question analysis"
      lead="Marks of a paper, question by question: what to teach again, and whether it worked."
      actions={
        <>
          <LinkButton to={paths.papers}>Papers</LinkButton>
          {keeps ? <LinkButton to={paths.classes}>Classes</LinkButton> : null}
          {keeps ? (
            <LinkButton tone="primary" icon={IconPlus} to={paths.start}>
              Start with a paper
            </LinkButton>
          ) : null}
        </>
      }
    >
      {sittings === undefined ? <LoadingState label="Opening the papers sat" /> : null}
      {sittings?.length === 0 ? (
        <EmptyState
          title="No paper has been sat yet"
          action={
            keeps ? (
              <LinkButton tone="primary" to={paths.start}>
                Start with a paper
              </LinkButton>
            ) : (
              <LinkButton tone="primary" to={paths.papers}>
                See the papers
              </LinkButton>
            )
          }
        >
          <p>
            {keeps
              ? 'Choose a paper and a class; the pupils and questions are there then, ready for the marks.'
              : 'Marks stay with the teachers and leaders of the school whose pupils sat the paper.'}
          </p>
        </EmptyState>
      ) : null}
      <CardList label="Papers sat">
        {(sittings ?? []).map((of) => (
          <SittingCard
            key={of.doc}
            of={of}
            progress={progressOf(of.doc)}
            who={[urns.length > 1 ? schoolOf(of.at.urn) : '', of.teachers.map(nameOf).join(', ')]}
          />
        ))}
      </CardList>
      <MoreWays keeps={keeps} />
    </Page>
  )
}
