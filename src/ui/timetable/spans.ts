import type { Lane, TimetableCell } from './timetable-types.ts'

export interface Span {
  /** The neighbouring lanes that this table cell covers. */
  lanes: Lane[]
  cells: TimetableCell[]
}

/** The cells of one slot as table cells from left to right; what neighbours share becomes one wide cell. */
export function spansOf(lanes: readonly Lane[], cells: readonly TimetableCell[]): Span[] {
  const spans: Span[] = []
  for (const lane of lanes) {
    const here = cells.filter((cell) => cell.lanes === 'all' || cell.lanes.includes(lane.id))
    const last = spans.at(-1)
    if (last !== undefined && here.length > 0 && sameCells(last.cells, here)) last.lanes.push(lane)
    else spans.push({ lanes: [lane], cells: here })
  }
  return spans
}

function sameCells(one: readonly TimetableCell[], other: readonly TimetableCell[]): boolean {
  return one.length === other.length && one.every((cell, index) => cell.id === other[index]?.id)
}

/** Whose a cell is, in words. */
export function sayLanes(lanes: readonly Lane[], cell: TimetableCell): string {
  const whose = cell.lanes
  if (whose === 'all') return 'Whole team'
  return lanes
    .filter((lane) => whose.includes(lane.id))
    .map((lane) => lane.label)
    .join(', ')
}
