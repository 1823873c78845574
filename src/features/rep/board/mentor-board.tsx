import { may } from '../../../domain/access/table.ts'
import { repId } from '../../../domain/ids.ts'
import { hoursStanding, sayHours } from '../../../domain/rep/hours.ts'
import { milestoneWords } from '../../../domain/rep/milestones.ts'
import { itemsForVisit } from '../../../domain/rep/visit-pack.ts'
import { daysLeftWords } from '../../../domain/rep/weeks.ts'
import { promisedBefore } from '../../../domain/rep/work.ts'
import { useDesk } from '../../../store/react.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Section } from '../../../ui/section.tsx'
import { LoadingState } from '../../../ui/states.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { paths } from '../paths.ts'
import { StartVisit } from './start-visit.tsx'
import { type PlanListed, usePlans } from './use-plans.ts'

interface MentorBoardProps {
  /** yyyy-mm-dd */
  today: string
}

/** The schools of a mentor: what is next, what was promised, how many hours were given. Nothing for others. */
export function MentorBoard({ today }: MentorBoardProps) {
  const { me } = useDesk()
  const plans = usePlans(today)
  const mentors = (me.reps ?? []).some((rep) => rep.mentors.includes(me.person))
  if (!mentors) return null
  if (plans === null) return <LoadingState label="Opening your schools" />
  const mine = plans.filter(
    ({ rep }) =>
      rep.mentors.includes(me.person) && may(me, 'write', { kind: 'rep-work', rep: repId(rep.id) }),
  )
  return (
    <Section title="My schools">
      {mine.length === 0 ? (
        <p>
          No plan of yours runs at the moment. When the Chief Executive issues one that names you,
          its school stands here.
        </p>
      ) : (
        <CardList label="My schools" columns="one">
          {mine.map((plan) => (
            <SchoolCard key={plan.rep.id} plan={plan} today={today} />
          ))}
        </CardList>
      )}
    </Section>
  )
}

function SchoolCard({ plan, today }: MentorBoardProps & { plan: PlanListed }) {
  const { rep, school, next, visits, calendar } = plan
  const { carried, due } = itemsForVisit(plan.standings, next?.milestone ?? null)
  const hours = hoursStanding(
    visits,
    plan.plan?.daysPerWeek ?? 0,
    { startOn: plan.plan?.startOn ?? '', upTo: today },
    calendar,
  )
  return (
    <IndexCard
      title={school}
      to={paths.rep(rep.id)}
      meta={[plan.plan?.code]}
      actions={<StartVisit rep={rep.id} school={school} visits={visits} today={today} />}
    >
      <KeyValue
        items={[
          {
            label: 'Next',
            value: next
              ? `${milestoneWords(next.milestone)}: ${sayUkDate(next.due) ?? ''}, ${daysLeftWords(next.due, today).toLowerCase()}`
              : 'No milestone is to come.',
          },
          { label: 'Items', value: `${carried.length} carried forward, ${due.length} due` },
          {
            label: 'Promised last time',
            value: promisedBefore(visits, today) || 'Nothing is written down.',
          },
          { label: 'Hours', value: sayHours(hours) },
        ]}
      />
    </IndexCard>
  )
}
