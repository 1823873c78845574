import type { Watched } from '../store/react.tsx'

export interface Settable<T> extends Watched<T> {
  set(value: T): void
}

/** A value that screens can watch. */
export function settable<T>(first: T): Settable<T> {
  let current = first
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      for (const tell of listeners) tell()
    },
    subscribe(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
  }
}
