import type { MarkValue } from '../../../domain/qla/grid.ts'
import type { Command } from './keys.ts'
import {
  beside,
  besideLine,
  cornerOf,
  isInPart,
  type Order,
  type Part,
  type Place,
  type Route,
  stepFrom,
} from './route.ts'
import { refusal, sayMark } from './marking-words.ts'
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

/** What a screen reader says, and what stands under the grid. */
export interface Said {
  readonly text: string
  /** Refusals interrupt; the rest waits its turn. */
  readonly urgent: boolean
}

export interface Progress {
  readonly marked: number
  readonly of: number
  readonly clashes: number
}

const UNDO_STEPS = 1000
const QUIET: Said = { text: '', urgent: false }

interface Done {
  readonly place: Place
  readonly takeBack: () => void
}

/**
 * Marks as they are typed: which cell keys go to, what is refused, where it goes on. It draws nothing
 * and waits for nothing: a key changes the sheet before the next one is read, however fast they come.
 */
export class Marking {
  readonly sheet: Sheet
  #place: Place = { pupil: 0, item: 0 }
  #order: Order = 'pupil'
  #part: Part
  #begun = false
  readonly #done: Done[] = []
  #said = QUIET
  #progress: Progress | null = null
  #clashes: readonly Place[] | null = null
  readonly #totals: RowTotal[]
  readonly #views = new Map<number, RowView>()
  readonly #rowListeners = new Map<number, Set<() => void>>()
  readonly #listeners = new Set<() => void>()

  constructor(sheet: Sheet) {
    this.sheet = sheet
    this.#part = this.whole
    this.#totals = sheet.pupils.map((_, pupil) => totalOf(sheet, pupil))
  }

  /** Follows the sheet until the returned function is called. */
  start(): () => void {
    this.renew()
    return this.sheet.watch((pupil) => this.#rowChanged(pupil))
  }

  get whole(): Part {
    const { pupils, items } = this.sheet
    return {
      pupils: [0, Math.max(0, pupils.length - 1)],
      items: [0, Math.max(0, items.length - 1)],
    }
  }

  /** Everything is read anew: who sat has changed. */
  renew() {
    this.sheet.pupils.forEach((_, pupil) => this.#rowChanged(pupil))
  }

  place = (): Place => this.#place
  order = (): Order => this.#order
  said = (): Said => this.#said
  canUndo = (): boolean => this.#done.length > 0

  /** Marks that are in, of those that this part will have. */
  progress = (): Progress => (this.#progress ??= this.#count())

  #count(): Progress {
    const { pupils, items } = this.sheet
    let marked = 0
    let clashes = 0
    let of = 0
    pupils.forEach(({ away }, pupil) => {
      if (away !== null) return
      of += items.length
      marked += this.#totals[pupil]?.marked ?? 0
      clashes += this.#totals[pupil]?.clashes ?? 0
    })
    return { marked, of, clashes }
  }

  row = (pupil: number): RowView => {
    const known = this.#views.get(pupil)
    if (known) return known
    const { sheet } = this
    const view: RowView = {
      cells: sheet.items.map((_, item) => sheet.at(pupil, item)),
      total: this.#totals[pupil] ?? totalOf(sheet, pupil),
      away: sheet.pupils[pupil]?.away ?? null,
      active: this.#place.pupil === pupil ? this.#place.item : null,
    }
    this.#views.set(pupil, view)
    return view
  }

  onRow(pupil: number, tell: () => void): () => void {
    const listeners = this.#rowListeners.get(pupil) ?? new Set()
    this.#rowListeners.set(pupil, listeners.add(tell))
    return () => listeners.delete(tell)
  }

  subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell)
    return () => this.#listeners.delete(tell)
  }

  /** Cells in which two marks stand; the same list until one of them changes. */
  clashes = (): readonly Place[] => (this.#clashes ??= this.#findClashes())

  #findClashes(): Place[] {
    const { pupils, items } = this.sheet
    return pupils.flatMap((_, pupil) =>
      (this.#totals[pupil]?.clashes ?? 0) === 0
        ? []
        : items.flatMap((__, item) =>
            this.sheet.at(pupil, item).length > 1 ? [{ pupil, item }] : [],
          ),
    )
  }

  #rowChanged(pupil: number) {
    const before = this.#totals[pupil]
    const total = totalOf(this.sheet, pupil)
    this.#totals[pupil] = total
    this.#progress = null
    // Looked for again only where there were or are any: most keys change none.
    if ((before?.clashes ?? 0) + total.clashes > 0) this.#clashes = null
    this.#redraw(pupil)
    this.#tell()
  }

