import { useEffect, useState } from 'react'
import { useWatched } from '../../store/react.tsx'
import { Button } from '../../ui/button.tsx'
import { KeyValue } from '../../ui/key-value.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { sayTime } from '../../ui/uk-time.ts'
import { useApp } from '../app-context.ts'

const MUCH_MS = 5 * 60_000

interface Room {
  readonly used: number
  readonly free: number
  readonly kept: boolean
}

/** How much room the browser gives, and whether it has promised to keep what is there. */
function useRoom(turn: number): Room | null {
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    let gone = false
    const look = async () => {
      const { usage = 0, quota = 0 } = await navigator.storage.estimate()
      const kept = await navigator.storage.persisted()
      if (!gone) setRoom({ used: usage, free: Math.max(0, quota - usage), kept })
    }
    look().catch(() => undefined) // An older browser that cannot say: the lines are left out.
    return () => {
      gone = true
    }
  }, [turn])
  return room
}

const megabytes = (bytes: number) =>
  bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`

/** The device itself: room, clock, last contact, version. */
export function AboutDevice() {
  const { device } = useApp()
  const contact = useWatched(device.contact)
  const [turn, setTurn] = useState(0)
  const room = useRoom(turn)
  const askToKeep = async () => {
    await navigator.storage.persist()
    setTurn((n) => n + 1)
  }
  return (
    <Section title="About this device">
      <Clock />
      <KeyValue
        items={[
          {
            label: 'Trust last heard',
            value: contact.at === null ? 'Never on this device' : sayTime(contact.at, 'moment'),
          },
          ...(room
            ? [
                { label: 'Room used', value: megabytes(room.used) },
                { label: 'Room left', value: megabytes(room.free) },
                { label: 'Kept for good', value: room.kept ? 'Yes' : 'Not promised' },
              ]
            : []),
          { label: 'Version', value: __APP_VERSION__ },
          { label: 'Device number', value: device.documents.device.slice(0, 8) },
        ]}
      />
      {room?.kept === false ? (
        <Notice
          tone="info"
          live={false}
          title="The browser may clear Corridor when the device runs short of room"
          action={<Button onClick={() => void askToKeep()}>Ask it to keep Corridor</Button>}
        >
          Adding Corridor to the Home Screen makes it keep your notes. Sent work is safe either way.
        </Notice>
      ) : null}
    </Section>
  )
}

function Clock() {
  const { device } = useApp()
  const { clockSkew } = useWatched(device.sync.status)
  if (clockSkew === null || Math.abs(clockSkew) < MUCH_MS) return null
  const now = device.now()
  return (
    <Notice tone="warn" title="This device’s clock is wrong" live={false}>
      Here it is {sayTime(now, 'moment')}; at the trust it is {sayTime(now - clockSkew, 'moment')}.
      Notes carry this device’s time. Set the clock in the device’s settings; nothing is lost.
    </Notice>
  )
}
