import { type Where, whereIs } from '../domain/where.ts'
import type { Lost } from '../store/canary.ts'
import type { Documents } from '../store/documents.ts'
import type { Watched } from '../store/react.tsx'
import type { SyncClient } from '../sync/client.ts'

/** The header's word, derived afresh whenever the store or the line changes. */
export function watchWhere(documents: Documents, sync: SyncClient, lost: Lost): Watched<Where> {
  let current: Where | null = null
  const listeners = new Set<() => void>()
  const changed = () => {
    current = null
    for (const tell of listeners) tell()
  }
  documents.subscribe(changed)
  sync.status.subscribe(changed)
  const derive = (): Where => {
    const { inMemory, trouble, tally } = documents.state()
    const { signedOut, checkedAt, differing } = sync.status.get()
    const gone = (lost.kind === 'rows' ? lost.unsent : 0) + tally.damaged
    return whereIs({
      inMemory,
      unsent: tally.unsent,
      refused: tally.reason ? { count: tally.refused, reason: tally.reason } : null,
      storage: trouble ?? 'ok',
      lost: gone,
      differing: differing.length,
      signedOut,
      checkedAt,
    })
  }
  return {
    get: () => (current ??= derive()),
    subscribe(tell) {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
  }
}
