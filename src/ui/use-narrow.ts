import { useCallback, useSyncExternalStore } from 'react'

/** Whether the screen is narrower than so many ems; a phone held upright unless told otherwise. */
export const useNarrow = (ems = 40): boolean => useMedia(`(max-width: ${ems}em)`)

/** Whether fingers are all there is to type with: no mouse, so most likely no keyboard. */
export const useTouchOnly = (): boolean => useMedia('(hover: none) and (pointer: coarse)')

function useMedia(query: string): boolean {
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
