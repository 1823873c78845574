import type { CalendarEntry } from '../../../domain/access/facts.ts'
import { isOff } from '../../../domain/peer-review/stage-order.ts'
import { schoolRecord } from '../../../domain/trust.ts'
import { useRecords } from '../../../store/react.tsx'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { usePeople } from '../use-pack.ts'
import { StageBadge } from './review-card.tsx'

/** Names of schools by URN, from the trust's list. */
function useSchools(): (urn: string) => string {
  const rows = useRecords(schoolRecord, ['trust']).rows
  const names = new Map(rows.map(({ urn, name }) => [urn, name]))
  return (urn) => names.get(urn) ?? 'A school of the trust'
}

/** Reviews that this person leads over but is not on: when, who leads, how far, and nothing more (C3). */
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
