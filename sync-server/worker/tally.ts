import { rawRecords } from '../../src/crdt/records.ts'
import { actionRecord } from '../../src/domain/actions/action.ts'
import { type Tallies, talliesOf } from '../../src/domain/actions/tally.ts'
import type * as Y from 'yjs'

/** Counts of a document's actions. Those that a newer app wrote are not counted: nobody can read them here. */
export const talliesIn = (doc: Y.Doc, today: string): Tallies =>
  talliesOf(
    rawRecords(doc).flatMap((raw) => {
      const read = actionRecord.read(raw)
      return read.ok ? [read.value] : []
    }),
    today,
  )
