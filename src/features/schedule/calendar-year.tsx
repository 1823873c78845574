import { spanOfYear } from '../../domain/calendar/dates.ts'
import { dayKindWords, halfTermNumber, halfTermWords } from '../../domain/calendar/records.ts'
import {
  daysOfKind,
  halfTermsOf,
  type SchoolCalendar,
  schoolDaysIn,
} from '../../domain/calendar/school-calendar.ts'
import { IndexCard, CardList } from '../../ui/index-card.tsx'
import { KeyValue } from '../../ui/key-value.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { dayWords } from './words.tsx'

const INSET_DAYS = 5

export interface CalendarYearProps {
  year: string
  calendar: SchoolCalendar
  /** Left out where the same days can be changed further down. */
  showDays: boolean
}

/** A year as it stands: half-terms with their days for pupils, and the days that differ. */
export function CalendarYear({ year, calendar, showDays }: CalendarYearProps) {
  const { start, end } = spanOfYear(year)
  const terms = halfTermsOf(calendar, year)
  const inset = daysOfKind(calendar, 'inset', year)
  const marked = [...calendar.days]
    .filter(([date]) => date >= start && date <= end)
    .sort(([a], [b]) => a.localeCompare(b))
  const days = terms.reduce(
    (sum, term) => sum + schoolDaysIn(calendar, term.start, term.end).length,
    0,
  )
  return (
    <Section
      title={`The school year ${year}`}
      lead={terms.length === 0 ? 'Nobody has written it yet.' : `${days} days for pupils.`}
    >
      {terms.length > 0 && inset.length !== INSET_DAYS ? (
        <Notice tone="warn" live={false} title={`${inset.length} INSET days`}>
          Most schools have five. Check that none is missing.
        </Notice>
      ) : null}
      <CardList label="Half-terms">
        {terms.map((term) => (
          <IndexCard
            key={term.name}
            title={halfTermWords(term.name)}
            meta={[
              `HT${halfTermNumber(term.name)}`,
              `${schoolDaysIn(calendar, term.start, term.end).length} days for pupils`,
            ]}
          >
            {dayWords(term.start)} to {dayWords(term.end)}
          </IndexCard>
        ))}
      </CardList>
      {marked.length === 0 || !showDays ? null : (
        <KeyValue
          items={marked.map(([date, { kind, name }]) => ({
            label: dayWords(date),
            value:
              name === '' || name === dayKindWords(kind)
                ? dayKindWords(kind)
                : `${dayKindWords(kind)}: ${name}`,
          }))}
        />
      )}
    </Section>
  )
}
