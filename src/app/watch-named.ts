import { liveQuery } from 'dexie'
import type { CorridorDatabase } from '../store/db.ts'
import type { IndexRow } from '../store/ports.ts'

export interface Named {
  readonly get: () => readonly string[]
  readonly stop: () => void
}

/**
 * Documents that are named by records of one type on this device, so a list that grows with them.
 * @param namedBy the documents of one record that this person follows
 */
export function watchNamed(
  db: CorridorDatabase,
  type: string,
  namedBy: (row: IndexRow) => readonly string[],
  changed: () => void,
): Named {
  let names: readonly string[] = []
  const query = liveQuery(async () => {
    const found = await db.index
      .where('[type+doc+at]')
      .between([type, '', -Infinity], [type, '\uffff', Infinity])
      .toArray()
    return db.rows.index.open(found)
  })
  const watch = query.subscribe({
    next(rows) {
      const now = [...new Set(rows.flatMap((row) => namedBy(row)))].sort()
      if (now.join('\n') === names.join('\n')) return
      names = now
      changed()
    },
    // The header says what is wrong with the storage; what is named comes once that is over.
    error: () => undefined,
  })
  return { get: () => names, stop: () => watch.unsubscribe() }
}
