import { countAnswers, sayCounts } from '../../domain/checks/counts.ts'
import { valuesOf } from '../../domain/checks/answers.ts'
import { shownSections } from '../../domain/checks/shown.ts'
import { ActionBar } from '../../ui/action-bar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { IconArrowRight, IconClipboardCheck } from '../../ui/icons.ts'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { sayUkDate } from '../../ui/uk-date.ts'
import { ClockNotice } from './clock-notice.tsx'
import { FromBefore } from './from-before.tsx'
import { paths } from './routing.ts'
import { RunGate } from './run-gate.tsx'
import { useAgain } from './use-again.ts'
import type { RunHere } from './use-run.ts'
import { usePeople, useSchools } from './use-trust.ts'
import { useWalk } from './use-walk.ts'
import styles from './walk.module.css'

export default function RouteScreen() {
  return <RunGate>{(here) => <Route here={here} />}</RunGate>
}

/** The zones in walking order with how far each is; what was found before and is still open comes first. */
function Route({ here }: { here: RunHere }) {
  const { ref, run, answers, submitted } = here
  const walk = useWalk(here)
  const again = useAgain(here, walk)
  const schoolOf = useSchools()
  const nameOf = usePeople()
  const zones = shownSections(run.template, valuesOf(answers)).filter((s) => s.prompts.length > 0)
  const begun = zones.find(({ id }) => isUnfinished(here, id)) ?? zones[0]
  return (
    <Page
      title={run.template.name}
      lead={`${schoolOf(ref.urn)}, ${sayUkDate(run.date) ?? run.date}. ${run.people.map(nameOf).join(', ')}.`}
      back={{ to: paths.checks, label: 'Checks' }}
      actions={submitted ? <Badge tone="ok">Handed in</Badge> : undefined}
    >
      <ClockNotice here={here} />
      <FromBefore here={here} again={again} />
      <Section title="Zones" lead={`${sayCounts(countAnswers(run.template, answers))}.`}>
        <ol className={styles.zones} aria-label="Zones in walking order">
          {zones.map(({ id, title }) => (
            <li key={id} className={styles.zone}>
              <Link to={paths.zone(ref, id)}>{title}</Link>
              <span>{sayCounts(countAnswers(run.template, answers, id))}</span>
              {isUnfinished(here, id) ? null : <Badge tone="ok">All answered</Badge>}
            </li>
          ))}
        </ol>
      </Section>
      <ActionBar>
        <LinkButton to={paths.finish(ref)} icon={IconClipboardCheck}>
          {submitted ? 'What was handed in' : 'Finish'}
        </LinkButton>
        {begun && !submitted ? (
          <LinkButton tone="primary" icon={IconArrowRight} to={paths.zone(ref, begun.id)}>
            {begun.title}
          </LinkButton>
        ) : null}
      </ActionBar>
    </Page>
  )
}

function isUnfinished({ run, answers }: RunHere, zone: string): boolean {
  const { open, differs } = countAnswers(run.template, answers, zone)
  return open + differs > 0
}
