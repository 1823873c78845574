import { useNarrow } from '../use-narrow.ts'
import { TimetableGrid } from './timetable-grid.tsx'
import { TimetableList } from './timetable-list.tsx'
import type { TimetableProps } from './timetable-types.ts'

/** The day of a team: a table of times by lanes, or on a phone a list by time with the lanes named. */
export function Timetable(props: TimetableProps) {
  const narrow = useNarrow()
  return narrow ? <TimetableList {...props} /> : <TimetableGrid {...props} />
}
