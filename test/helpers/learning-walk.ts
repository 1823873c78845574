import type { Choice } from '../../src/domain/choice.ts'
import {
  type Pick,
  pickRecord,
  type Rating,
  type Room,
  roomRecord,
  type Seen,
  seenRecord,
  type Walk,
  walkRecord,
} from '../../src/domain/learning-walk/walk.ts'
import type { RecordType } from '../../src/domain/record.ts'

type Fields = Readonly<Record<string, unknown>>

/** A choice as so many devices left it. */
export const said = <T>(...values: T[]): Choice<T> =>
  values.map((value, at) => ({ value, device: `d${at}`, at }))

/** A record as the app would read it from a document. */
export function read<T>(type: RecordType<T>, fields: Fields): T {
  const found = type.read({ type: type.type, v: 1, by: 'p23', madeAt: 1, ...fields })
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value
}

export const aWalk = (fields: Fields = {}): Walk =>
  read(walkRecord, {
    id: 'w',
    kind: 'learning_walk',
    focus: 'Start of lesson retrieval',
    date: '2026-11-19',
    ...fields,
  })

export const aRoom = (id: string, fields: Fields = {}): Room =>
  read(roomRecord, { id, walk: 'w', n: 1, place: 'Y2', ...fields })

/** A prompt in a room. */
export const SPOT = { strand: 'lessons', room: 'r1', prompt: 'q' } as const

export const rated = (by: string, rating: Rating | null, fields: Fields = {}): Seen =>
  read(seenRecord, {
    id: `${by}-${rating}`,
    walk: 'w',
    ...SPOT,
    by,
    rating: said(rating),
    ...fields,
  })

export const aPick = (id: string, rating: Rating, fields: Fields = {}): Pick =>
  read(pickRecord, {
    id,
    walk: 'w',
    ...SPOT,
    rating,
    between: ['emerging', 'secure'],
    ...fields,
  })
