import { followsAll } from '../../../domain/access/assessment.ts'
import { documentsOf } from '../../../domain/access/documents-of.ts'
import { parseDocumentName } from '../../../domain/documents.ts'
import { moderationRecord } from '../../../domain/qla/moderation.ts'
import { useDesk } from '../../../store/react.tsx'
import { useLocated } from '../../../store/use-located.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { sayCount } from '../analysis/words.ts'
import { paths } from '../paths.ts'
import { useMySchools, useSchoolNames } from '../use-schools.ts'
import { DrawSample } from './draw-sample.tsx'
import { sayStep, ruleWords } from './words.ts'

/** Samples of scripts that another school looks at, and drawing one. */
export default function RoundsScreen() {
  const { me } = useDesk()
  const { rows, loading } = useLocated(moderationRecord)
  const urns = useMySchools().urns.filter((urn) => followsAll(me, urn))
  const schoolOf = useSchoolNames()
  if (loading) return <LoadingState label="Opening moderation" />
  const held = new Set<string>(documentsOf(me))
  const rounds = rows
    .filter(({ doc, record }) => record.removedAt === null && held.has(doc))
    .sort((a, b) => b.record.madeAt - a.record.madeAt)
  return (
    <Page
      title="Moderation"
      lead="A sample of scripts is judged twice: by the school, and by a teacher of another."
      back={{ to: paths.sittings, label: 'Question analysis' }}
    >
      {rounds.length === 0 && urns.length === 0 ? (
        <EmptyState
          title="No sample is open to you"
          action={
            <LinkButton tone="primary" to={paths.sittings}>
              See the papers sat
            </LinkButton>
          }
        >
          <p>Samples are drawn by those who lead subjects and assessment at a school.</p>
        </EmptyState>
      ) : null}
      <CardList label="Samples">
        {rounds.map(({ doc, record }) => {
          const ref = parseDocumentName(doc)
          if (!ref.ok || ref.value.kind !== 'moderation') return null
          return (
            <IndexCard
              key={record.id}
              headingLevel={2}
              title={`${record.subject}, Year ${record.yearGroup}`}
              to={paths.round(ref.value.urn, ref.value.year, record.id)}
              meta={[
                schoolOf(ref.value.urn),
                sayUkDate(record.drawnOn),
                ruleWords[record.rule],
                sayCount(record.cohort, 'pupil'),
                sayStep(record.step),
              ]}
            />
          )
        })}
      </CardList>
      {urns.length > 0 ? (
        <Section title="Draw a sample">
          <DrawSample urns={urns} />
        </Section>
      ) : null}
    </Page>
  )
}
