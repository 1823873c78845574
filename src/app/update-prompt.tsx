import { useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useStorePart, useWatched } from '../store/react.tsx'
import { Button } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { Notice } from '../ui/notice.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { useApp } from './app-context.ts'
import { isQuiet } from './quiet.ts'
import { isWritten } from './session-entry.ts'
import { watchForUpdates } from './update-watch.ts'
import styles from './app.module.css'

const updates = watchForUpdates()
const LOOK_MS = 5000
const LATER_MS = 4 * 60 * 60_000

let lastTyped = 0
addEventListener('input', () => (lastTyped = Date.now()), { capture: true, passive: true })

/** Whether somebody types now or did a moment ago; looked at again every few seconds. */
function useQuiet(): { quiet: boolean; now: number } {
  const path = useRouterState({ select: (s) => s.location.pathname })
  const inMemory = useStorePart('inMemory')
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  const at = Math.max(now, lastTyped)
  return { quiet: isQuiet({ now: at, lastTyped, path, inMemory }), now: at }
}

/** A small dot in the header while a new version waits. */
export function UpdateDot() {
  const { waiting } = useWatched(updates)
  if (!waiting) return null
  return (
    <Link to="/device" className={styles.dot}>
      <VisuallyHidden>A new version is ready</VisuallyHidden>
    </Link>
  )
}

/** The offer itself: only between tasks, and it never reloads over words that are not on disk. */
export function UpdatePrompt() {
  const { waiting, replaced } = useWatched(updates)
  return waiting || replaced ? <Offer replaced={replaced} /> : null
}

function Offer({ replaced }: { replaced: boolean }) {
  const { device } = useApp()
  const { quiet, now } = useQuiet()
  const [later, setLater] = useState(0)
  const [busy, setBusy] = useState(false)
  if (!quiet || now < later) return null
  const notNow = <Button onClick={() => setLater(Date.now() + LATER_MS)}>Not now</Button>
  const take = async (how: () => void) => {
    setBusy(true)
    if (await isWritten(device)) how()
    setBusy(false)
  }
  if (replaced)
    return (
      <Notice
        tone="info"
        title="A new version was put in from another window"
        action={
          <>
            {notNow}
            <Button busy={busy} onClick={() => void take(() => location.reload())}>
              Load it here
            </Button>
          </>
        }
      >
        Your notes are on this device. This window still runs the version before.
      </Notice>
    )
  return (
    <Notice
      tone="info"
      title="A new version is ready"
      action={
        <>
          {notNow}
          <Button busy={busy} onClick={() => void take(() => updates.accept())}>
            Use it now
          </Button>
        </>
      }
    >
      It takes a few seconds. Everything you wrote stays where it is.
    </Notice>
  )
}
