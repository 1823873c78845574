import { useLiveQuery } from 'dexie-react-hooks'
import { recordsBegunIn } from '../crdt/begun.ts'
import { useDesk } from './react.tsx'

export interface Unsent {
  /** Whether anything of the document is on this device alone. */
  readonly any: boolean
  /** Ids of the records that are on this device alone. */
  readonly begun: ReadonlySet<string>
}

/** What of a document the trust has not got yet; undefined while it is looked up. */
export function useUnsent(doc: string): Unsent | undefined {
  const { db } = useDesk()
  return useLiveQuery(async () => {
    const rows = await db.rows.journal.open(
      await db.journal.where('[state+doc]').equals(['unsent', doc]).toArray(),
    )
    // Bytes that could not be opened are empty; the header speaks of them.
    const updates = rows.map(({ bytes }) => bytes).filter(({ length }) => length > 0)
    return { any: rows.length > 0, begun: recordsBegunIn(updates) }
  }, [db, doc])
}
