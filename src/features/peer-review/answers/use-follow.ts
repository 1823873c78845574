import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { LeadPlace } from '../../../domain/peer-review/answers.ts'

const WRITING = 'textarea, select, input:not([type="checkbox"]):not([type="radio"])'

/** Somebody who types or answers a question is never taken elsewhere. */
const isBusy = (page: Document): boolean =>
  (page.activeElement?.matches(WRITING) ?? false) || page.querySelector('dialog[open]') !== null

interface Follow {
  /** Where the lead last was; undefined while it is not known yet. */
  readonly place: LeadPlace | null | undefined
  /** The question on this screen; null on the overview. */
  readonly here: string | null
  readonly on: boolean
  readonly go: (question: string | null) => void
}

/** Moves along each time the lead shows something new; what was shown before one came moves nobody. */
export function useFollow({ place, here, on, go }: Follow): void {
  const shown = place ? `${place.id} ${place.madeAt}` : place
  const seen = useRef<string | null | undefined>(undefined)
  useEffect(() => {
    const before = seen.current
    seen.current = shown
    if (before === undefined || before === shown || !on || !place) return
    if (place.question !== here && !isBusy(document)) go(place.question)
    // Only what the lead newly shows moves anybody; switching on or going elsewhere does not.
    // eslint-disable-next-line react/exhaustive-deps
  }, [shown])
}

function createSwitches() {
  let off: ReadonlySet<string> = new Set()
  const listeners = new Set<() => void>()
  return {
    get: () => off,
    set(review: string, on: boolean) {
      off = new Set([...off].filter((id) => id !== review).concat(on ? [] : [review]))
      for (const tell of listeners) tell()
    },
    subscribe(tell: () => void) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
  }
}

// Kept for the visit, over all screens of the answers; a new visit follows again.
const switches = createSwitches()

export function useFollowSwitch(review: string): [boolean, (on: boolean) => void] {
  const off = useSyncExternalStore(switches.subscribe, switches.get)
  return [!off.has(review), (on) => switches.set(review, on)]
}
