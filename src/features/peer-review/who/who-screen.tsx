import { isLeft } from '../../../domain/access/reviews.ts'
import { useDesk, useStorePart, useWatched } from '../../../store/react.tsx'
import { CountList, CountRow } from '../../../ui/count-row.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { ReviewGate, type ReviewHere } from '../review-gate.tsx'
import { paths } from '../routing.ts'
import { usePeople } from '../use-pack.ts'
import { sayCount, sayList } from '../words.ts'
import type { Standing } from './standing.ts'
import { useTeamStanding } from './use-standing.ts'

export default function WhoScreen() {
  return <ReviewGate>{(here) => <WhoIsIn {...here} />}</ReviewGate>
}

function WhoIsIn({ access, school }: ReviewHere) {
  const { me } = useDesk()
  const contact = useWatched(useDesk().contact)
  const nameOf = usePeople()
  const standing = useTeamStanding(access)
  const tally = useStorePart('tally')
  const here = standing.reduce((sum, s) => sum + (s.here ?? 0), 0)
  return (
    <Page
      title="Who is in"
      lead={
        contact.at === null
          ? 'This device has not heard from the trust yet.'
          : `As of ${sayTime(contact.at, 'moment')}, when this device last heard from the trust.`
      }
      back={{ to: paths.pack(access.id), label: school }}
    >
      <CountList label="Notes by reviewer" total={`${sayCount(here, 'note')} on this device`}>
        {standing.map((one) => (
          <CountRow
            key={one.person}
            name={one.person === me.person ? `${nameOf(one.person)} (you)` : nameOf(one.person)}
            count={
              isLeft(access, one.person) && one.here === null ? 'With the school' : sayHere(one)
            }
            heard={sayHeard(one, one.person === me.person ? tally.unsent : null)}
            tone={tones[one.is]}
            word={words[one.is]}
          />
        ))}
      </CountList>
      <Present review={access.id} />
      <p>
        “All in” means: everything their devices spoke of is here. Someone with no signal may have
        written more since; only they can say.
      </p>
    </Page>
  )
}

const tones = { in: 'ok', more: 'warn', silent: 'neutral' } as const
const words = { in: 'All in', more: 'More to come', silent: 'Not heard from yet' } as const

function sayHere({ here, said }: Standing): string {
  if (here === null)
    return said === null ? 'Private for now' : `${sayCount(said, 'note')}, private for now`
  const missing = Math.max(0, (said ?? 0) - here)
  return missing > 0
    ? `${sayCount(here, 'note')} here, ${missing} to come`
    : `${sayCount(here, 'note')} here`
}

function sayHeard({ heardAt, is, unsent }: Standing, ownUnsent: number | null): string {
  if (ownUnsent !== null)
    return ownUnsent > 0 ? `this device, ${ownUnsent} to send` : 'this device, all sent'
  if (heardAt === null) return ''
  const at = sayTime(heardAt, 'clock')
  if (is === 'in') return `last heard ${at}: all in`
  return unsent > 0 ? `may hold more since ${at}` : `last heard ${at}`
}

/** Who looks at this review now: only while there is signal. */
function Present({ review }: { review: string }) {
  const { me, whoIsIn, contact } = useDesk()
  const { live } = useWatched(contact)
  const nameOf = usePeople()
  const open = useWatched(whoIsIn)[`review/${review}`] ?? []
  const others = [...new Set(open)].filter((person) => person !== me.person).map(nameOf)
  return (
    <Section title="Looking at it now">
      <p>
        {!live
          ? 'No signal: colleagues who are here now cannot be shown.'
          : others.length === 0
            ? 'Nobody else has this review open.'
            : `${sayList(others)} ${others.length === 1 ? 'has' : 'have'} this review open.`}
      </p>
    </Section>
  )
}
