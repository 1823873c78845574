import { partsOf, type Room } from '../../../domain/learning-walk/walk.ts'
import { LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { paths } from '../paths.ts'
import type { WalkHere } from '../use-walk.ts'
import { NewerRecords, WalkGate } from '../walk-gate.tsx'
import { kindWords } from '../words.ts'
import { Answers } from './answers.tsx'
import { ShareCard, type ShareSpot } from './share-card.tsx'
import styles from '../walk.module.css'

export default function ShareScreen() {
  return <WalkGate>{(here) => <Share here={here} />}</WalkGate>
}

const spotOf = (room: Room): ShareSpot => ({ room: room.id, place: room.place, at: room.arrivedAt })

/** Each person visited hears what was seen in their room, and may answer. */
function Share({ here }: { here: WalkHere }) {
  const { walk } = here
  const spots = partsOf(walk.kind).includes('rooms')
    ? here.rooms.filter(({ arrivedAt }) => arrivedAt !== null).map(spotOf)
    : [{ room: '', place: walk.year || kindWords(walk.kind), at: null }]
  return (
    <Page
      title="Share"
      lead="Something kind, something specific, and the next step as a question. The person reads it under Walks and may answer. Ratings stay among the walkers."
      back={{ to: paths.walk(here), label: 'The walk' }}
    >
      <NewerRecords here={here} />
      {spots.length === 0 ? (
        <EmptyState
          title="No room was visited yet"
          action={
            <LinkButton tone="primary" to={paths.rooms(here)}>
              Go to the rooms
            </LinkButton>
          }
        >
          <p>What was seen is shared room by room, after the walk.</p>
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label="What is shared">
          {spots.map((spot) => (
            <li key={spot.room}>
              <ShareCard here={here} spot={spot} />
            </li>
          ))}
        </ul>
      )}
      <Section title="Answers">
        <Answers here={here} />
      </Section>
    </Page>
  )
}
