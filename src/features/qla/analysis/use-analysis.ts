import { useMemo } from 'react'
import type { Fields } from '../../../crdt/records.ts'
import { mayWaive } from '../../../domain/access/assessment.ts'
import { may } from '../../../domain/access/table.ts'
import { documentName, type DocumentName, parseDocumentName } from '../../../domain/documents.ts'
import {
  areaRecord,
  reteachRecord,
  retestRecord,
  waiverRecord,
} from '../../../domain/qla/follow-up.ts'
import { enteredRecord, gradeRecord, movementRecord } from '../../../domain/qla/grades.ts'
import { gridOf } from '../../../domain/qla/grid.ts'
import { settingsOf, qlaSettingsRecord } from '../../../domain/qla/settings.ts'
import {
  boundariesUsedRecord,
  componentRecord,
  gridItems,
  gridPupils,
  liveComponents,
  sittingItemRecord,
  sittingPupilRecord,
  sittingRecord,
} from '../../../domain/qla/sitting.ts'
import type { RecordType } from '../../../domain/record.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { type LiveMarks, useBoard, useMarks } from '../../../store/use-marks.ts'
import { useAddress } from './paths.ts'

const standing = <T extends { removedAt: number | null }>(rows: readonly T[]): T[] =>
  rows.filter(({ removedAt }) => removedAt === null)

/** Every record of a sitting that the analysis reads. */
function readSitting(doc: LiveDocument) {
  const sittings = doc.all(sittingRecord)
  const items = doc.all(sittingItemRecord)
  const pupils = doc.all(sittingPupilRecord)
  return {
    sitting: sittings.rows[0] ?? null,
    items: gridItems(items.rows),
    pupils: gridPupils(pupils.rows),
    components: liveComponents(doc.all(componentRecord).rows),
    boundaries: doc.all(boundariesUsedRecord).rows.at(-1) ?? null,
    areas: standing(doc.all(areaRecord).rows),
    reteaches: standing(doc.all(reteachRecord).rows),
    retests: standing(doc.all(retestRecord).rows),
    waivers: doc.all(waiverRecord).rows,
    grades: doc.all(gradeRecord).rows,
    entered: doc.all(enteredRecord).rows,
    movements: doc.all(movementRecord).rows,
    unreadable: sittings.unreadable + items.unreadable + pupils.unreadable,
  }
}
type SittingRead = ReturnType<typeof readSitting>

/** The trust's own numbers, from its library of papers. */
export const useQlaSettings = () => settingsOf(useRecords(qlaSettingsRecord, ['papers']).rows)

/** A sitting as this device holds it, with its marks, open for whoever may write it. */
export interface AnalysisHere extends SittingRead {
  readonly urn: string
  readonly year: string
  readonly id: string
  readonly name: DocumentName
  readonly sitting: NonNullable<SittingRead['sitting']>
  readonly writes: boolean
  /** Whether this person may let a step be left out. */
  readonly waives: boolean
  readonly doc: LiveDocument
  readonly marks: LiveMarks
  readonly settings: ReturnType<typeof useQlaSettings>
  readonly grid: ReturnType<typeof gridOf>
  /** Makes a record of this sitting, by me and now. */
  readonly add: (type: RecordType<unknown>, fields: Fields) => string | null
}

export type AnalysisFound =
  | { readonly kind: 'not-open' | 'opening' | 'missing' }
  | { readonly kind: 'here'; readonly here: AnalysisHere }

const NOWHERE = 'qla/000000/0000-00/none' as DocumentName

/** The sitting of the address, read anew whenever a mark or a record of it changes. */
export function useAnalysis(): AnalysisFound {
  const { me, now } = useDesk()
  const address = useAddress()
  const [urn, year, id] = [address('urn'), address('year'), address('sitting')]
  const ref = parseDocumentName(`qla/${urn}/${year}/${id}`)
  const open = ref.ok && may(me, 'read', ref.value) ? ref.value : null
  const name = open ? documentName(open) : NOWHERE
  const doc = useDocument(name)
  const marks = useMarks(name)
  const version = useBoard(marks.marks) + useBoard(marks.retest)
  const settings = useQlaSettings()
  const read = useMemo(() => readSitting(doc), [doc])
  const grid = useMemo(
    () => gridOf(read.pupils, read.items, marks.marks),
    // The board changes in place: its version says when.
    [read, marks.marks, version],
  )
  if (!open) return { kind: 'not-open' }
  if (!doc.ready || !marks.ready) return { kind: 'opening' }
  const { sitting } = read
  if (sitting === null) return { kind: 'missing' }
  const add = (type: RecordType<unknown>, fields: Fields) =>
    doc.create(type, { by: me.person, madeAt: now(), ...fields })
  const writes = !doc.readOnly && may(me, 'write', open)
  const waives = writes && mayWaive(me, urn)
  return {
    kind: 'here',
    here: {
      ...read,
      sitting,
      urn,
      year,
      id,
      name,
      writes,
      waives,
      doc,
      marks,
      settings,
      grid,
      add,
    },
  }
}
