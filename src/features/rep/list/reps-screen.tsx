import type { ReactNode } from 'react'
import { leadsReps } from '../../../domain/access/reps.ts'
import { useDesk } from '../../../store/react.tsx'
import { useToday } from '../../../store/use-today.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { IconPlus } from '../../../ui/icons.ts'
import { CardList } from '../../../ui/index-card.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState, LoadingState } from '../../../ui/states.tsx'
import { MentorBoard } from '../board/mentor-board.tsx'
import { type PlanListed, usePlans } from '../board/use-plans.ts'
import { paths } from '../paths.ts'
import { useSchools } from '../use-people.ts'
import { RepCard } from './rep-card.tsx'

/** Every plan that I may read, school by school; a mentor's board before them. */
export default function RepsScreen() {
  const { me } = useDesk()
  const today = useToday()
  const plans = usePlans(today)
  const schools = useSchools().rows
  const leads = schools.some(({ urn }) => leadsReps(me, { urn, kind: 'finance' }))
  if (plans === null) return <LoadingState label="Opening the plans" />
  const begin = leads ? (
    <LinkButton tone="primary" icon={IconPlus} to={paths.begin}>
      Begin a plan
    </LinkButton>
  ) : undefined
  return (
    <Page
      title="Rapid enhancement plans"
      lead="REPs: what a school puts right in six weeks, item by item, with a mentor’s help."
      actions={plans.length === 0 ? undefined : begin}
    >
      <MentorBoard today={today} />
      {plans.length === 0 ? <NoPlans action={begin} /> : null}
      {bySchool(plans).map(([school, own]) => (
        <Section key={school} title={school}>
          <CardList label={`Plans of ${school}`}>
            {own.map((listed) => (
              <RepCard key={listed.rep.id} listed={listed} today={today} />
            ))}
          </CardList>
        </Section>
      ))}
    </Page>
  )
}

/** Plans by the names of their schools; what is over comes last in each. */
function bySchool(plans: readonly PlanListed[]) {
  const schools = new Map<string, PlanListed[]>()
  const over = ({ rep }: PlanListed) => Number(rep.stage === 'ended')
  const inOrder = [...plans].sort(
    (a, b) => over(a) - over(b) || b.rep.extensionNo - a.rep.extensionNo,
  )
  for (const one of inOrder) schools.set(one.school, [...(schools.get(one.school) ?? []), one])
  return [...schools].sort(([a], [b]) => a.localeCompare(b, 'en-GB'))
}

function NoPlans({ action }: { action: ReactNode }) {
  return (
    <EmptyState
      title={action === undefined ? 'No plan is open to you' : 'No school has a plan'}
      action={action ?? <LinkButton to="/">Go to Today</LinkButton>}
    >
      {action === undefined ? (
        <p>
          Plans appear here for the school’s head, and for its mentor and its board’s chair once
          they are issued. If you expect one, ask the Executive Headteacher.
        </p>
      ) : (
        <p>A plan is begun by the CEO or the Executive Headteacher, and issued by the CEO.</p>
      )}
    </EmptyState>
  )
}
