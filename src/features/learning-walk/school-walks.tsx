import type { DocumentRef } from '../../domain/documents.ts'
import { documentName } from '../../domain/documents.ts'
import { stageOf, walkStepRecord, type WalkStage } from '../../domain/learning-walk/stages.ts'
import { roomRecord, type Walk, walkRecord } from '../../domain/learning-walk/walk.ts'
import { readAll, useIndexOf } from '../../store/react.tsx'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Section } from '../../ui/section.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { paths } from './paths.ts'
import { useSchools } from './use-people.ts'
import { kindWords, sayCount, stageWords } from './words.ts'
import styles from './walk.module.css'

export type Walks = Extract<DocumentRef, { kind: 'walks' }>

/** The walks of each school and year, the newest first. */
export function SchoolWalks({ walks }: { walks: readonly Walks[] }) {
  const [first] = walks
  const oneSchool = walks.every(({ urn }) => urn === first?.urn)
  const thisYear = first?.year
  return (
    <>
      {walks.map((ref) => (
        <OneYear
          key={documentName(ref)}
          of={ref}
          school={!oneSchool}
          saysNone={oneSchool && ref.year === thisYear}
        />
      ))}
    </>
  )
}

interface OneYearProps {
  of: Walks
  /** Whether the school is said: only where there are several. */
  school: boolean
  saysNone: boolean
}

function OneYear({ of, school, saysNone }: OneYearProps) {
  const found = useIndexOf(documentName(of)) ?? []
  const schoolOf = useSchools()
  const steps = readAll(walkStepRecord, found).rows
  const rooms = readAll(roomRecord, found).rows
  const rows = readAll(walkRecord, found)
    .rows.filter(({ removedAt }) => removedAt === null)
    .sort((a, b) => b.date.localeCompare(a.date) || b.madeAt - a.madeAt)
  const title = school ? `${schoolOf(of.urn).name}, ${of.year}` : `School year ${of.year}`
  if (rows.length === 0)
    return saysNone ? (
      <Section title={title}>
        <p className={styles.soft}>No walk yet this school year.</p>
        <LinkButton to={paths.start}>Start the first one</LinkButton>
      </Section>
    ) : null
  return (
    <Section title={title}>
      <CardList label={`Walks, ${title}`}>
        {rows.map((walk) => {
          const stage = stageOf(steps.filter((step) => step.walk === walk.id))
          const been = rooms.filter((r) => r.walk === walk.id && r.arrivedAt !== null).length
          return (
            <IndexCard
              key={walk.id}
              title={titleOf(walk)}
              to={paths.walk({ ...of, id: walk.id })}
              meta={[
                sayUkDate(walk.date),
                [walk.year, walk.subject].filter(Boolean).join(', '),
                been > 0 ? sayCount(been, 'room') : '',
              ]}
              chips={
                <Badge tone={stage === 'summarised' ? 'ok' : 'neutral'}>
                  {stage ? stageWords[stage] : 'Being planned'}
                </Badge>
              }
            >
              {nextWords(stage)}
            </IndexCard>
          )
        })}
      </CardList>
    </Section>
  )
}

/** What the walk waits for. */
const nextWords = (stage: WalkStage | null): string =>
  ({
    planned: 'Plan it, and tell staff.',
    agreed: 'Walk, and write what you see.',
    walked: 'Share with those visited.',
    shared_with_staff: 'Sum up for the whole school.',
    summarised: 'Themes are written.',
  })[stage ?? 'planned']

const titleOf = ({ kind, focus }: Walk): string =>
  focus.trim() === '' ? kindWords(kind) : `${kindWords(kind)}: ${focus.trim()}`
