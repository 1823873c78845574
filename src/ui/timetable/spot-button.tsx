import type { ReactNode } from 'react'
import { spotKey } from './board-keys.ts'
import type { BoardRows } from './timetable-board.tsx'
import type { Spot } from './timetable-types.ts'

interface SpotButtonProps {
  board: Pick<BoardRows, 'picked' | 'onPick' | 'stop'>
  spot: Spot
  /** Counted from the times, which are 0. */
  column: number
  className?: string | undefined
  children: ReactNode
}

export const isPicked = (picked: Spot | null, spot: Spot): boolean =>
  picked !== null && spotKey(picked) === spotKey(spot)

/** What opens one spot. Only one on the board is in the way of Tab; arrows lead to the others. */
export function SpotButton({ board, spot, column, className, children }: SpotButtonProps) {
  const key = spotKey(spot)
  return (
    <button
      type="button"
      className={className}
      data-spot={key}
      data-column={column}
      tabIndex={key === board.stop ? 0 : -1}
      aria-expanded={isPicked(board.picked, spot)}
      onClick={() => board.onPick(spot)}
    >
      {children}
    </button>
  )
}
