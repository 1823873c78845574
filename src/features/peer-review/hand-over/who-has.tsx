import type { PersonHandOver } from '../../../domain/hand-over/state.ts'
import { useDesk } from '../../../store/react.tsx'
import { CountList, CountRow } from '../../../ui/count-row.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { usePeople } from '../use-pack.ts'
import { sayCount } from '../words.ts'

const tones = {
  keeps: 'ok',
  silent: 'neutral',
  nothing: 'ok',
  outstanding: 'warn',
  handed_over: 'info',
  received: 'info',
  wiped: 'ok',
} as const

const words: Record<PersonHandOver['is'], string> = {
  keeps: 'Stay at the school',
  silent: 'Not heard from yet',
  nothing: 'Nothing to hand over',
  outstanding: 'Outstanding',
  handed_over: 'Handed over',
  received: 'Received',
  wiped: 'Handed over, off the device',
}

const holdsOf = ({ devices }: PersonHandOver) =>
  Math.max(0, ...devices.map(({ holds }) => holds ?? 0))

function sayDetail(one: PersonHandOver): string {
  const last = one.devices.flatMap(({ handed, received }) => handed ?? received ?? [])[0]
  const heard = Math.max(0, ...one.devices.map(({ heardAt }) => heardAt ?? 0))
  const devices = one.devices.length > 1 ? `${one.devices.length} devices, ` : ''
  if (last) return `${devices}receipt ${sayTime(last.madeAt, 'clock')}`
  return heard > 0 ? `${devices}last heard ${sayTime(heard, 'clock')}` : ''
}

/** Who has handed over, who is outstanding: as of when their devices last spoke. */
export function WhoHas({ people }: { people: readonly PersonHandOver[] }) {
  const { me } = useDesk()
  const nameOf = usePeople()
  const notes = people.reduce((sum, one) => sum + one.notes, 0)
  return (
    <CountList
      label="Hand-over by reviewer"
      total={`${sayCount(notes, 'note')} left with the school`}
    >
      {people.map((one) => (
        <CountRow
          key={one.person}
          name={one.person === me.person ? `${nameOf(one.person)} (you)` : nameOf(one.person)}
          count={
            one.is === 'outstanding'
              ? `${sayCount(holdsOf(one), 'note')} held`
              : sayCount(one.notes, 'note')
          }
          heard={sayDetail(one)}
          tone={tones[one.is]}
          word={words[one.is]}
        />
      ))}
    </CountList>
  )
}
