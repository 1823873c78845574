import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { RecordType } from '../domain/record.ts'
import { useDesk } from './react.tsx'

/** A record, and the document that it lies in. */
export interface Located<T> {
  readonly record: T
  readonly doc: string
}

export interface LocatedRecords<T> {
  readonly rows: readonly Located<T>[]
  /** Records that a newer version of the app wrote, or that cannot be read: kept, not shown. */
  readonly unreadable: number
  readonly loading: boolean
}

/** Every record of one type that this device holds, from the index, with where each lies. */
export function useLocated<T>(type: RecordType<T>): LocatedRecords<T> {
  const { db } = useDesk()
  const found = useLiveQuery(
    async () =>
      db.rows.index.open(
        await db.index
          .where('[type+doc+at]')
          .between([type.type, '', -Infinity], [type.type, '\uffff', Infinity])
          .toArray(),
      ),
    [db, type.type],
  )
  return useMemo(() => {
    const rows: Located<T>[] = []
    for (const { doc, data } of found ?? []) {
      const read = type.read(data)
      if (read.ok) rows.push({ record: read.value, doc })
    }
    return { rows, unreadable: (found?.length ?? 0) - rows.length, loading: found === undefined }
  }, [found, type])
}

/** ... or undefined while they are looked up. */
export function useLocatedRows<T>(type: RecordType<T>): readonly Located<T>[] | undefined {
  const { rows, loading } = useLocated(type)
  return loading ? undefined : rows
}
