import { useEffect, useState } from 'react'
import { type DeviceCheck, packPrint, ROOM_NEEDED_MB } from '../../../domain/peer-review/ready.ts'
import { useDesk, useIndexOf, useWatched } from '../../../store/react.tsx'
import { subjectOf } from '../use-stage.ts'

const LOOK_AGAIN_MS = 60_000

type Surroundings = Pick<DeviceCheck, 'installed' | 'persistent' | 'roomMb'>

/** The app opens with no network: its worker is in charge of this page and holds the first page. */
async function isInstalled(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false
  const page = await caches.match('/index.html', { ignoreSearch: true })
  return navigator.serviceWorker.controller !== null && page !== undefined
}

async function roomLeft(): Promise<number> {
  const { usage = 0, quota } = await navigator.storage.estimate()
  // A browser that cannot say is believed until it refuses a write.
  return quota === undefined ? ROOM_NEEDED_MB : Math.max(0, Math.floor((quota - usage) / 1e6))
}

async function lookRound(): Promise<Surroundings> {
  const [installed, persistent, roomMb] = await Promise.all([
    isInstalled().catch(() => false),
    navigator.storage.persisted().catch(() => false),
    roomLeft().catch(() => ROOM_NEEDED_MB),
  ])
  return { installed, persistent, roomMb }
}

export interface DeviceHere {
  /** Null while it still looks. */
  readonly found: DeviceCheck | null
  readonly lookAgain: () => void
  /** Asks the browser never to clear the app by itself. */
  readonly askToKeep: () => void
}

/** A flight check of this device for one review, looked at again each minute and when the tablet wakes. */
export function useDeviceCheck(review: string): DeviceHere {
  const { line } = useDesk()
  const { clockSkew, signedOut } = useWatched(line)
  const rows = useIndexOf(subjectOf(review))
  const [round, setRound] = useState<Surroundings | null>(null)
  const [turn, setTurn] = useState(0)
  const lookAgain = () => setTurn((n) => n + 1)
  useEffect(() => {
    let gone = false
    const look = () =>
      void lookRound().then((seen) => {
        if (!gone) setRound(seen)
      })
    look()
    const timer = setInterval(look, LOOK_AGAIN_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      gone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [turn])
  const found =
    round && rows
      ? {
          ...round,
          pack: packPrint(rows),
          clockSkewS: clockSkew === null ? null : Math.round(clockSkew / 1000),
          signedIn: !signedOut,
        }
      : null
  const askToKeep = () => void navigator.storage.persist().then(lookAgain, lookAgain)
  return { found, lookAgain, askToKeep }
}
