import * as Y from 'yjs'
import type { Change, FieldChange } from '../domain/history.ts'
import type { RawRecord } from '../domain/record.ts'
import { changedRecords, rawRecord, recordsOf } from './records.ts'

/** A row of the relay's log, as far as its history needs it. */
export interface HistoryRow {
  readonly seq: number
  readonly person: string
  readonly device: string
  readonly madeAt: number
  readonly receivedAt: number
  readonly bytes: Uint8Array
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const UNSAID = new Set(['id', 'v', 'type'])

function fieldsBetween(before: RawRecord | undefined, after: RawRecord | undefined): FieldChange[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...names].flatMap((field) => {
    if (UNSAID.has(field) || same(before?.[field], after?.[field])) return []
    return [{ field, before: before?.[field], after: after?.[field] }]
  })
}

const isRemoved = (record: RawRecord | undefined) => typeof record?.['removedAt'] === 'number'

function kindOf(before: RawRecord | undefined, after: RawRecord | undefined): Change['kind'] {
  if (!after) return 'erased'
  if (!before) return 'made'
  if (isRemoved(before) === isRemoved(after)) return 'changed'
  return isRemoved(after) ? 'removed' : 'brought-back'
}

/**
 * Who did what to which record, row by row, from the rows of a whole document in their order. Says
 * nothing of what came to nothing: a row whose change another had taken the place of already.
 */
export function historyOfRows(rows: readonly HistoryRow[]): Change[] {
  const doc = new Y.Doc()
  const root = recordsOf(doc)
  const known = new Map<string, RawRecord>()
  const changes: Change[] = []
  let touched = new Set<string>()
  root.observeDeep((events) => {
    touched = new Set([...touched, ...changedRecords(doc, events)])
  })
  for (const { bytes, ...row } of rows) {
    touched = new Set()
    Y.applyUpdate(doc, bytes)
    for (const id of touched) {
      const record = root.get(id)
      const before = known.get(id)
      const after = record instanceof Y.Map ? rawRecord(id, record) : undefined
      if (after) known.set(id, after)
      else known.delete(id)
      const fields = fieldsBetween(before, after)
      if (fields.length === 0 && before && after) continue
      const type = (after ?? before)?.['type']
      const named = typeof type === 'string' ? type : ''
      changes.push({ ...row, record: id, type: named, kind: kindOf(before, after), fields })
    }
  }
  return changes
}
