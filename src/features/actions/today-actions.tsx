import { filtered, NO_FILTER } from '../../domain/actions/list.ts'
import { dayAfter } from '../../domain/actions/due.ts'
import { useDesk } from '../../store/react.tsx'
import { CardList, IndexCard } from '../../ui/index-card.tsx'
import { Section } from '../../ui/section.tsx'
import { useActions } from './use-actions.ts'
import { useNames } from './use-names.ts'
import { sayCount } from './words.ts'

const WEEK = 7

/** For the home screen: how many of one's own actions are late or due in a week. No names, no findings. */
export default function TodayActions() {
  const { me } = useDesk()
  const names = useNames()
  const { list, loading, today } = useActions(names.ownerOf)
  const mine = loading ? [] : filtered(list, { ...NO_FILTER, mine: true }, me.person)
  const late = mine.filter(({ overdue }) => overdue).length
  const until = dayAfter(today, WEEK)
  const soon = mine.filter(({ action: { due }, overdue }) => !overdue && due !== '' && due <= until)
  if (late + soon.length === 0) return null
  return (
    <Section title="Your actions">
      <CardList label="Your actions">
        <IndexCard
          title={
            late > 0
              ? `${sayCount(late, 'action')} overdue`
              : `${sayCount(soon.length, 'action')} due this week`
          }
          to="/actions"
        >
          {late > 0 && soon.length > 0
            ? `And ${sayCount(soon.length, 'action')} due this week.`
            : 'Open the list.'}
        </IndexCard>
      </CardList>
    </Section>
  )
}
