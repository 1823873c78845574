import { type Where, whereIs } from '../domain/where.ts'
import type { Lost } from '../store/canary.ts'
import type { Documents } from '../store/documents.ts'
import type { PhotoTally } from '../store/photos/photo-rows.ts'
import type { Watched } from '../store/react.tsx'
import type { SyncClient } from '../sync/client.ts'

interface Sources {
  readonly documents: Documents
  readonly sync: SyncClient
  readonly lost: Lost
  /** Steps that the trust has not confirmed: they are not safe there either. */
  readonly proposals: Watched<number>
  readonly photos: Watched<PhotoTally>
}

/** The header's word, derived afresh whenever the store or the line changes. */
export function watchWhere({ documents, sync, lost, proposals, photos }: Sources): Watched<Where> {
  const listeners = new Set<() => void>()
  let dirty = false
  const changed = () => {
    dirty = true
    for (const tell of listeners) tell()
  }
  documents.subscribe(changed)
  sync.status.subscribe(changed)
  proposals.subscribe(changed)
  photos.subscribe(changed)
  const derive = (): Where => {
    const { inMemory, trouble, tally } = documents.state()
    const { signedOut, checkedAt, differing } = sync.status.get()
    const { all, safe } = photos.get()
    const gone = (lost.kind === 'rows' ? lost.unsent : 0) + tally.damaged
    return whereIs({
      inMemory,
      unsent: tally.unsent + proposals.get(),
      refused: tally.reason ? { count: tally.refused, reason: tally.reason } : null,
      storage: trouble ?? 'ok',
      lost: gone,
      differing: differing.length,
      signedOut,
      photos: { left: all - safe, all },
      checkedAt,
    })
  }
  let current = derive()
  return {
    get: () => {
      if (!dirty) return current
      dirty = false
      const now = derive()
      // The same word again is the same object: a header is not drawn anew at every key.
      if (JSON.stringify(now) !== JSON.stringify(current)) current = now
      return current
    },
    subscribe(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
  }
}
