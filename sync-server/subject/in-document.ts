import * as Y from 'yjs'
import { rawRecords } from '../../src/crdt/records.ts'
import { patternOf } from '../erasure/targets.ts'

export interface Hit {
  readonly where: 'text' | 'deleted text' | 'withheld'
  /** Record id, or '' where it is not known any more. */
  readonly record: string
  /** What kind of record it is, e.g. `note`. */
  readonly type: string
  readonly excerpt: string
}

/** Characters on either side of a name: enough to see what is said of them. */
const AROUND = 120
/** Kept for the school's DSL to decide about, whoever asks. */
const FOR_THE_DSL = new Set(['dsl-route'])

export function excerptsIn(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) =>
    text.slice(Math.max(0, index - AROUND), index + found.length + AROUND),
  )
}

/** Every string of a value, each a line. */
function sayAll(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || typeof value !== 'object') return ''
  return Object.values(value).map(sayAll).filter(Boolean).join('\n')
}

type SharedType = NonNullable<ReturnType<Y.Doc['share']['get']>>

/** Runs of characters and values that were deleted, wherever they stood. */
function* deletedTexts(type: SharedType): Generator<string> {
  let all = ''
  let left = ''
  for (let item = type._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) continue
    all += item.content.str
    if (!item.deleted) left += item.content.str
  }
  if (all !== left) yield all
  for (const last of type._map.values())
    for (let item: Y.Item | null = last; item !== null; item = item.left) {
      if (item.content instanceof Y.ContentType) yield* deletedTexts(item.content.type)
      else if (item.deleted) yield item.content.getContent().map(sayAll).join('\n')
    }
}

/** Where a name stands in a document now, and where it stood before it was taken out. */
export function hitsIn(updates: readonly Uint8Array[], name: string): Hit[] {
  const pattern = patternOf(name)
  const doc = new Y.Doc({ gc: false })
  doc.transact(() => {
    for (const bytes of updates) Y.applyUpdate(doc, bytes)
  })
  const current = rawRecords(doc).flatMap((raw): Hit[] => {
    const record = String(raw['id'])
    const type = String(raw['type'])
    return excerptsIn(sayAll(raw), pattern).map((excerpt) =>
      FOR_THE_DSL.has(type)
        ? { where: 'withheld', record, type, excerpt: '' }
        : { where: 'text', record, type, excerpt },
    )
  })
  const before = [...doc.share.values()].flatMap((type) =>
    [...deletedTexts(type)].flatMap((text) => excerptsIn(text, pattern)),
  )
  const deleted = before.map((excerpt): Hit => ({
    where: 'deleted text',
    record: '',
    type: '',
    excerpt,
  }))
  return [...current, ...deleted]
}
