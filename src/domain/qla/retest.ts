import type { Retest } from './follow-up.ts'
import { type Cell, cellOf, type Grid, type MarkSource } from './grid.ts'
import type { RetestRule } from './settings.ts'

/** What counts of a first mark and the retest's: as the trust set it (HC04). A blank retest changes nothing. */
export function afterOf(first: Cell, again: Cell, rule: RetestRule): Cell {
  if (again.value === null) return again.clash.length > 0 ? again : first
  if (rule === 'replace' || first.value === null) return again
  return again.value > first.value ? again : first
}

/** The grid of a retest alone, under the same places. */
export function retestGrid(grid: Grid, marks: MarkSource): Grid {
  return {
    ...grid,
    cell(pupil, item) {
      const [p, i] = [grid.pupils[pupil], grid.items[item]]
      return cellOf(p && i ? marks.typed(p.key, i.key) : [], i?.max ?? 0)
    },
  }
}

/** The grid as it counts after the retest: scores and grades are worked out of this one. */
export function afterRetest(grid: Grid, again: Grid, rule: RetestRule): Grid {
  const cells = grid.pupils.map((_, pupil) =>
    grid.items.map((_item, item) => afterOf(grid.cell(pupil, item), again.cell(pupil, item), rule)),
  )
  return { ...grid, cell: (pupil, item) => cells[pupil]?.[item] ?? grid.cell(pupil, item) }
}

/** Cells that a retest opens: of those questions, each pupil who sat the paper and missed a mark. */
export function cellsToOpen(grid: Grid, items: readonly number[]): Record<string, string[]> {
  const open: Record<string, string[]> = {}
  for (const item of items) {
    const asked = grid.items[item]
    if (!asked) continue
    open[asked.key] = grid.pupils.flatMap(({ key, status }, pupil) => {
      const { value } = grid.cell(pupil, item)
      return status === 'sat' && value !== null && value < asked.max ? [key] : []
    })
  }
  return open
}

export const isOpen = ({ open }: Pick<Retest, 'open'>, pupil: string, item: string): boolean =>
  Object.hasOwn(open, item) && (open[item]?.includes(pupil) ?? false)

/** How far a retest is: its cells, those with a mark, and those that differ. */
export function retestDone(
  { open }: Pick<Retest, 'open'>,
  again: Grid,
): { readonly cells: number; readonly marked: number; readonly clashes: number } {
  let [cells, marked, clashes] = [0, 0, 0]
  again.items.forEach(({ key: item }, at) =>
    again.pupils.forEach(({ key: pupil }, of) => {
      if (!isOpen({ open }, pupil, item)) return
      cells++
      const { value, clash } = again.cell(of, at)
      if (value !== null) marked++
      if (clash.length > 0) clashes++
    }),
  )
  return { cells, marked, clashes }
}
