import { holdsKind } from '../../domain/access/documents-of.ts'
import { may } from '../../domain/access/table.ts'
import { isSubmitted, monthBefore, monthOf, standingOf } from '../../domain/checks/month.ts'
import { urn as asUrn } from '../../domain/ids.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { schoolRecord } from '../../domain/trust.ts'
import { useDesk, useRecords } from '../../store/react.tsx'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import {
  IconAlertTriangle,
  IconFileText,
  IconListCheck,
  IconLock,
  IconPlus,
} from '../../ui/icons.ts'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { writeUkDate } from '../../ui/uk-date.ts'
import { paths } from './routing.ts'
import { type Listed, useRuns } from './use-runs.ts'
import { usePeople } from './use-trust.ts'
import styles from './walk.module.css'
import { monthWords, standingWords } from './words.ts'

type School = { readonly urn: string; readonly name: string }

/** This month's walkarounds by school, and the other checks that are under way (C40). */
export default function ChecksScreen() {
  const { me } = useDesk()
  const schools = useRecords(schoolRecord, ['trust'])
  const runs = useRuns()
  const mine = schools.rows
    .filter(({ urn }) =>
      (['checks', 'walks'] as const).some((kind) =>
        may(me, 'read', { kind, urn: asUrn(urn), year: schoolYearOf(me.today) }),
      ),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  if (schools.loading) return <LoadingState label="Opening the checks" />
  return (
    <Page
      title="Checks"
      lead={`${monthWords(monthOf(me.today))}: each school is walked once a month.`}
      actions={
        <>
          {holdsKind(me, ['scr']) ? (
            <LinkButton to="/checks/scr" icon={IconListCheck}>
              Single central record
            </LinkButton>
          ) : null}
          <LinkButton to="/templates" icon={IconFileText}>
            Checklists
          </LinkButton>
          <LinkButton to="/checks/riddor" icon={IconAlertTriangle}>
            Report an accident?
          </LinkButton>
        </>
      }
    >
      {mine.length === 0 ? <None /> : null}
      <CardList label="Schools" columns={mine.length > 1 ? 'auto' : 'one'}>
        {mine.map((school) => (
          <SchoolCard
            key={school.urn}
            school={school}
            runs={runs.get(school.urn) ?? []}
            alone={mine.length === 1}
          />
        ))}
      </CardList>
    </Page>
  )
}

const SHOWN = 4

interface SchoolCardProps {
  school: School
  runs: readonly Listed[]
  /** The only school on the page: then there is one thing to do. */
  alone: boolean
}

function SchoolCard({ school, runs, alone }: SchoolCardProps) {
  const { me, readOnly } = useDesk()
  const walks = runs.map(({ run }) => run).filter(({ template }) => template.job === 'walkaround')
  const month = monthOf(me.today)
  const now = standingOf(walks, month, me.today)
  // Said only of schools that walk: the first month with the app was missed by nobody.
  const began = walks.some(({ date }) => monthOf(date) < month)
  const last = began ? standingOf(walks, monthBefore(month), me.today) : 'none'
  const writes = (['checks', 'walks'] as const).some((kind) =>
    may(me, 'write', { kind, urn: asUrn(school.urn), year: schoolYearOf(me.today) }),
  )
  const { word, tone } = standingWords[now]
  return (
    <IndexCard
      headingLevel={2}
      title={school.name}
      chips={
        <>
          <Badge tone={tone}>
            {monthWords(month)}: {word.toLowerCase()}
          </Badge>
          {last === 'missed' || last === 'unfinished' ? (
            <Badge tone={standingWords[last].tone}>
              {monthWords(monthBefore(month))}: {standingWords[last].word.toLowerCase()}
            </Badge>
          ) : null}
        </>
      }
      actions={
        writes && !readOnly ? (
          <LinkButton
            to={paths.start(school.urn)}
            icon={IconPlus}
            tone={now === 'due' && alone ? 'primary' : 'quiet'}
          >
            Start a check
          </LinkButton>
        ) : undefined
      }
    >
      {runs.length === 0 ? 'No checks yet.' : <RunLines runs={runs.slice(0, SHOWN)} />}
    </IndexCard>
  )
}

function RunLines({ runs }: { runs: readonly Listed[] }) {
  const nameOf = usePeople()
  return (
    <ul className={styles.needs}>
      {runs.map(({ run, to }) => (
        <li key={run.id}>
          <Link to={to}>
            {run.template.name}, {writeUkDate(run.date)}, {nameOf(run.by)}:{' '}
            {isSubmitted(run) ? 'handed in' : 'not handed in yet'}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function None() {
  return (
    <EmptyState
      icon={IconLock}
      title="No school’s checks are open to you"
      action={
        <LinkButton tone="primary" to="/">
          Go to Today
        </LinkButton>
      }
    >
      <p>A school’s leaders, its site staff and the trust’s office see them here.</p>
    </EmptyState>
  )
}
