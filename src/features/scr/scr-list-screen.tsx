import { spotCheckRecord, spotChecksInOrder } from '../../domain/checks/scr.ts'
import { resultsInOrder, sayResult, scrResultRecord } from '../../domain/checks/scr-result.ts'
import { isoDate } from '../../domain/ids.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { useRecords } from '../../store/react.tsx'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { IconPlus } from '../../ui/icons.ts'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { checkPath, newPath, type SchoolScr, useSchoolName, useSchools } from './use-scr.ts'

/** Spot checks by school; where one sees only the result, the result in words. */
export default function ScrListScreen() {
  const schools = useSchools()
  return (
    <Page
      title="Single central record"
      lead="Spot checks: row numbers, answers and dates. No names, no certificate numbers and no photos."
      back={{ to: '/checks', label: 'Checks' }}
    >
      {schools.length === 0 ? (
        <EmptyState
          title="No school is open to you here"
          action={
            <LinkButton tone="primary" to="/checks">
              Go to Checks
            </LinkButton>
          }
        >
          <p>
            Compliance, the headteacher and the DSL work on these. Leaders of the trust see the
            result.
          </p>
        </EmptyState>
      ) : (
        schools.map((school) => <SchoolPart key={school.urn} school={school} />)
      )}
    </Page>
  )
}

function SchoolPart({ school }: { school: SchoolScr }) {
  const nameOf = useSchoolName()
  const name = nameOf(school.urn)
  return (
    <Section
      title={name}
      actions={
        school.mayStart ? (
          <LinkButton icon={IconPlus} to={newPath(school.urn)}>
            New spot check
          </LinkButton>
        ) : undefined
      }
    >
      {school.own.length > 0 ? (
        <Checks school={school} name={name} />
      ) : (
        <Results school={school} name={name} />
      )}
    </Section>
  )
}

interface PartProps {
  school: SchoolScr
  name: string
}

function Checks({ school, name }: PartProps) {
  const { rows, loading } = useRecords(spotCheckRecord, school.own)
  const checks = spotChecksInOrder(rows)
  const results = useResults(school)
  if (loading) return null
  if (checks.length === 0) return <p>No spot check yet, this year or last.</p>
  return (
    <CardList label={`Spot checks of ${name}`} columns="one">
      {checks.map(({ id, date, finishedAt }) => {
        const result = results.find(({ check }) => check === id)
        return (
          <IndexCard
            key={id}
            title={sayUkDate(date) ?? date}
            to={checkPath(school.urn, schoolYearOf(isoDate(date)), id)}
            chips={
              <Badge tone={finishedAt === null ? 'info' : 'ok'}>
                {finishedAt === null ? 'Under way' : 'Finished'}
              </Badge>
            }
          >
            {finishedAt !== null && result ? sayResult(result).join(' ') : undefined}
          </IndexCard>
        )
      })}
    </CardList>
  )
}

const useResults = ({ results }: SchoolScr) =>
  resultsInOrder(useRecords(scrResultRecord, results).rows)

function Results({ school, name }: PartProps) {
  const results = useResults(school)
  if (results.length === 0) return <p>No result yet, this year or last.</p>
  return (
    <CardList label={`Results of ${name}`} columns="one">
      {results.map((result) => (
        <IndexCard key={result.check} title={sayUkDate(result.date) ?? result.date}>
          {sayResult(result).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </IndexCard>
      ))}
    </CardList>
  )
}
