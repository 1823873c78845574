import { LinkButton } from '../../../ui/button.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { sayYear } from '../papers/years.ts'
import { paths } from '../paths.ts'
import { useNames } from '../../../store/use-names.ts'
import { useMySchools, useSchoolNames } from '../use-schools.ts'
import { count } from '../words.ts'
import { useClassLists } from './use-class-lists.ts'

/** Classes of this school year, by school. */
export default function ClassesScreen() {
  const { urns, year } = useMySchools()
  return (
    <Page
      title="Classes"
      lead={`School year ${year}. Your own, or every class where you lead assessment. Pupils are kept with no more than an analysis needs.`}
      back={{ to: paths.sittings, label: 'Question analysis' }}
    >
      {urns.length === 0 ? (
        <EmptyState
          title="No class lists are open to you"
          action={<LinkButton to={paths.sittings}>Question analysis</LinkButton>}
        >
          <p>A class list stays with those who teach the class and those who lead assessment.</p>
        </EmptyState>
      ) : null}
      {urns.map((urn) => (
        <OfSchool key={urn} urn={urn} year={year} />
      ))}
    </Page>
  )
}

function OfSchool({ urn, year }: { urn: string; year: string }) {
  const schoolOf = useSchoolNames()
  const nameOf = useNames()
  const { loading, classes, rollOf, unreadable } = useClassLists(urn, year)
  if (loading) return <LoadingState label="Opening the class lists" />
  return (
    <Section
      title={schoolOf(urn)}
      actions={
        <LinkButton tone="primary" to={paths.bringClass(urn)}>
          Bring in pupils
        </LinkButton>
      }
    >
      {unreadable > 0 ? (
        <Notice tone="warn" live={false} title="Some of the lists need the new version of Corridor">
          They are kept. Load the new version here to see them.
        </Notice>
      ) : null}
      {classes.length === 0 ? (
        <p>No class yet. Bring in the list that the school’s information system gives.</p>
      ) : (
        <CardList label={`Classes of ${schoolOf(urn)}`}>
          {classes.map((group) => (
            <IndexCard
              key={group.id}
              title={group.name}
              to={paths.class(urn, group.class)}
              meta={[
                sayYear(group.yearGroup),
                group.subject,
                count(rollOf(group.doc).length, 'pupil', 'pupils'),
                group.teachers.map(nameOf).join(', '),
              ]}
            />
          ))}
        </CardList>
      )}
    </Section>
  )
}
