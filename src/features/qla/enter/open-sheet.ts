import { cellOf, type GridItem, type GridPupil, type MarkValue } from '../../../domain/qla/grid.ts'
import { sayItem } from '../../../domain/qla/paper.ts'
import type { LiveMarks } from '../../../store/use-marks.ts'
import { sayAway, sayPupil } from '../words.ts'
import type { Sheet, SheetItem, SheetPupil } from './sheet.ts'

/** Cells of one mark are the same list each time: 14,400 of them are looked at when a sheet opens. */
const ONE = new Map<MarkValue, readonly MarkValue[]>()
function one(mark: MarkValue): readonly MarkValue[] {
  const known = ONE.get(mark) ?? [mark]
  ONE.set(mark, known)
  return known
}
const NONE: readonly MarkValue[] = []

/** The marks of a sitting as they are typed. What it stands on may change under it; it stays the same sheet. */
export class OpenSheet implements Sheet {
  #live: LiveMarks
  #lists: { readonly pupils: readonly GridPupil[]; readonly items: readonly GridItem[] }
  #pupils: readonly SheetPupil[] = []
  #items: readonly SheetItem[] = []
  #shows = 0

  constructor(live: LiveMarks, pupils: readonly GridPupil[], items: readonly GridItem[]) {
    this.#live = live
    this.#lists = { pupils, items }
    this.show(live, pupils, items)
  }

  /** From now on it is of these: who sat has changed, or the document is a fresh copy. */
  show(live: LiveMarks, pupils: readonly GridPupil[], items: readonly GridItem[]) {
    const { pupils: were, items: had } = this.#lists
    if (this.#shows > 0 && live === this.#live && pupils === were && items === had) return
    this.#shows++
    this.#live = live
    this.#lists = { pupils, items }
    this.#pupils = pupils.map((pupil) => ({
      id: pupil.key,
      name: sayPupil(pupil),
      away: sayAway(pupil.status),
    }))
    this.#items = items.map((item) => ({ id: item.key, label: sayItem(item), max: item.max }))
  }

  get pupils(): readonly SheetPupil[] {
    return this.#pupils
  }

  get items(): readonly SheetItem[] {
    return this.#items
  }

  version(): number {
    return this.#live.marks.version() + this.#shows
  }

  at(pupil: number, item: number): readonly MarkValue[] {
    const who = this.#lists.pupils[pupil]
    const question = this.#lists.items[item]
    if (!who || !question) return NONE
    const typed = this.#live.marks.typed(who.key, question.key)
    const [first] = typed
    if (first === undefined) return NONE
    if (typed.length === 1) return one(first.value)
    const { clash } = cellOf(typed, question.max)
    return clash.length === 0 ? one(first.value) : [...new Set(clash.map(({ value }) => value))]
  }

  write(pupil: number, item: number, mark: MarkValue | null): (() => void) | null {
    const who = this.#lists.pupils[pupil]
    const question = this.#lists.items[item]
    if (!who || !question) return null
    const place = { pupil: who.key, item: question.key }
    const live = this.#live
    const before = live.marks.typed(place.pupil, place.item)
    const own = before.find(({ hand }) => this.#isMine(hand))?.value ?? null
    const ofOthers = before.some(({ hand }) => !this.#isMine(hand))
    const settles = ofOthers && (mark === null || cellOf(before, question.max).clash.length > 0)
    const put = (value: MarkValue | null) => {
      if (value === null) this.#live.erase('marks', place)
      else this.#live.write('marks', place, value)
    }
    if (settles) live.pick('marks', place, mark)
    else put(mark)
    return settles ? null : () => put(own)
  }

  #isMine(hand: string): boolean {
    const { hand: here, personOf } = this.#live
    const person = personOf(hand)
    return hand === here || (person !== null && person === personOf(here))
  }

  watch(changed: (pupil: number) => void): () => void {
    const { marks } = this.#live
    const stops = this.#lists.pupils.map(({ key }, pupil) =>
      marks.subscribeRow(key, () => changed(pupil)),
    )
    return () => stops.forEach((stop) => stop())
  }
}
