import { useLayoutEffect, type RefObject } from 'react'

/** Gives a box focus as its screen opens, before the page would give it to its heading. */
export function useStartHere(ref: RefObject<HTMLElement | null>, startHere: boolean): void {
  useLayoutEffect(() => {
    if (startHere) ref.current?.focus()
  }, [ref, startHere])
}
