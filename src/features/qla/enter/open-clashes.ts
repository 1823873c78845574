import type { MarkPlace } from '../../../crdt/marks.ts'
import {
  type GridItem,
  type GridPupil,
  type MarkSource,
  type MarkValue,
  type TypedMark,
} from '../../../domain/qla/grid.ts'
import { sayItem } from '../../../domain/qla/paper.ts'
import { sayPupil } from '../words.ts'
import type { Place } from './route.ts'

/** A cell in which two marks stand. */
export interface OpenClash {
  readonly place: MarkPlace
  readonly at: Place
  readonly name: string
  readonly label: string
  readonly max: number
  readonly typed: readonly TypedMark[]
  /** The different marks, each once, those that the question can have. */
  readonly values: readonly MarkValue[]
}

/** Cells that somebody has to pick in, as they are shown. */
export function openClashes(
  places: readonly Place[],
  pupils: readonly GridPupil[],
  items: readonly GridItem[],
  marks: MarkSource,
): OpenClash[] {
  return places.flatMap((at) => {
    const pupil = pupils[at.pupil]
    const item = items[at.item]
    if (!pupil || !item) return []
    const typed = marks.typed(pupil.key, item.key)
    const all = [...new Set(typed.map(({ value }) => value))]
    const values = all.filter((value) => value === '.' || value <= item.max)
    const place = { pupil: pupil.key, item: item.key }
    const said = { name: sayPupil(pupil), label: sayItem(item), max: item.max }
    return [{ at, place, ...said, typed, values }]
  })
}
