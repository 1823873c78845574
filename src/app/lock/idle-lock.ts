import { isLocked, type Vault } from '../../store/vault/vault.ts'
import { whenLockedElsewhere } from './vaults.ts'

const LOOK_MS = 5_000
/** A touch is noted for other windows no more often than this. */
const NOTE_MS = 5_000
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
const MINUTE = 60_000

const key = (person: string) => `corridor.touched.${person}`

function touchedElsewhere(person: string): number {
  try {
    return Number(localStorage.getItem(key(person)) ?? 0)
  } catch {
    return 0
  }
}

/**
 * Locks when nobody has touched any window for as long as the person chose, and together with the
 * other windows. What is not written yet is waited for.
 * @param lock called again every few seconds until the work is closed
 */
export function watchIdle(vault: Vault, lock: () => Promise<unknown>): () => void {
  const { person } = vault
  let touched = Date.now()
  let noted = 0
  const touch = () => {
    touched = Date.now()
    if (touched - noted < NOTE_MS) return
    noted = touched
    try {
      localStorage.setItem(key(person), String(touched))
    } catch {
      // Full or forbidden: another window may lock too early, which loses nothing.
    }
  }
  const look = () => {
    const { record } = vault
    if (!record || !isLocked(record)) return
    const still = Date.now() - Math.max(touched, touchedElsewhere(person))
    if (still >= record.lockAfter * MINUTE) void lock()
  }
  for (const event of TOUCHES) addEventListener(event, touch, { capture: true, passive: true })
  // A tablet that slept ran no timer: it is looked at when it wakes.
  document.addEventListener('visibilitychange', look)
  const timer = setInterval(look, LOOK_MS)
  const stop = whenLockedElsewhere(person, () => void lock())
  return () => {
    for (const event of TOUCHES) removeEventListener(event, touch, { capture: true })
    document.removeEventListener('visibilitychange', look)
    clearInterval(timer)
    stop()
  }
}
