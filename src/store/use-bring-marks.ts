import { useCallback } from 'react'
import { type MarkPlace, type MarksRoot, writeMark } from '../crdt/marks.ts'
import { createRecord, type Fields } from '../crdt/records.ts'
import type { MarkValue } from '../domain/qla/grid.ts'
import { componentRecord, handOf, markerRecord } from '../domain/qla/sitting.ts'
import { useDesk } from './react.tsx'

export interface BroughtMark {
  readonly place: MarkPlace
  readonly value: MarkValue
}

/** What a table has of a sitting. */
export interface BroughtTable {
  readonly of: MarksRoot
  readonly marks: readonly BroughtMark[]
  /** Other papers of the test that are added with their totals. */
  readonly components: readonly Fields[]
}

/**
 * Writes marks from a table into a sitting, all together, and resolves when they are on this device.
 * They are typed by a hand of their own, so a mark that is there already stays beside them until
 * somebody picks (C55).
 * @throws StorageFault if the sitting cannot be opened: nothing was written then
 */
export function useBringMarks(name: string): (table: BroughtTable) => Promise<void> {
  const { documents, me, now, newId, readOnly } = useDesk()
  return useCallback(
    async ({ of, marks, components }) => {
      if (readOnly || marks.length === 0) return
      const opened = await documents.open(name)
      const { doc } = opened
      const { device } = documents
      // Another hand for each table: one brought in later must not take the place of an earlier one.
      const hand = handOf(`${device} ${newId()}`, me.person)
      const made = { by: me.person, madeAt: now() }
      const author = { device, at: made.madeAt }
      const marker = { hand, person: me.person, device, table: true, ...made }
      doc.transact(() => {
        for (const component of components)
          createRecord(doc, componentRecord, newId(), { ...component, ...made }, author)
        createRecord(doc, markerRecord, newId(), marker, author)
        for (const { place, value } of marks) writeMark(doc, of, place, { hand, value })
      })
      await opened.flush()
    },
    [documents, me, now, newId, readOnly, name],
  )
}
