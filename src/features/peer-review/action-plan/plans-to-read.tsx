import { useDesk } from '../../../store/react.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { paths } from '../routing.ts'
import { useSchoolName } from './use-plan.ts'

/** Action plans of my school, for those who are on no review. */
export function PlansToRead() {
  const { me } = useDesk()
  const own = new Set(me.reviews.map(({ id }) => id))
  const plans = (me.plans ?? []).filter(({ id }) => !own.has(id))
  if (plans.length === 0) return null
  return (
    <Section title="Action plans of my school">
      <CardList label="Action plans of my school">
        {plans.map((plan) => (
          <Card key={plan.id} {...plan} />
        ))}
      </CardList>
    </Section>
  )
}

function Card({ id, urn, date }: { id: string; urn: string; date: string }) {
  const school = useSchoolName(urn)
  return (
    <IndexCard title={school} to={paths.actionPlan(id)}>
      Action plan after the peer review of {sayUkDate(date) ?? date}
    </IndexCard>
  )
}
