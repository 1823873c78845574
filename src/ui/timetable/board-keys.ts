import type { KeyboardEvent } from 'react'
import type { Spot } from './timetable-types.ts'

/** A name for a spot, the same as long as it stands there. */
export function spotKey(spot: Spot): string {
  if (spot.kind === 'slot') return `slot ${spot.slot}`
  return spot.kind === 'cell' ? `cell ${spot.cell}` : `free ${spot.slot} ${spot.lane}`
}

const spotsIn = (within: HTMLElement): HTMLElement[] => [
  ...within.querySelectorAll<HTMLElement>('[data-spot]'),
]
const columnOf = (spot: HTMLElement) => Number(spot.dataset['column'])

/** The spot of another row that lies under or over a column: wide cells reach over several. */
const atColumn = (row: HTMLElement[], column: number): HTMLElement | undefined =>
  row.findLast((spot) => columnOf(spot) <= column) ?? row[0]

/** Where a key leads from a spot; undefined where it leads nowhere. */
function aimOf(key: string, rows: HTMLElement[][], from: HTMLElement): HTMLElement | undefined {
  const at = rows.findIndex((row) => row.includes(from))
  const row = rows[at] ?? []
  const i = row.indexOf(from)
  switch (key) {
    case 'ArrowRight':
      return row[i + 1]
    case 'ArrowLeft':
      return row[i - 1]
    case 'ArrowDown':
      return rows[at + 1] && atColumn(rows[at + 1] ?? [], columnOf(from))
    case 'ArrowUp':
      return rows[at - 1] && atColumn(rows[at - 1] ?? [], columnOf(from))
    case 'Home':
      return row[0]
    case 'End':
      return row.at(-1)
    default:
      return undefined
  }
}

/** Arrows, Home and End go round the spots of a board; keys typed elsewhere in it are left alone. */
export function moveOnBoard(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target
  if (!(from instanceof HTMLElement) || from.dataset['spot'] === undefined) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')].map(spotsIn)
  const to = aimOf(event.key, rows, from)
  if (!to) return
  event.preventDefault()
  to.focus()
}

/** Gives focus to a spot, or to the first one if that is gone. */
export function focusSpot(board: HTMLElement, key: string): void {
  const spots = spotsIn(board)
  const spot = spots.find((each) => each.dataset['spot'] === key) ?? spots[0]
  spot?.focus()
}
