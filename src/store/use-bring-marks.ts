import { useCallback } from 'react'
import { type MarkPlace, writeMark } from '../crdt/marks.ts'
import { createRecord } from '../crdt/records.ts'
import type { MarkValue } from '../domain/qla/grid.ts'
import { handOf, markerRecord } from '../domain/qla/sitting.ts'
import { useDesk } from './react.tsx'

export interface BroughtMark {
  readonly place: MarkPlace
  readonly value: MarkValue
}

/**
 * Writes marks from a table into a sitting, all together. They are typed by a hand of their own, so a
 * mark that is there already stays beside them until somebody picks (C55).
 */
export function useBringMarks(name: string): (marks: readonly BroughtMark[]) => Promise<void> {
  const { documents, me, now, newId, readOnly } = useDesk()
  return useCallback(
    async (marks) => {
      if (readOnly || marks.length === 0) return
      const { doc } = await documents.open(name)
      const { device } = documents
      // Another hand for each table: one brought in later must not take the place of an earlier one.
      const hand = handOf(`${device} ${newId()}`, me.person)
      const made = { by: me.person, madeAt: now() }
      doc.transact(() => {
        createRecord(
          doc,
          markerRecord,
          newId(),
          { hand, person: me.person, device, ...made },
          { device, at: made.madeAt },
        )
        for (const { place, value } of marks) writeMark(doc, 'marks', place, { hand, value })
      })
    },
    [documents, me, now, newId, readOnly, name],
  )
}
