import { useCallback, useSyncExternalStore } from 'react'

/** Whether the screen is narrower than so many ems; a phone held upright unless told otherwise. */
export function useNarrow(ems = 40): boolean {
  const query = `(max-width: ${ems}em)`
  const watch = useCallback(
    (tell: () => void) => {
      const media = list(query)
      media?.addEventListener('change', tell)
      return () => media?.removeEventListener('change', tell)
    },
    [query],
  )
  return useSyncExternalStore(watch, () => list(query)?.matches ?? false)
}

function list(query: string): MediaQueryList | null {
  return typeof window.matchMedia === 'function' ? window.matchMedia(query) : null
}