  #redraw(pupil: number) {
    this.#views.delete(pupil)
    for (const tell of this.#rowListeners.get(pupil) ?? []) tell()
  }

  #tell() {
    for (const tell of this.#listeners) tell()
  }

  #say(text: string, urgent = false) {
    this.#said = { text, urgent }
    this.#tell()
  }

  #sits = (pupil: number): boolean => this.sheet.pupils[pupil]?.away === null

  /** Through the part that is this person's; from outside it, through all of the sheet. */
  get #route(): Route {
    const part = isInPart(this.#place, this.#part) ? this.#part : this.whole
    return { part, order: this.#order, sits: this.#sits }
  }

  goTo(place: Place) {
    const before = this.#place
    this.#place = place
    if (before.pupil !== place.pupil) this.#redraw(before.pupil)
    this.#redraw(place.pupil)
    this.#tell()
  }

  setOrder(order: Order) {
    this.#order = order
    this.#tell()
  }

  /** From now on typing goes on inside this part; the first cell of it without a mark comes first. */
  setPart(part: Part) {
    // Said again, as when a pupil turns out to have been absent, it is no reason to leave the cell.
    if (this.#begun && JSON.stringify(part) === JSON.stringify(this.#part)) return
    this.#begun = true
    this.#part = part
    this.goTo(this.firstOpen() ?? { pupil: part.pupils[0], item: part.items[0] })
  }

  /** The first cell of the part that nobody has marked, in the order of typing. */
  firstOpen(): Place | null {
    const part = this.#part
    const route: Route = { part, order: this.#order, sits: this.#sits }
    let at: Place | null = { pupil: part.pupils[0], item: part.items[0] }
    if (!this.#sits(at.pupil)) at = beside(at, route, 1)
    while (at && this.sheet.at(at.pupil, at.item).length > 0) at = beside(at, route, 1)
    return at
  }

  run(command: Command) {
    switch (command.do) {
      case 'mark':
        return this.mark(command.value)
      case 'left-blank':
        return this.mark('.')
      case 'full':
        return this.mark(this.sheet.items[this.#place.item]?.max ?? 0)
      case 'rub-out':
        return this.#rubOut()
      case 'rub-out-back':
        return this.#rubOutBack()
      case 'undo':
        return this.undo()
      case 'go':
        return this.goTo(stepFrom(this.#place, command.step, this.whole))
      case 'corner':
        return this.goTo(cornerOf(this.whole, command.end))
      case 'next':
        return this.#on(beside(this.#place, this.#route, 1))
      case 'previous':
        return this.#on(beside(this.#place, this.#route, -1))
      case 'next-line':
        return this.#on(besideLine(this.#place, this.#route, 1))
      case 'leave':
        return this.#say('Tab now leaves the marks.')
    }
  }

  #on(place: Place | null) {
    if (place) this.goTo(place)
  }

  /** Keeps a mark in the cell that keys go to and goes on, or says why it cannot be. */
  mark(value: MarkValue) {
    const place = this.#place
    const refused = refusal(this.sheet, place, value)
    if (refused !== null) return this.#say(refused, true)
    this.#put(value)
    const next = beside(place, this.#route, 1)
    this.#say(sayMark(this.sheet, place, value, this.#endOf(place, next)))
    this.#on(next)
  }

  #endOf(place: Place, next: Place | null): 'part' | 'paper' | null {
    if (next === null) return 'part'
    return this.#order === 'pupil' && next.pupil !== place.pupil ? 'paper' : null
  }

  #put(mark: MarkValue | null) {
    const place = this.#place
    const takeBack = this.sheet.write(place.pupil, place.item, mark)
    if (takeBack) this.#done.push({ place, takeBack })
    if (this.#done.length > UNDO_STEPS) this.#done.shift()
  }

  #rubOut() {
    const { pupil, item } = this.#place
    if (this.sheet.at(pupil, item).length === 0) return
    this.#put(null)
    this.#say('Rubbed out: not marked yet')
  }

  /** Rubs out here; where nothing is, goes back by one cell, as people expect of this key. */
  #rubOutBack() {
    const { pupil, item } = this.#place
    if (this.sheet.at(pupil, item).length > 0) this.#rubOut()
    else this.#on(beside(this.#place, this.#route, -1))
  }

  /** Takes back the last thing typed here, and goes to where it was. */
  undo() {
    const last = this.#done.pop()
    if (!last) return this.#say('There is nothing to undo.')
    last.takeBack()
    this.goTo(last.place)
    this.#say('Undone')
  }
}
