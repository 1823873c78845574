import { useCallback } from 'react'
import { changeRecord, createRecord } from '../crdt/records.ts'
import { useDesk } from './react.tsx'
import type { LiveDocument } from './use-document.ts'

/** What a step may do in a document. */
export type Writes = Pick<LiveDocument, 'create' | 'change'>

/**
 * Writes into a document that no screen shows: for a step taken from a list. Everything that `write`
 * does is kept together.
 */
export function useWriteIn(): (name: string, write: (to: Writes) => void) => Promise<void> {
  const { documents, now, newId, readOnly } = useDesk()
  return useCallback(
    async (name, write) => {
      if (readOnly) return
      const { doc } = await documents.open(name)
      const author = { device: documents.device, at: now() }
      doc.transact(() =>
        write({
          create(type, fields) {
            const id = newId()
            createRecord(doc, type, id, fields, author)
            return id
          },
          change: (type, id, fields) => changeRecord(doc, type, id, fields, author),
        }),
      )
    },
    [documents, now, newId, readOnly],
  )
}
