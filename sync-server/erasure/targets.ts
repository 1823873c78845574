import * as Y from 'yjs'
import { ofPupil } from './pupil-marks.ts'

/** Clocks `from` up to and not including `to` of one clientID whose content is to be gone for good. */
export interface Range {
  readonly client: number
  readonly from: number
  readonly to: number
}

/**
 * What is to be erased from a document: some words wherever they stand, one record whole, or all. With a
 * pupil's record go their marks, and whatever else in the document is about them.
 */
export type Wanted =
  | { readonly words: string }
  | { readonly record: string }
  | { readonly everything: true }

type SharedType = NonNullable<ReturnType<Y.Doc['share']['get']>>

const REMOVED = '[removed]'
/** Where a document has what people typed; marks lie in maps of their own. */
const MAPS = ['records', 'marks', 'retest']

export const patternOf = (words: string): RegExp =>
  new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'gi')

function replaceDeep(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return value.replace(pattern, REMOVED)
  if (Array.isArray(value)) return value.map((inner) => replaceDeep(inner, pattern))
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replaceDeep(inner, pattern)]),
  )
}

const holds = (value: unknown, pattern: RegExp): boolean =>
  JSON.stringify(value ?? null).search(pattern) >= 0

const rangeOf = ({ id, length }: Y.Item): Range => ({
  client: id.client,
  from: id.clock,
  to: id.clock + length,
})

/** Every item of a type that there ever was, deleted ones too, in the order in which they lie. */
function* itemsOf(type: SharedType): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) yield item
  for (const last of type._map.values())
    for (let item: Y.Item | null = last; item !== null; item = item.left) yield item
}

function* allBelow(type: SharedType): Generator<Range> {
  for (const item of itemsOf(type)) {
    if (item.content instanceof Y.ContentType) yield* allBelow(item.content.type)
    else yield rangeOf(item)
  }
}

/** Words that stand in a row of characters, among those deleted too or among those that are left. */
function* inCharacters(type: SharedType, pattern: RegExp, alsoDeleted: boolean): Generator<Range> {
  const places: { client: number; clock: number }[] = []
  let text = ''
  for (let item = type._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString) || (item.deleted && !alsoDeleted)) continue
    text += item.content.str
    for (let i = 0; i < item.length; i++)
      places.push({ client: item.id.client, clock: item.id.clock + i })
  }
  for (const found of text.matchAll(pattern))
    for (const { client, clock } of places.slice(found.index, found.index + found[0].length))
      yield { client, from: clock, to: clock + 1 }
}

function* wordsIn(type: SharedType, pattern: RegExp): Generator<Range> {
  yield* inCharacters(type, pattern, true)
  yield* inCharacters(type, pattern, false)
  for (const item of itemsOf(type)) {
    const { content } = item
    if (content instanceof Y.ContentType) yield* wordsIn(content.type, pattern)
    else if (!(content instanceof Y.ContentString) && holds(content.getContent(), pattern))
      yield rangeOf(item)
  }
}

/** Where it stands or ever stood. @param doc loaded without throwing away what was deleted */
export function targetsIn(doc: Y.Doc, wanted: Wanted): Range[] {
  if ('words' in wanted)
    return [...doc.share.values()].flatMap((type) => [...wordsIn(type, patternOf(wanted.words))])
  if ('everything' in wanted) return [...doc.share.values()].flatMap((type) => [...allBelow(type)])
  const pupil = ofPupil(doc, wanted.record)
  const records = doc.getMap('records')
  return [
    ...[wanted.record, ...pupil.records].flatMap((id) => [...inEntry(records, id)]),
    ...pupil.marks.flatMap(({ root, key }) => [...inEntry(doc.getMap(root), key)]),
  ]
}

/** Everything that one entry of a map ever held. */
function* inEntry(map: Pick<SharedType, '_map'>, key: string): Generator<Range> {
  for (let item = map._map.get(key) ?? null; item !== null; item = item.left) {
    if (item.content instanceof Y.ContentType) yield* allBelow(item.content.type)
    else yield rangeOf(item)
  }
}

function takeFromText(text: Y.Text, pattern: RegExp) {
  for (const found of [...text.toString().matchAll(pattern)].reverse()) {
    text.delete(found.index, found[0].length)
    text.insert(found.index, REMOVED)
  }
}

function takeFrom(type: unknown, pattern: RegExp) {
  if (type instanceof Y.Text) takeFromText(type, pattern)
  if (!(type instanceof Y.Map)) return
  for (const [key, value] of type.entries()) {
    if (value instanceof Y.AbstractType) takeFrom(value, pattern)
    else if (holds(value, pattern)) type.set(key, replaceDeep(value, pattern))
  }
}

/**
 * Takes it out of what can be read now, as any change does, so that it reaches every device.
 * @returns the update, or null if nothing of it can be read now
 */
export function takeOut(doc: Y.Doc, wanted: Wanted): Uint8Array | null {
  let made: Uint8Array | null = null
  const keep = (bytes: Uint8Array) => {
    made = bytes
  }
  doc.on('update', keep)
  doc.transact(() => {
    const records = doc.getMap('records')
    if ('record' in wanted) {
      const pupil = ofPupil(doc, wanted.record)
      for (const id of [wanted.record, ...pupil.records]) records.delete(id)
      for (const { root, key } of pupil.marks) doc.getMap(root).delete(key)
    }
    if ('everything' in wanted) for (const root of MAPS) doc.getMap(root).clear()
    if ('words' in wanted) takeFrom(records, patternOf(wanted.words))
  })
  doc.off('update', keep)
  return made
}
