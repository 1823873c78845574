import type { MouseEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import { IconArrowDown, IconArrowUp } from '../../ui/icons.ts'

interface MoveButtonsProps {
  /** What is moved, said with each button: "Floors dry". */
  name: string
  /** Its place from 0, and how many there are. */
  at: number
  many: number
  onMove: (to: number) => void
}

/** Up and down by touch and by keyboard; the button keeps the focus while its line moves. */
export function MoveButtons({ name, at, many, onMove }: MoveButtonsProps) {
  const move = (to: number) => (event: MouseEvent<HTMLButtonElement>) => {
    const button = event.currentTarget
    if (to < 0 || to >= many) return
    onMove(to)
    requestAnimationFrame(() => button.focus())
  }
  return (
    <>
      <Button
        tone="plain"
        icon={IconArrowUp}
        aria-label={`Move up: ${name}`}
        aria-disabled={at === 0}
        onClick={move(at - 1)}
      >
        Up
      </Button>
      <Button
        tone="plain"
        icon={IconArrowDown}
        aria-label={`Move down: ${name}`}
        aria-disabled={at === many - 1}
        onClick={move(at + 1)}
      >
        Down
      </Button>
    </>
  )
}
