import { useSyncExternalStore } from 'react'

const query = '(max-width: 40em)'

function list(): MediaQueryList | null {
  return typeof window.matchMedia === 'function' ? window.matchMedia(query) : null
}

function watch(tell: () => void): () => void {
  const media = list()
  media?.addEventListener('change', tell)
  return () => media?.removeEventListener('change', tell)
}

/** Whether the screen is a phone held upright. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => list()?.matches ?? false)
}
