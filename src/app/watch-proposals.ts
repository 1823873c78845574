import { liveQuery } from 'dexie'
import type { CorridorDatabase } from '../store/db.ts'
import type { Watched } from '../store/react.tsx'
import { settable } from './watched.ts'

/** How many steps made here wait for the trust's word. */
export function watchProposals(db: CorridorDatabase): Watched<number> {
  const waiting = settable(0)
  const count = () => db.proposals.filter(({ declined }) => declined === null).count()
  liveQuery(count).subscribe({
    next: (n) => waiting.set(n),
    error: () => undefined, // The store is closed: the journal says so where it counts.
  })
  return waiting
}
