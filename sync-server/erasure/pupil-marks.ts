import * as Y from 'yjs'
import { sittingPupilRecord } from '../../src/domain/qla/sitting.ts'

const ROOTS = ['marks', 'retest'] as const

type Mapped = Pick<Y.AbstractType<unknown>, '_map'>

function* historyOf(map: Mapped, key: string): Generator<Y.Item> {
  for (let item = map._map.get(key) ?? null; item !== null; item = item.left) yield item
}

function* valuesOf(map: Mapped, key: string): Generator<unknown> {
  for (const { content } of historyOf(map, key)) yield* content.getContent()
}

/** Keys under which the marks of a pupil lie, if that is what a record ever was. */
function keysOf(doc: Y.Doc, record: string): Set<string> {
  const keys = new Set<string>()
  for (const { content } of historyOf(doc.getMap('records'), record)) {
    if (!(content instanceof Y.ContentType)) continue
    const fields: Mapped = content.type
    if (![...valuesOf(fields, 'type')].includes(sittingPupilRecord.type)) continue
    for (const key of valuesOf(fields, 'key')) if (typeof key === 'string') keys.add(key)
  }
  return keys
}

/** What else lies in a document of a pupil whose record is erased. */
export interface OfPupil {
  /** Names of their marks in each root; none are personal in themselves. */
  readonly marks: readonly { readonly root: (typeof ROOTS)[number]; readonly key: string }[]
  /** Records that are about them: grades, movements, picks. */
  readonly records: readonly string[]
}

/** @param doc loaded without throwing away what was deleted */
export function ofPupil(doc: Y.Doc, record: string): OfPupil {
  const keys = keysOf(doc, record)
  if (keys.size === 0) return { marks: [], records: [] }
  const marks = ROOTS.flatMap((root) =>
    [...doc.getMap(root)._map.keys()].flatMap((key) =>
      keys.has(key.slice(0, key.indexOf('|'))) ? [{ root, key }] : [],
    ),
  )
  const all = doc.getMap('records')
  const records = [...all._map.keys()].filter((id) =>
    [...historyOf(all, id)].some(
      ({ content }) =>
        content instanceof Y.ContentType &&
        [...valuesOf(content.type, 'pupil')].some(
          (pupil) => typeof pupil === 'string' && keys.has(pupil),
        ),
    ),
  )
  return { marks, records }
}
