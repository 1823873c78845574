import { type RefObject, useEffect, useState } from 'react'

/** Rows beyond the edges that are drawn too, so that a flick shows no hole. */
const BEYOND = 3
/** The window moves in steps of so many rows, not with every pixel. */
const STEP = 2
/** Until the frame has been measured. */
const AT_FIRST = 12

export interface Shown {
  readonly from: number
  /** The first row below the window. */
  readonly to: number
}

const stepped = (row: number) => Math.floor(row / STEP) * STEP

function firstShown(count: number, start: number): Shown {
  const from = Math.max(0, Math.min(count - AT_FIRST, start - AT_FIRST / 2))
  return { from, to: Math.min(count, from + AT_FIRST) }
}

/**
 * Which rows of a long table the frame shows. All rows have one height, that of `rowSelector`.
 * @param start the row that is in the middle at first
 */
export function useShownRows(
  frame: RefObject<HTMLElement | null>,
  count: number,
  rowSelector: string,
  start: number,
): Shown {
  const [shown, setShown] = useState(() => firstShown(count, start))
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
    box.addEventListener('scroll', look, { passive: true })
    // It tells of the first size too, when the page is laid out anyway: asked for here, it would be laid out twice.
    const resized = new ResizeObserver(look)
    resized.observe(box)
    return () => {
      box.removeEventListener('scroll', look)
      resized.disconnect()
    }
  }, [frame, count, rowSelector])
  return shown
}
