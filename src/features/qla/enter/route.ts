import type { SharePlaces, Span } from '../../../domain/qla/share.ts'
import type { Step } from './keys.ts'

export interface Place {
  readonly pupil: number
  readonly item: number
}

/** Along one pupil's paper, or down one question. */
export type Order = 'pupil' | 'question'

/** The part of the sheet that this person marks. */
export type Part = SharePlaces

export interface Route {
  readonly part: Part
  readonly order: Order
  /** Whether a pupil has marks at all: who did not sit is passed over. */
  readonly sits: (pupil: number) => boolean
}

const within = (at: number, [from, to]: Span): boolean => at >= from && at <= to

export const isInPart = ({ pupil, item }: Place, { pupils, items }: Part): boolean =>
  within(pupil, pupils) && within(item, items)

/** The nearest pupil with marks from a place on, that one included, or null. */
function sitting(from: number, way: 1 | -1, [first, last]: Span, sits: Route['sits']) {
  for (let at = from; at >= first && at <= last; at += way) if (sits(at)) return at
  return null
}

const end = ([first, last]: Span, way: 1 | -1): number => (way === 1 ? last : first)
const start = ([first, last]: Span, way: 1 | -1): number => (way === 1 ? first : last)

/** The first or last place of a line: of the next pupil's paper, or of the next question. */
export function besideLine(place: Place, route: Route, way: 1 | -1): Place | null {
  const { part, order, sits } = route
  if (order === 'pupil') {
    const pupil = sitting(place.pupil + way, way, part.pupils, sits)
    return pupil === null ? null : { pupil, item: start(part.items, way) }
  }
  const item = place.item + way
  const pupil = sitting(start(part.pupils, way), way, part.pupils, sits)
  return pupil === null || !within(item, part.items) ? null : { pupil, item }
}

/** The place before or after this one in the order in which marks are typed, or null at the end of the part. */
export function beside(place: Place, route: Route, way: 1 | -1): Place | null {
  const { part, order, sits } = route
  if (order === 'pupil') {
    if (place.item !== end(part.items, way) && sits(place.pupil))
      return { pupil: place.pupil, item: place.item + way }
  } else {
    const pupil = sitting(place.pupil + way, way, part.pupils, sits)
    if (pupil !== null) return { pupil, item: place.item }
  }
  return besideLine(place, route, way)
}

/** The first place of a part that is as asked for, in the order in which marks are typed. */
export function firstIn(
  { pupils, items }: Part,
  order: Order,
  wanted: (pupil: number, item: number) => boolean,
): Place | null {
  const [outer, inner] = order === 'pupil' ? [pupils, items] : [items, pupils]
  for (let a = outer[0]; a <= outer[1]; a++)
    for (let b = inner[0]; b <= inner[1]; b++) {
      const [pupil, item] = order === 'pupil' ? [a, b] : [b, a]
      if (wanted(pupil, item)) return { pupil, item }
    }
  return null
}

const PAGE = 10

/** Where an arrow leads, which does not mind what is whose part. */
export function stepFrom({ pupil, item }: Place, step: Step, whole: Part): Place {
  const to: Readonly<Record<Step, Place>> = {
    up: { pupil: pupil - 1, item },
    down: { pupil: pupil + 1, item },
    left: { pupil, item: item - 1 },
    right: { pupil, item: item + 1 },
    first: { pupil, item: 0 },
    last: { pupil, item: whole.items[1] },
    'page-up': { pupil: pupil - PAGE, item },
    'page-down': { pupil: pupil + PAGE, item },
  }
  const inside = (at: number, [from, last]: Span) => Math.min(Math.max(at, from), last)
  const place = to[step]
  return { pupil: inside(place.pupil, whole.pupils), item: inside(place.item, whole.items) }
}

export const cornerOf = ({ pupils, items }: Part, at: 'first' | 'last'): Place => ({
  pupil: at === 'first' ? pupils[0] : pupils[1],
  item: at === 'first' ? items[0] : items[1],
})
