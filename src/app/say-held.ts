import type { Held } from '../domain/wire/messages.ts'
import type { CorridorDatabase } from '../store/db.ts'
import type { Documents } from '../store/documents.ts'

/** Notes on this device by review, so that the team can see who is in. */
export async function countNotes(db: CorridorDatabase, person: string): Promise<Held['notes']> {
  const notes: Held['notes'] = {}
  const suffix = `/notes/${person}`
  const all = await db.index
    .where('[type+doc+at]')
    .between(['note', ''], ['note', '\uffff'])
    .toArray()
  const own = all.filter(({ doc }) => doc.endsWith(suffix))
  for (const { doc, data } of await db.rows.index.open(own)) {
    if (data['removedAt']) continue
    const review = doc.slice('review/'.length, -suffix.length)
    notes[review] = (notes[review] ?? 0) + 1
  }
  return notes
}

const SOON_MS = 400
/** Counting opens every note that is sealed here: not again and again while somebody types on. */
const GAP_MS = 2_000

/** Says what this device holds a moment after it changed. */
export function keepSaying(say: () => Promise<void>, documents: Documents): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let said = -Infinity
  const soon = () => {
    const wait = Math.max(SOON_MS, said + GAP_MS - performance.now())
    timer ??= setTimeout(() => {
      timer = undefined
      said = performance.now()
      // Storage trouble shows in the header already; the next change says it again.
      void say().catch(() => undefined)
    }, wait)
  }
  soon()
  const off = documents.subscribe(soon)
  return () => {
    off()
    clearTimeout(timer)
  }
}
