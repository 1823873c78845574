import { IndexCard, CardList } from '../../ui/index-card.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { useSchoolName, useVisits, visitPath } from './use-visits.ts'

/** Days on which a visit can be written up: those of reviews that this person knows of. */
export default function VisitsScreen() {
  const visits = useVisits()
  const schoolOf = useSchoolName()
  return (
    <Page
      title="Internal control visits"
      lead="On the day of a peer review, and no part of it."
      back={{ to: '/', label: 'Today' }}
    >
      {visits.length === 0 ? (
        <EmptyState
          title="No visit is open to you"
          action={
            <LinkButton tone="primary" to="/">
              Go to Today
            </LinkButton>
          }
        >
          <p>
            The CFO and the COO write these, and the school’s headteacher reads them. A visit
            appears here once the day of a review is set.
          </p>
        </EmptyState>
      ) : (
        <CardList label="Internal control visits" columns="one">
          {visits.map((visit) => (
            <IndexCard
              key={visitPath(visit)}
              title={schoolOf(visit.urn)}
              to={visitPath(visit)}
              meta={[sayUkDate(visit.date)]}
            />
          ))}
        </CardList>
      )}
    </Page>
  )
}
