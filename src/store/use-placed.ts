import { useLiveQuery } from 'dexie-react-hooks'
import type { RecordType } from '../domain/record.ts'
import { useDesk } from './react.tsx'

/** A record of the index with the document that it lies in. */
export interface Placed<T> {
  readonly doc: string
  readonly record: T
}

/**
 * Records of one type from every document on this device, newest first: also of documents that nobody
 * would look in, such as those of a year that a wrong clock made up.
 */
export function usePlacedRecords<T>(type: RecordType<T>, limit = 2000): readonly Placed<T>[] {
  const { db } = useDesk()
  const rows = useLiveQuery(async () => {
    const found = await db.index
      .where('[type+doc+at]')
      .between([type.type, '', -Infinity], [type.type, '\uffff', Infinity])
      .reverse()
      .limit(limit)
      .toArray()
    // Last of all: a live query must not ask the database after it waited for anything else.
    return db.rows.index.open(found)
  }, [db, type.type, limit])
  return (rows ?? []).flatMap(({ doc, data }) => {
    const read = type.read(data)
    return read.ok ? [{ doc, record: read.value }] : []
  })
}
