import type { MarkValue } from '../../src/domain/qla/grid.ts'
import type { Sheet } from '../../src/features/qla/enter/sheet.ts'

/** A sheet in memory with the same promises: two values in a cell are a clash that a choice settles. */
export function sheetOf(
  pupils: number,
  maxima: readonly number[],
  away: Record<number, string> = {},
) {
  const cells = new Map<string, readonly MarkValue[]>()
  const watchers = new Set<(pupil: number) => void>()
  let version = 0
  const put = (pupil: number, item: number, values: readonly MarkValue[]) => {
    version++
    cells.set(`${pupil} ${item}`, values)
    for (const tell of watchers) tell(pupil)
  }
  const sheet: Sheet = {
    pupils: Array.from({ length: pupils }, (_, n) => ({
      id: String(n),
      name: `Pupil ${n + 1}`,
      away: away[n] ?? null,
    })),
    items: maxima.map((max, n) => ({ id: String(n), label: String(n + 1), max })),
    at: (pupil, item) => cells.get(`${pupil} ${item}`) ?? [],
    write(pupil, item, mark) {
      const before = sheet.at(pupil, item)
      put(pupil, item, mark === null ? [] : [mark])
      return before.length > 1 ? null : () => put(pupil, item, before)
    },
    version: () => version,
    watch(tell) {
      watchers.add(tell)
      return () => watchers.delete(tell)
    },
  }
  return { sheet, put }
}
