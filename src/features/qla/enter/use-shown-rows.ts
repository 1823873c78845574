import { type RefObject, useEffect, useState } from 'react'

/** Rows beyond the edges that are drawn too, so that a flick shows no hole. */
const BEYOND = 6
/** The window moves in steps of so many rows, not with every pixel. */
const STEP = 4
const AT_FIRST = 24

export interface Shown {
  readonly from: number
  /** The first row below the window. */
  readonly to: number
}

const stepped = (row: number) => Math.floor(row / STEP) * STEP

/** Which rows of a long table the frame shows. All rows have one height, that of `rowSelector`. */
export function useShownRows(
  frame: RefObject<HTMLElement | null>,
  count: number,
  rowSelector: string,
): Shown {
  const [shown, setShown] = useState<Shown>({ from: 0, to: Math.min(count, AT_FIRST) })
  useEffect(() => {
    const box = frame.current
    if (box === null) return
    const look = () => {
      const height = box.querySelector<HTMLElement>(rowSelector)?.offsetHeight ?? 0
      if (height === 0) return
      const first = Math.floor(box.scrollTop / height)
      const last = Math.ceil((box.scrollTop + box.clientHeight) / height)
      const from = Math.max(0, stepped(first - BEYOND))
      const to = Math.min(count, stepped(last + BEYOND) + STEP)
      setShown((was) => (was.from === from && was.to === to ? was : { from, to }))
    }
    look()
    box.addEventListener('scroll', look, { passive: true })
    const resized = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look)
    resized?.observe(box)
    return () => {
      box.removeEventListener('scroll', look)
      resized?.disconnect()
    }
  }, [frame, count, rowSelector])
  return shown
}
