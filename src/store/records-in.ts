import type * as Y from 'yjs'
import { rawRecords } from '../crdt/records.ts'
import type { LiveDocument } from './use-document.ts'

/** Records of a document as they are this moment, for work that no screen waits for. */
export function recordsIn(doc: Y.Doc): Pick<LiveDocument, 'all'> {
  const raws = rawRecords(doc)
  return {
    all(type) {
      const read = raws.filter((raw) => raw['type'] === type.type).map((raw) => type.read(raw))
      const rows = read.flatMap((result) => (result.ok ? [result.value] : []))
      return { rows, unreadable: read.length - rows.length, loading: false }
    },
  }
}
