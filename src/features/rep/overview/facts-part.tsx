import { hoursStanding, sayHours } from '../../../domain/rep/hours.ts'
import { saySpending, spendingOf } from '../../../domain/rep/spend.ts'
import { visitsInOrder } from '../../../domain/rep/work.ts'
import { useNames } from '../../../store/use-names.ts'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Link } from '../../../ui/link.tsx'
import { Section } from '../../../ui/section.tsx'
import { paths } from '../paths.ts'
import type { RepHere } from '../use-rep.ts'
import { sayDay } from '../words.ts'

/** Who helps and for how long, what it costs, and when somebody comes next. */
export function FactsPart({ here, today }: { here: RepHere; today: string }) {
  const nameOf = useNames()
  const { rep, plan, visits, spends, decided, calendar } = here
  if (plan === null) return null
  const span = { startOn: plan.startOn, upTo: today }
  const hours = hoursStanding(visits, plan.daysPerWeek, span, calendar)
  const last = visitsInOrder(visits).findLast(({ date }) => date <= today)
  const spending = spendingOf(spends, decided.approvedGbp)
  return (
    <Section title="Help and money">
      <KeyValue
        items={[
          {
            label: rep.mentors.length > 1 ? 'Mentors' : 'Mentor',
            value: rep.mentors.length === 0 ? 'None' : rep.mentors.map(nameOf).join(', '),
          },
          ...(rep.mentors.length === 0 ? [] : [{ label: 'Hours', value: sayHours(hours) }]),
          ...(last
            ? [
                {
                  label: 'Last visit',
                  value: (
                    <Link to={paths.visit(rep.id, last.id)}>
                      {sayDay(last.date)}, {nameOf(last.by)}
                    </Link>
                  ),
                },
                {
                  label: 'Next visit',
                  value: last.nextVisit === '' ? 'No day said yet' : sayDay(last.nextVisit),
                },
              ]
            : []),
          {
            label: 'Money',
            value: <Link to={paths.money(rep.id)}>{saySpending(spending)}</Link>,
          },
          {
            label: 'School development plan',
            value:
              plan.sdpReviewedOn === ''
                ? 'Not reviewed yet'
                : `Reviewed on ${sayDay(plan.sdpReviewedOn)}`,
          },
        ]}
      />
    </Section>
  )
}
