import { seesCalendarOf } from '../../../domain/access/held.ts'
import { type ReviewOwed, reviewsOwed, schoolYearOf } from '../../../domain/peer-review/planning.ts'
import { heldOn } from '../../../domain/roles.ts'
import { schoolRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { CountList, CountRow } from '../../../ui/count-row.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'

const words = { kept: 'Kept', planned: 'Planned', owed: 'Owed' } as const
const tones = { kept: 'ok', planned: 'info', owed: 'neutral' } as const

/** At least one review a school a year (C9): for those who lead, school by school, by name. */
export function OwedSection({ today }: { today: string }) {
  const { me } = useDesk()
  const { rows } = useRecords(schoolRecord, ['trust'])
  const held = me.roles.filter((role) => heldOn(role, me.today))
  const schools = rows.filter(({ urn }) => seesCalendarOf(held, urn))
  if (schools.length === 0) return null
  const year = schoolYearOf(today)
  return (
    <Section
      title={`At least one review a year: ${year}`}
      lead="Each school has one between September and August. Kept means that its answers are agreed."
    >
      <CountList label={`Reviews of ${year} by school, in alphabetical order`}>
        {reviewsOwed(schools, me.calendar, year).map((owed) => (
          <CountRow
            key={owed.urn}
            name={owed.name}
            count={sayDate(owed, today)}
            tone={tones[owed.is]}
            word={words[owed.is]}
          />
        ))}
      </CountList>
    </Section>
  )
}

function sayDate({ is, date }: ReviewOwed, today: string): string {
  if (date === null) return 'No date yet'
  const said = sayUkDate(date) ?? date
  return is === 'planned' && date < today ? `${said}, not finished yet` : said
}
