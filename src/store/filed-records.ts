import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { RecordType } from '../domain/record.ts'
import { useDesk } from './react.tsx'

/** A record with the document that it lies in: what belongs to a school says so by its place only. */
export interface Filed<T> {
  readonly doc: string
  readonly row: T
}

/** Records of one type out of every document on this device, or undefined while they are looked up. */
export function useFiled<T>(type: RecordType<T>): readonly Filed<T>[] | undefined {
  const { db } = useDesk()
  const found = useLiveQuery(async () => {
    const keys = await db.index
      .where('[type+doc+at]')
      .between([type.type, '', -Infinity], [type.type, '\uffff', Infinity])
      .toArray()
    // Last of all: a live query must not ask the database after it waited for anything else.
    return db.rows.index.open(keys)
  }, [db, type.type])
  return useMemo(
    () =>
      found?.flatMap(({ doc, data }) => {
        const read = type.read(data)
        return read.ok ? [{ doc, row: read.value }] : []
      }),
    [found, type],
  )
}
