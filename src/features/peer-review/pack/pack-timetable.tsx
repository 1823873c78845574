import { useState } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { dayPart } from '../../../domain/peer-review/now-next.ts'
import type { Pack } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { IconPencil, IconPrinter } from '../../../ui/icons.ts'
import { Section } from '../../../ui/section.tsx'
import { Timetable } from '../../../ui/timetable/timetable.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { paths } from '../routing.ts'
import { mayEditDay } from '../timetable/may-edit.ts'
import { useNow } from '../use-now.ts'
import { usePeople } from '../use-pack.ts'
import { timetableParts } from './timetable-parts.ts'

interface PackTimetableProps {
  /** Brings the ways to the board and to paper; left out where one stands there already. */
  access?: ReviewAccess
  pack: Pack
}

/** The day, all groups side by side or mine alone. */
export function PackTimetable({ access, pack }: PackTimetableProps) {
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
  const ways = access ? <Ways access={access} /> : undefined
  if (pack.slots.length === 0)
    return (
      <Section title="Timetable" actions={ways}>
        <p>No timetable has been drafted yet.</p>
      </Section>
    )
  return (
    <Section title="Timetable" actions={ways}>
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

/** To the board for those who plan the day, and to paper for all. */
function Ways({ access }: { access: ReviewAccess }) {
  const { me } = useDesk()
  return (
    <>
      {mayEditDay(me, access) ? (
        <LinkButton to={paths.timetable(access.id)} icon={IconPencil}>
          Change the timetable
        </LinkButton>
      ) : null}
      <LinkButton to={paths.timetablePrint(access.id)} icon={IconPrinter}>
        Print
      </LinkButton>
    </>
  )
}
