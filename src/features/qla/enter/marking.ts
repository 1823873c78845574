import type { MarkValue } from '../../../domain/qla/grid.ts'
import type { Command } from './keys.ts'
import {
  beside,
  besideLine,
  cornerOf,
  firstIn,
  isInPart,
  type Order,
  type Part,
  type Place,
  type Route,
  stepFrom,
} from './route.ts'
import { refusal, sayMark } from './marking-words.ts'
import type { Sheet } from './sheet.ts'
import { SheetRows } from './sheet-rows.ts'

/** What a screen reader says, and what stands under the grid. */
export interface Said {
  readonly text: string
  /** Refusals interrupt; the rest waits its turn. */
  readonly urgent: boolean
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
  readonly #rows: SheetRows
  /** Version of the sheet that the rows were read from. */
  #read: number
  readonly #listeners = new Set<() => void>()

  constructor(sheet: Sheet) {
    this.sheet = sheet
    this.#part = this.whole
    this.#rows = new SheetRows(sheet, (pupil) =>
      this.#place.pupil === pupil ? this.#place.item : null,
    )
    this.#read = sheet.version()
  }

  /** Follows the sheet until the returned function is called. */
  start(): () => void {
    // Drawn once already, and mostly nothing has changed since: a cohort is not drawn twice.
    if (this.#read !== this.sheet.version()) this.#rowsChanged(() => this.#rows.renew())
    return this.sheet.watch((pupil) => this.#rowsChanged(() => this.#rows.changed(pupil)))
  }

  #rowsChanged(take: () => void) {
    this.#read = this.sheet.version()
    take()
    this.#tell()
  }

  get whole(): Part {
    const { pupils, items } = this.sheet
    return {
      pupils: [0, Math.max(0, pupils.length - 1)],
      items: [0, Math.max(0, items.length - 1)],
    }
  }

  place = (): Place => this.#place
  order = (): Order => this.#order
  said = (): Said => this.#said
  canUndo = (): boolean => this.#done.length > 0

  progress = () => this.#rows.progress()
  row = (pupil: number) => this.#rows.view(pupil)
  onRow = (pupil: number, tell: () => void) => this.#rows.on(pupil, tell)
  clashes = () => this.#rows.clashes()

  subscribe = (tell: () => void): (() => void) => {
    this.#listeners.add(tell)
    return () => this.#listeners.delete(tell)
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
    if (before.pupil !== place.pupil) this.#rows.redraw(before.pupil)
    this.#rows.redraw(place.pupil)
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
    const isFull = (pupil: number) => this.#rows.isFull(pupil)
    return firstIn(
      this.#part,
      this.#order,
      (pupil, item) =>
        !isFull(pupil) && this.#sits(pupil) && this.sheet.at(pupil, item).length === 0,
    )
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
