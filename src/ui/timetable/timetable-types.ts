import type { ReactNode } from 'react'

/** How a lane is drawn: six patterns that stay apart in grey, in sunlight and in print. */
export type LanePattern = 'solid' | 'stripe' | 'dots' | 'grid' | 'dash' | 'bars'

export interface Slot {
  id: string
  /** "09:15" */
  start: string
  end: string
  /** What the school calls it: "Lesson 1", "Lunch". */
  title?: string | undefined
}

export interface Lane {
  id: string
  label: string
  pattern: LanePattern
}

export interface TimetableCell {
  id: string
  slot: string
  /** Whose it is; 'all' is the whole team. */
  lanes: readonly string[] | 'all'
  title: string
  detail?: ReactNode
  current?: boolean | undefined
  mine?: boolean | undefined
  to?: string | undefined
  /** A warning in words: "Ivo is in two places". */
  warning?: string | undefined
}

export interface TimetableProps {
  /** What the table is of: "Tuesday 18 November, six reviewers". */
  caption: string
  slots: readonly Slot[]
  lanes: readonly Lane[]
  cells: readonly TimetableCell[]
  /** The id of the slot that is on now. */
  now?: string | undefined
}
