import type { MarkValue } from '../../../domain/qla/grid.ts'
import type { Place } from './route.ts'
import { type RowTotal, type Sheet, totalOf } from './sheet.ts'

/** One pupil's row as it is drawn; the same object until something in it changes. */
export interface RowView {
  readonly cells: readonly (readonly MarkValue[])[]
  readonly total: RowTotal
  /** Why there are no marks, in words; null for one who sat. */
  readonly away: string | null
  /** Place of the cell that keys go to, where it is in this row. */
  readonly active: number | null
}

export interface Progress {
  readonly marked: number
  readonly of: number
  readonly clashes: number
}

/** The rows of a sheet as they are drawn: each is read again when something in it changes, and then only it. */
export class SheetRows {
  readonly #sheet: Sheet
  readonly #activeIn: (pupil: number) => number | null
  readonly #totals = new Map<number, RowTotal>()
  readonly #views = new Map<number, RowView>()
  readonly #listeners = new Map<number, Set<() => void>>()
  #progress: Progress | null = null
  #clashes: readonly Place[] | null = null

  /** @param activeIn place of the cell in use, where it is in that pupil's row */
  constructor(sheet: Sheet, activeIn: (pupil: number) => number | null) {
    this.#sheet = sheet
    this.#activeIn = activeIn
  }

  total(pupil: number): RowTotal {
    const known = this.#totals.get(pupil)
    if (known) return known
    const total = totalOf(this.#sheet, pupil)
    this.#totals.set(pupil, total)
    return total
  }

  /** Whether somebody typed something into each of the row's cells. */
  isFull(pupil: number): boolean {
    const { marked, clashes } = this.total(pupil)
    return marked + clashes === this.#sheet.items.length
  }

  view(pupil: number): RowView {
    const known = this.#views.get(pupil)
    if (known) return known
    const sheet = this.#sheet
    const view: RowView = {
      cells: sheet.items.map((_, item) => sheet.at(pupil, item)),
      total: this.total(pupil),
      away: sheet.pupils[pupil]?.away ?? null,
      active: this.#activeIn(pupil),
    }
    this.#views.set(pupil, view)
    return view
  }

  on(pupil: number, tell: () => void): () => void {
    const listeners = this.#listeners.get(pupil) ?? new Set()
    this.#listeners.set(pupil, listeners.add(tell))
    return () => listeners.delete(tell)
  }

  /** Marks that are in, of those that there will be. */
  progress(): Progress {
    if (this.#progress) return this.#progress
    const { pupils, items } = this.#sheet
    const progress = { marked: 0, of: 0, clashes: 0 }
    pupils.forEach(({ away }, pupil) => {
      if (away !== null) return
      const { marked, clashes } = this.total(pupil)
      progress.of += items.length
      progress.marked += marked
      progress.clashes += clashes
    })
    return (this.#progress = progress)
  }

  /** Cells in which two marks stand; the same list until one of them changes. */
  clashes(): readonly Place[] {
    if (this.#clashes) return this.#clashes
    const { pupils, items } = this.#sheet
    const inRow = (pupil: number): Place[] =>
      items.flatMap((_, item) => (this.#sheet.at(pupil, item).length > 1 ? [{ pupil, item }] : []))
    return (this.#clashes = pupils.flatMap((_, pupil) =>
      this.total(pupil).clashes === 0 ? [] : inRow(pupil),
    ))
  }

  /** Marks of this row changed. */
  changed(pupil: number) {
    const before = this.#totals.get(pupil)
    this.#totals.delete(pupil)
    this.#progress = null
    // Looked for again only where there were or are any: most keys change none.
    if ((before?.clashes ?? 0) + this.total(pupil).clashes > 0) this.#clashes = null
    this.redraw(pupil)
  }

  /** Everything is read anew. */
  renew() {
    this.#totals.clear()
    this.#progress = null
    this.#clashes = null
    this.#views.clear()
    for (const listeners of this.#listeners.values()) for (const tell of listeners) tell()
  }

  redraw(pupil: number) {
    this.#views.delete(pupil)
    for (const tell of this.#listeners.get(pupil) ?? []) tell()
  }
}
