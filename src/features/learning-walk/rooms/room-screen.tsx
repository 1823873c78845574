import { type Room, ROOM_MINUTES, roomRecord } from '../../../domain/learning-walk/walk.ts'
import { useDesk } from '../../../store/react.tsx'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { sayTime } from '../../../ui/uk-time.ts'
import { paths, useAddress, useGo } from '../paths.ts'
import { SeenCards } from '../seen/seen-cards.tsx'
import { TellDsl } from '../tell-dsl.tsx'
import { useClock } from '../use-clock.ts'
import type { WalkHere } from '../use-walk.ts'
import { NewerRecords, WalkGate } from '../walk-gate.tsx'
import { useGoIn } from './use-go-in.ts'

export default function RoomScreen() {
  const room = useAddress()('room')
  return (
    <WalkGate>
      {(here) => {
        const found = here.rooms.find(({ id }) => id === room)
        return found ? <InRoom key={found.id} here={here} room={found} /> : <NoRoom here={here} />
      }}
    </WalkGate>
  )
}

/** One room: the prompts of the focus, what I saw of each, and what the other walker saw. */
function InRoom({ here, room }: { here: WalkHere; room: Room }) {
  const { prompts, writes } = here
  const at = useClock()
  return (
    <Page
      title={room.place}
      lead={sayStay(room, at)}
      back={{ to: paths.rooms(here), label: 'Rooms' }}
      actions={writes ? <TellDsl here={here} /> : undefined}
    >
      <NewerRecords here={here} />
      {prompts.length === 0 ? (
        <EmptyState
          title="This walk has no prompts yet"
          action={
            <LinkButton tone="primary" to={paths.plan(here)}>
              Add prompts
            </LinkButton>
          }
        >
          <p>Prompts say what to look at in every room. Three or four are plenty.</p>
        </EmptyState>
      ) : (
        <SeenCards here={here} strand="lessons" room={room.id} />
      )}
      {writes ? <RoomBar here={here} room={room} /> : null}
    </Page>
  )
}

function sayStay({ arrivedAt, leftAt }: Room, at: number): string {
  if (arrivedAt === null) return 'Not visited yet.'
  const minutes = Math.max(0, Math.floor(((leftAt ?? at) - arrivedAt) / 60_000))
  const from = `From ${sayTime(arrivedAt, 'clock')}`
  return leftAt === null && minutes <= 60
    ? `${from}: ${minutes} of ${ROOM_MINUTES} minutes. Look at, not look for.`
    : `${from}.`
}

function RoomBar({ here, room }: { here: WalkHere; room: Room }) {
  const { now } = useDesk()
  const goIn = useGoIn(here)
  const go = useGo()
  const next = here.rooms.find(({ id, arrivedAt }) => id !== room.id && arrivedAt === null)
  const leave = () => {
    if (room.leftAt === null && room.arrivedAt !== null)
      here.doc.change(roomRecord, room.id, { leftAt: now() })
  }
  return (
    <ActionBar>
      {room.arrivedAt === null ? (
        <Button onClick={() => here.doc.change(roomRecord, room.id, { arrivedAt: now() })}>
          We are here now
        </Button>
      ) : (
        <Button
          onClick={() => {
            leave()
            go(paths.rooms(here))
          }}
        >
          Done here
        </Button>
      )}
      {next ? (
        <Button
          tone="primary"
          onClick={() => {
            leave()
            goIn(next)
          }}
        >
          On to {next.place}
        </Button>
      ) : null}
    </ActionBar>
  )
}

function NoRoom({ here }: { here: WalkHere }) {
  return (
    <Page title="Room" back={{ to: paths.rooms(here), label: 'Rooms' }}>
      <EmptyState
        title="This room is not on the route"
        action={
          <LinkButton tone="primary" to={paths.rooms(here)}>
            See the rooms
          </LinkButton>
        }
      >
        <p>It was left out, or it comes when this device and the other have had signal.</p>
      </EmptyState>
    </Page>
  )
}
