import * as Y from 'yjs'

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
