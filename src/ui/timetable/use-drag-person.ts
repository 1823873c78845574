import { useRef, type PointerEvent, type RefObject } from 'react'

/** So far a pointer goes before it drags and no longer touches, in pixels. */
const SLACK = 8

interface Held {
  readonly person: string
  readonly from: string
  readonly x: number
  readonly y: number
  moved: boolean
}

export interface DragPerson {
  /** A name that follows the pointer; hidden until somebody is taken hold of. */
  readonly ghost: RefObject<HTMLSpanElement | null>
  readonly handlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerCancel: () => void
  }
}

const near = (target: EventTarget | null, selector: string): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null

/**
 * Names of a board taken from one cell to another by mouse, pen or finger. Never the only way:
 * whoever cannot drag moves people in the editor.
 */
export function useDragPerson(
  onMove: (person: string, from: string, to: string) => void,
  onTouch: (cell: string) => void,
): DragPerson {
  const ghost = useRef<HTMLSpanElement>(null)
  const held = useRef<Held | null>(null)
  const letGo = () => {
    held.current = null
    if (ghost.current) ghost.current.hidden = true
  }
  return {
    ghost,
    handlers: {
      onPointerDown(event) {
        const name = near(event.target, '[data-person]')
        const from = near(event.target, '[data-cell]')?.dataset['cell']
        const person = name?.dataset['person']
        if (!name || person === undefined || from === undefined || event.button !== 0) return
        held.current = { person, from, x: event.clientX, y: event.clientY, moved: false }
        event.currentTarget.setPointerCapture(event.pointerId)
        if (ghost.current) ghost.current.textContent = name.textContent
      },
      onPointerMove(event) {
        const hand = held.current
        if (!hand || !ghost.current) return
        const far = Math.hypot(event.clientX - hand.x, event.clientY - hand.y)
        hand.moved ||= far > SLACK
        ghost.current.hidden = !hand.moved
        ghost.current.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`
      },
      onPointerUp(event) {
        const hand = held.current
        letGo()
        if (!hand) return
        if (!hand.moved) return onTouch(hand.from)
        const under = document.elementFromPoint(event.clientX, event.clientY)
        const to = near(under, '[data-cell]')?.dataset['cell']
        if (to !== undefined && to !== hand.from) onMove(hand.person, hand.from, to)
      },
      onPointerCancel: letGo,
    },
  }
}
