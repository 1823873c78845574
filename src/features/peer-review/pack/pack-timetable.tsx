import { useState } from 'react'
import { dayPart } from '../../../domain/peer-review/now-next.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { Section } from '../../../ui/section.tsx'
import { Timetable } from '../../../ui/timetable/timetable.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { useNow } from '../use-now.ts'
import { usePeople } from '../use-pack.ts'
import { timetableParts } from './timetable-parts.ts'

/** The day, all groups side by side or mine alone. */
export function PackTimetable({ pack }: { pack: Pack }) {
  const { me } = useDesk()
  const { date, time } = useNow()
  const nameOf = usePeople()
  const [whose, setWhose] = useState<'all' | 'mine'>('all')
  const part = dayPart(pack, me.person, date, time)
  const now = part.at === 'during' ? part.now.slot.id : null
  const parts = timetableParts(pack, me.person, now, nameOf)
  const mineOnly = pack.groups.some((g) => g.people.includes(me.person))
  const cells = parts.cells.filter((c) => whose === 'all' || c.mine === true || c.lanes === 'all')
  const used = new Set(cells.flatMap((c) => (c.lanes === 'all' ? [] : c.lanes)))
  const lanes = whose === 'all' ? parts.lanes : parts.lanes.filter((lane) => used.has(lane.id))
  if (pack.slots.length === 0)
    return (
      <Section title="Timetable">
        <p>No timetable has been drafted yet.</p>
      </Section>
    )
  return (
    <Section title="Timetable">
      {mineOnly ? (
        <ChoiceChips
          label="Whose day"
          hideLabel
          clearable={false}
          options={[
            { value: 'all', label: 'All groups' },
            { value: 'mine', label: 'Mine' },
          ]}
          value={whose}
          onChange={(value) => setWhose(value ?? 'all')}
        />
      ) : null}
      <Timetable
        caption={sayUkDate(pack.review.date) ?? pack.review.date}
        slots={parts.slots}
        lanes={lanes}
        cells={cells}
        now={now ?? undefined}
      />
    </Section>
  )
}
