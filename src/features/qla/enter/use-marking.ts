import { useCallback, useSyncExternalStore } from 'react'
import type { Marking } from './marking.ts'
import type { RowView } from './sheet-rows.ts'

/** Follows one pupil's row and no other: a key draws one row anew, whatever the size of the class. */
export function useRow(marking: Marking, pupil: number): RowView {
  const subscribe = useCallback((tell: () => void) => marking.onRow(pupil, tell), [marking, pupil])
  return useSyncExternalStore(subscribe, () => marking.row(pupil))
}

export const usePlace = (marking: Marking) => useSyncExternalStore(marking.subscribe, marking.place)
export const useSaid = (marking: Marking) => useSyncExternalStore(marking.subscribe, marking.said)
export const useProgress = (marking: Marking) =>
  useSyncExternalStore(marking.subscribe, marking.progress)
export const useOrder = (marking: Marking) => useSyncExternalStore(marking.subscribe, marking.order)
export const useCanUndo = (marking: Marking) =>
  useSyncExternalStore(marking.subscribe, marking.canUndo)

/** The row that keys go to: the only one that must stay drawn wherever the eye is. */
export const useActiveRow = (marking: Marking): number =>
  useSyncExternalStore(marking.subscribe, () => marking.place().pupil)
export const useClashes = (marking: Marking) =>
  useSyncExternalStore(marking.subscribe, marking.clashes)

/** A pupil's total once every question is marked, null before: it changes at the end of a paper, not at each key. */
export const useWholeTotal = (marking: Marking, pupil: number): number | null =>
  useSyncExternalStore(marking.subscribe, () => {
    const { sum, marked } = marking.row(pupil).total
    return marked === marking.sheet.items.length ? sum : null
  })
