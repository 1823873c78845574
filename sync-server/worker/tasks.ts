import { type HistoryRow, historyOfRows } from '../../src/crdt/history.ts'
import { inspectUpdate } from '../../src/crdt/inspect.ts'
import * as Y from 'yjs'
import { contentDigest, isPending } from '../../src/crdt/canonical.ts'
import { reencode } from '../photos/reencode.ts'
import { carry } from './carry.ts'
import type { Compacted, Parts } from './port.ts'
import { talliesIn } from './tally.ts'

function load({ snapshot, rows }: Parts): Y.Doc {
  const doc = new Y.Doc()
  // One transaction for all: measured 40 times faster than mergeUpdates, which also keeps what was erased.
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const row of rows) Y.applyUpdate(doc, row)
  })
  if (isPending(doc)) throw new Error('Rows are missing')
  return doc
}

export function compact(parts: Parts): Compacted {
  const doc = load(parts)
  return { bytes: Y.encodeStateAsUpdate(doc), digest: contentDigest(doc) }
}

export const digest = (parts: Parts): string => contentDigest(load(parts))

export const tallies = (parts: Parts, today: string) => talliesIn(load(parts), today)

export const inspect = inspectUpdate

export const history = historyOfRows

/** One job for the worker thread. */
export type Task =
  | { readonly kind: 'compact' | 'digest'; readonly parts: Parts }
  | { readonly kind: 'history'; readonly rows: readonly HistoryRow[] }
  | { readonly kind: 'inspect' | 'picture'; readonly bytes: Uint8Array }
  | { readonly kind: 'carry'; readonly file: string }
  | { readonly kind: 'tallies'; readonly parts: Parts; readonly today: string }

export function perform(task: Task): unknown {
  switch (task.kind) {
    case 'compact':
      return compact(task.parts)
    case 'digest':
      return digest(task.parts)
    case 'inspect':
      return inspect(task.bytes)
    case 'history':
      return history(task.rows)
    case 'tallies':
      return tallies(task.parts, task.today)
    case 'carry':
      return carry(task.file)
    case 'picture':
      return reencode(task.bytes)
  }
}
