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
import type { GateFacts } from '../../../domain/qla/gate.ts'
import { enteredRecord, gradeRecord, movementRecord } from '../../../domain/qla/grades.ts'
import { usedLast } from '../../../domain/qla/boundaries.ts'
import { type Grid, gridOf } from '../../../domain/qla/grid.ts'
import { afterRetest, retestGrid } from '../../../domain/qla/retest.ts'
import { qlaSettingsRecord, type QlaSettings, settingsOf } from '../../../domain/qla/settings.ts'
import {
  boundariesUsedRecord,
  componentRecord,
  gridItems,
  gridPupils,
  liveComponents,
  type Sitting,
  sittingItemRecord,
  sittingPupilRecord,
  sittingRecord,
} from '../../../domain/qla/sitting.ts'
import { validityOf } from '../../../domain/qla/validity.ts'
import type { RecordType } from '../../../domain/record.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { type LiveMarks, useBoard, useMarks } from '../../../store/use-marks.ts'
import { type SittingAddress, useAddress } from './paths.ts'

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
    boundaries: usedLast(doc.all(boundariesUsedRecord).rows),
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

interface Grids {
  /** Marks of the paper. */
  readonly grid: Grid
  /** Marks of the retest alone. */
  readonly again: Grid
  /** What counts after the retest. */
  readonly after: Grid
}

/** @param _version of the boards: they change in place, and it says when */
function gridsOf(read: SittingRead, marks: LiveMarks, _version: number): Grids {
  const grid = gridOf(read.pupils, read.items, marks.marks)
  const again = retestGrid(grid, marks.retest)
  const after = afterRetest(grid, again, read.sitting?.retestRule ?? 'replace')
  return { grid, again, after }
}

/** The trust's own numbers, from its library of papers. */
export const useQlaSettings = () => settingsOf(useRecords(qlaSettingsRecord, ['papers']).rows)

/** A sitting as this device holds it, with its marks, open for whoever may write it. */
export interface AnalysisHere extends SittingRead, Grids {
  readonly at: SittingAddress
  readonly name: DocumentName
  readonly sitting: Sitting
  readonly writes: boolean
  /** What is looked at before grades go to the mark book. */
  readonly facts: GateFacts
  /** Whether this person may let a step be left out. */
  readonly waives: boolean
  readonly doc: LiveDocument
  readonly marks: LiveMarks
  readonly settings: QlaSettings
  /** Makes a record of this sitting, by me and now. */
  readonly add: (type: RecordType<unknown>, fields: Fields) => string | null
}

export type AnalysisFound =
  | { readonly kind: 'not-open' | 'opening' | 'missing' }
  | { readonly kind: 'here'; readonly here: AnalysisHere }

const NOWHERE = 'qla/000000/0000-00/none' as DocumentName

function factsOf(
  read: SittingRead & { readonly sitting: Sitting },
  { grid, again }: Grids,
  { validity }: QlaSettings,
): GateFacts {
  const { sitting, items } = read
  const checked =
    sitting.spiral && sitting.yearGroup !== null
      ? validityOf(items, sitting.yearGroup, validity)
      : null
  return { ...read, grid, again, validity: checked }
}

/** The sitting of the address, read anew whenever a mark or a record of it changes. */
export function useAnalysis(): AnalysisFound {
  const { me, now } = useDesk()
  const address = useAddress()
  const at = { urn: address('urn'), year: address('year'), sitting: address('sitting') }
  const ref = parseDocumentName(`qla/${at.urn}/${at.year}/${at.sitting}`)
  const open = ref.ok && may(me, 'read', ref.value) ? ref.value : null
  const name = open ? documentName(open) : NOWHERE
  const doc = useDocument(name)
  const marks = useMarks(name)
  const version = useBoard(marks.marks) + useBoard(marks.retest)
  const settings = useQlaSettings()
  const read = useMemo(() => readSitting(doc), [doc])
  const grids = useMemo(() => gridsOf(read, marks, version), [read, marks, version])
  if (!open) return { kind: 'not-open' }
  if (!doc.ready || !marks.ready) return { kind: 'opening' }
  const { sitting } = read
  if (sitting === null) return { kind: 'missing' }
  const add = (type: RecordType<unknown>, fields: Fields) =>
    doc.create(type, { by: me.person, madeAt: now(), ...fields })
  const writes = !doc.readOnly && may(me, 'write', open)
  const waives = writes && mayWaive(me, at.urn)
  const facts = factsOf({ ...read, sitting }, grids, settings)
  const own = { sitting, facts, at, name, writes, waives, doc, marks, settings, add }
  return { kind: 'here', here: { ...read, ...grids, ...own } }
}
