import { useState } from 'react'
import { type Room, ROOM_MINUTES, roomRecord } from '../../../domain/learning-walk/walk.ts'
import { useDesk } from '../../../store/react.tsx'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconPlus, IconTrash } from '../../../ui/icons.ts'
import { CardList, IndexCard } from '../../../ui/index-card.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { TextLine } from '../../../ui/text-line.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { paths } from '../paths.ts'
import { TellDsl } from '../tell-dsl.tsx'
import type { WalkHere } from '../use-walk.ts'
import { NewerRecords, WalkGate } from '../walk-gate.tsx'
import { sayCount } from '../words.ts'
import { useGoIn } from './use-go-in.ts'
import styles from '../walk.module.css'

export default function RoomsScreen() {
  return <WalkGate>{(here) => <Rooms here={here} />}</WalkGate>
}

/** The route: one tile a room. Going in writes the time by itself. */
function Rooms({ here }: { here: WalkHere }) {
  const goIn = useGoIn(here)
  const { rooms, writes } = here
  const next = rooms.find(({ arrivedAt }) => arrivedAt === null)
  return (
    <Page
      title="Rooms"
      lead={`${ROOM_MINUTES} minutes each. The time writes itself when you go in.`}
      back={{ to: paths.walk(here), label: 'The walk' }}
      actions={writes ? <TellDsl here={here} /> : undefined}
    >
      <NewerRecords here={here} />
      {rooms.length === 0 ? (
        <EmptyState title="No room on the route yet">
          <p>Add the rooms or year groups in walking order. More can be added on the way.</p>
        </EmptyState>
      ) : (
        <CardList label="Rooms in walking order">
          {rooms.map((room) => (
            <RoomTile key={room.id} here={here} room={room} />
          ))}
        </CardList>
      )}
      {writes ? <AddRooms here={here} /> : null}
      {writes && next ? (
        <ActionBar note={`Next on the route: ${next.place}`}>
          <Button tone="primary" onClick={() => goIn(next)}>
            Go in: {next.place}
          </Button>
        </ActionBar>
      ) : null}
    </Page>
  )
}

function RoomTile({ here, room }: { here: WalkHere; room: Room }) {
  const { now } = useDesk()
  const lines = here.seen.filter((seen) => seen.room === room.id)
  const prompts = new Set(lines.map(({ prompt }) => prompt)).size
  const untouched = room.arrivedAt === null && lines.length === 0
  return (
    <IndexCard
      headingLevel={2}
      title={room.place}
      to={paths.room(here, room.id)}
      meta={[
        room.arrivedAt === null ? 'Not visited yet' : `from ${sayTime(room.arrivedAt, 'clock')}`,
        sayMinutes(room),
      ]}
      chips={room.sharedAt === null ? undefined : <Badge tone="ok">Shared</Badge>}
      actions={
        untouched && here.writes ? (
          <Button
            tone="plain"
            icon={IconTrash}
            onClick={() => here.doc.change(roomRecord, room.id, { removedAt: now() })}
          >
            Leave out {room.place}
          </Button>
        ) : undefined
      }
    >
      {prompts === 0
        ? 'Nothing written yet.'
        : `${prompts} of ${sayCount(here.prompts.length, 'prompt')} written.`}
    </IndexCard>
  )
}

const sayMinutes = ({ arrivedAt, leftAt }: Room): string =>
  arrivedAt === null || leftAt === null
    ? ''
    : sayCount(Math.max(1, Math.round((leftAt - arrivedAt) / 60_000)), 'minute')

const PLACES: Readonly<Record<string, readonly string[]>> = {
  Primary: ['Nursery', 'Reception', 'Year 1', 'Year 2', 'Year 3', 'Year 4', 'Year 5', 'Year 6'],
  Secondary: ['Year 7', 'Year 8', 'Year 9', 'Year 10', 'Year 11'],
}

function AddRooms({ here }: { here: WalkHere }) {
  const [place, setPlace] = useState('')
  const onRoute = new Set(here.rooms.map((room) => room.place))
  const places = (PLACES[here.phase] ?? []).filter((one) => !onRoute.has(one))
  const add = (name: string) => {
    const n = (here.rooms.at(-1)?.n ?? 0) + 1
    here.add(roomRecord, { n, place: (name.trim() || `Room ${n}`).slice(0, 60) })
  }
  return (
    <Section title="Add to the route" lead="The room or the year group. Never who teaches there.">
      {places.length > 0 ? (
        <div className={styles.buttons}>
          {places.map((one) => (
            <Button key={one} icon={IconPlus} onClick={() => add(one)}>
              {one}
            </Button>
          ))}
        </div>
      ) : null}
      <div className={styles.row}>
        <TextLine label="Another room" value={place} onChange={setPlace} />
        <Button
          icon={IconPlus}
          onClick={() => {
            add(place)
            setPlace('')
          }}
        >
          Add this room
        </Button>
      </div>
    </Section>
  )
}
