import * as Y from 'yjs'
import { changedRecords, recordsOf } from '../crdt/records.ts'
import type { CachedDocument } from './ports.ts'

const FROM_LOG = 'log'

/**
 * Bytes that make Yjs throw, which only a hostile colleague can write, must not hold up what comes
 * after them: then the rows are read in one by one. The fingerprint tells whether anything is missing.
 */
export function applyFromLog(doc: Y.Doc, updates: readonly Uint8Array[]) {
  const one = (bytes: Uint8Array) => Y.applyUpdate(doc, bytes, FROM_LOG)
  try {
    Y.transact(doc, () => updates.forEach(one), FROM_LOG, false)
  } catch {
    for (const bytes of updates)
      try {
        one(bytes)
      } catch {
        // The rows after it are read all the same.
      }
  }
}

/** Stands in while the cache is away. */
export const waiting = (kept: Uint8Array[]): CachedDocument => ({
  reach: { cursor: 0, journal: 0 },
  found: false,
  keep: (bytes) => void kept.push(bytes),
  saveReach: async () => undefined,
  close: async () => undefined,
})

interface Heard {
  /** A record of the document changed, by whoever. */
  readonly onChanged: (id: string) => void
  /** Something was typed here. */
  readonly onLocal: (bytes: Uint8Array) => void
}

/** Hears what happens in a document, as long as it lives. */
export function listenTo(doc: Y.Doc, { onChanged, onLocal }: Heard) {
  let listening = false
  recordsOf(doc).observeDeep((events) => {
    for (const id of changedRecords(doc, events)) onChanged(id)
  })
  const onUpdate = (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, tr: Y.Transaction) => {
    if (tr.local) onLocal(bytes)
  }
  // Yjs encodes what was applied again for whoever listens: nobody does while it comes from the log.
  doc.on('beforeTransaction', (tr: Y.Transaction) => {
    if (!tr.local || listening) return
    listening = true
    doc.on('update', onUpdate)
  })
  doc.on('afterAllTransactions', () => {
    if (listening) doc.off('update', onUpdate)
    listening = false
  })
}
