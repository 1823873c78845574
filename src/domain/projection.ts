import type { RawRecord } from './record.ts'

/** What lists and search read of a record, whatever its type. */
export interface Projected {
  readonly doc: string
  readonly id: string
  readonly type: string
  /** Sort key: `madeAt`, or 0 where a record has none. */
  readonly at: number
  readonly data: RawRecord
}

export const projectRecord = (doc: string, raw: RawRecord): Projected => ({
  doc,
  id: String(raw['id']),
  type: String(raw['type']),
  at: typeof raw['madeAt'] === 'number' ? raw['madeAt'] : 0,
  data: raw,
})
