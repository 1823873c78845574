import { useParams } from '@tanstack/react-router'
import type { IsoDate } from '../../domain/ids.ts'
import type { FoundEvidence, VisitNow } from '../../domain/schedule/occurrences.ts'
import { rhythmWords, ruleTitle } from '../../domain/schedule/rule.ts'
import { isAddress, type Visit, visitRecord } from '../../domain/schedule/visit.ts'
import { schoolYearOf } from '../../domain/school-year.ts'
import { useDesk } from '../../store/react.tsx'
import { useDocument } from '../../store/use-document.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { IconArrowRight, IconCalendarEvent } from '../../ui/icons.ts'
import { KeyValue } from '../../ui/key-value.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../ui/states.tsx'
import { Time } from '../../ui/time.tsx'
import { writeUkDate } from '../../ui/uk-date.ts'
import { startPath, startWords } from './start-path.ts'
import { SayVisit } from './say-visit.tsx'
import { schoolDocument, useSchoolsHere, usePeople } from './use-schools.ts'
import { useVisits, type VisitsHere } from './use-visits.ts'
import { periodWords, shiftWords, StateBadge, whenWords } from './words.tsx'
import styles from './schedule.module.css'

/** States of a visit that is still to be made. */
const OPEN: readonly string[] = ['late', 'due', 'due_soon']
const back = { to: '/visits', label: 'Visits' }

export default function VisitScreen() {
  const { visit: id = '' } = useParams({ strict: false })
  const here = useVisits()
  if (here === null) return <LoadingState label="Opening the visit" />
  const visit = here.visits.find((one) => one.id === id)
  return visit ? <One key={id} visit={visit} here={here} /> : <Gone />
}

function One({ visit, here }: { visit: VisitNow; here: VisitsHere }) {
  const { me, now } = useDesk()
  const { nameOf } = usePeople()
  const school = useSchoolsHere().find(({ urn }) => urn === visit.urn)
  const document = useDocument(
    schoolDocument(visit.urn, schoolYearOf(visit.period.meant as IsoDate)),
  )
  const writes = school?.writes === true && !document.readOnly
  const { rule, said, found, state } = visit
  const say = (fields: Omit<Visit, 'id' | 'occurrence' | 'by' | 'madeAt'>) =>
    document.create(visitRecord, {
      occurrence: visit.id,
      ...fields,
      by: me.person,
      madeAt: now(),
    })
  const shift = shiftWords(visit)
  const start = startPath(rule, visit.urn)
  return (
    <Page title={ruleTitle(rule)} lead={school?.name} back={back}>
      <div>
        <StateBadge state={state} /> {visit.external ? <Badge>Led from outside</Badge> : null}
      </div>
      <KeyValue
        items={[
          { label: 'When', value: `${whenWords(visit)} (${periodWords(visit)})` },
          { label: 'How often', value: rhythmWords(rule) },
          ...(rule.who === '' ? [] : [{ label: 'Who', value: nameOf(rule.who) }]),
          ...(shift === null ? [] : [{ label: 'Why this day', value: shift }]),
          ...(found.length === 0 ? [] : [{ label: 'Shown by', value: foundWords(found) }]),
        ]}
      />
      {OPEN.includes(state) && start !== null ? (
        <div>
          <LinkButton tone="primary" icon={IconArrowRight} to={start}>
            {startWords(rule.kind)}
          </LinkButton>
        </div>
      ) : null}
      {!writes ? null : state === 'done' || state === 'missed' ? (
        <div>
          <Button onClick={() => say({ said: 'opened', date: '', evidence: null, reason: '' })}>
            This is wrong: open it again
          </Button>
        </div>
      ) : document.ready ? (
        <SayVisit visit={visit} evidence={here.evidence} onSay={say} />
      ) : null}
      <Said said={said} nameOf={nameOf} />
    </Page>
  )
}

const foundWords = (found: readonly FoundEvidence[]): string =>
  found
    .map(
      ({ date, kind }) =>
        `${kind === '' ? 'Finished checklist' : 'Peer review'} of ${writeUkDate(date)}`,
    )
    .join(', ')

const SAID_WORDS = {
  moved: 'Moved',
  done: 'Done',
  missed: 'Missed',
  opened: 'Opened again',
} as const

/** What people said, the last first: two who were apart both stand here. */
function Said({ said, nameOf }: { said: readonly Visit[]; nameOf: (id: string) => string }) {
  if (said.length === 0) return null
  return (
    <Section title="What was said">
      <ul className={styles.plain}>
        {said.map((one) => (
          <li key={one.id}>
            <strong>{SAID_WORDS[one.said]}</strong>
            {one.date === ''
              ? ''
              : ` ${one.said === 'moved' ? 'to' : 'on'} ${writeUkDate(one.date)}`}
            , {nameOf(one.by)}, <Time at={one.madeAt} form="moment" />
            {one.reason === '' ? null : <p>{one.reason}</p>}
            {one.evidence === null ? null : <Evidence evidence={one.evidence} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Evidence({ evidence }: { evidence: NonNullable<Visit['evidence']> }) {
  if (evidence.kind === 'run') return <p>Shown by a finished checklist.</p>
  if (!isAddress(evidence.value)) return <p>{evidence.value}</p>
  return (
    <p>
      <a href={evidence.value} target="_blank" rel="noreferrer">
        {evidence.value}
      </a>
    </p>
  )
}

function Gone() {
  return (
    <Page title="No such visit" back={back}>
      <EmptyState
        title="This visit is not on the plan"
        icon={IconCalendarEvent}
        action={
          <LinkButton tone="primary" to="/visits">
            Go to Visits
          </LinkButton>
        }
      >
        <p>Its rule may have been stopped, or the calendar changed.</p>
      </EmptyState>
    </Page>
  )
}
