import type { CalendarEntry } from '../../../domain/access/facts.ts'
import { isOff } from '../../../domain/peer-review/stage-order.ts'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { usePeople, useSchools } from '../use-pack.ts'
import { StageBadge } from './review-card.tsx'

/** Reviews that this person leads over and may not open: when, who leads, how far, and nothing more (C3). */
export function CalendarCards({
  label,
  entries,
}: {
  label: string
  entries: readonly CalendarEntry[]
}) {
  const schoolOf = useSchools()
  const nameOf = usePeople()
  return (
    <CardList label={label}>
      {entries.map(({ id, urn, date, lead, stage }) => (
        <IndexCard
          key={id}
          title={schoolOf(urn)}
          meta={[sayUkDate(date), `led by ${nameOf(lead)}`]}
          chips={<StageBadge stage={stage} />}
        >
          {isOff(stage)
            ? `Ask ${nameOf(lead)} why: the reason is kept with the review.`
            : 'Only its team and the school’s headteacher can open it.'}
        </IndexCard>
      ))}
    </CardList>
  )
}
