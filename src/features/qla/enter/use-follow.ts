import { type FocusEvent, type RefObject, useCallback, useRef } from 'react'

/** Between two keys of somebody who types on there is no pause of this length. */
const PAUSE_MS = 100

/** Brings a cell into sight beside the headings. Sideways in strides: not at every key from the edge on. */
function reveal(frame: HTMLElement, cell: HTMLElement) {
  const { left, right } = cell.getBoundingClientRect()
  const start = frame.querySelector('[data-last-heading]')?.getBoundingClientRect().right ?? 0
  const end = frame.getBoundingClientRect().left + frame.clientLeft + frame.clientWidth
  if (left < start || right > end) frame.scrollLeft += left - start - (end - start) / 3
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/**
 * Lets sight and focus follow the cell that keys go to, as long as keys go to the frame. What was typed
 * is painted first, and the focus follows at a pause: moving it costs a browser as much as drawing the
 * mark. Keys are read by the table whichever of its cells has focus, so none is lost between.
 */
export function useFollow(frame: RefObject<HTMLElement | null>) {
  // Not asked of the page: the cell that had focus may just have been taken out of it.
  const holds = useRef(false)
  const follow = useCallback(
    (cell: HTMLElement): (() => void) => {
      const box = frame.current
      if (!box || !holds.current) return () => {}
      const focus = () => {
        if (holds.current) cell.focus({ preventScroll: true })
      }
      let after: ReturnType<typeof setTimeout> | undefined
      const next = requestAnimationFrame(() => {
        reveal(box, cell)
        after = setTimeout(focus, PAUSE_MS)
      })
      return () => {
        cancelAnimationFrame(next)
        clearTimeout(after)
      }
    },
    [frame],
  )
  /** Where the row that had focus is not drawn any more, keys would go nowhere until the focus has followed. */
  const hold = (cell: HTMLElement | null) => {
    if (holds.current && frame.current?.contains(document.activeElement) === false)
      cell?.focus({ preventScroll: true })
  }
  const onFocus = () => void (holds.current = true)
  const onBlur = ({ relatedTarget: to }: FocusEvent) => {
    if (to instanceof Node && frame.current?.contains(to) !== true) holds.current = false
  }
  return { follow, hold, onFocus, onBlur }
}
