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
  /** A warning in words: "Two have no group". */
  warning?: string | undefined
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
  /** Who is in it, by the names they go by here. */
  people?: readonly { readonly id: string; readonly name: string }[] | undefined
  /** A warning in words: "Ivo is in two places". */
  warning?: string | undefined
}

/** One place of a board that can be opened: a time, something that happens, or a free place. */
export type Spot =
  | { readonly kind: 'slot'; readonly slot: string }
  | { readonly kind: 'cell'; readonly slot: string; readonly cell: string }
  | { readonly kind: 'free'; readonly slot: string; readonly lane: string }

export interface TimetableProps {
  /** What the table is of: "Tuesday 18 November, six reviewers". */
  caption: string
  slots: readonly Slot[]
  lanes: readonly Lane[]
  cells: readonly TimetableCell[]
  /** The id of the slot that is on now. */
  now?: string | undefined
}
