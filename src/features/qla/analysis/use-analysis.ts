import { useMemo } from 'react'
import type { Fields } from '../../../crdt/records.ts'
import { mayWaive } from '../../../domain/access/assessment.ts'
import { usedLast } from '../../../domain/qla/boundaries.ts'
import {
  areaRecord,
  reteachRecord,
  retestRecord,
  waiverRecord,
} from '../../../domain/qla/follow-up.ts'
import type { GateFacts } from '../../../domain/qla/gate.ts'
import { enteredRecord, gradeRecord, movementRecord } from '../../../domain/qla/grades.ts'
import { type Grid, gridOf } from '../../../domain/qla/grid.ts'
import { afterRetest, retestGrid } from '../../../domain/qla/retest.ts'
import type { QlaSettings } from '../../../domain/qla/settings.ts'
import {
  boundariesUsedRecord,
  componentRecord,
  liveComponents,
} from '../../../domain/qla/sitting.ts'
import { validityOf } from '../../../domain/qla/validity.ts'
import type { RecordType } from '../../../domain/record.ts'
import { useDesk } from '../../../store/react.tsx'
import type { LiveDocument } from '../../../store/use-document.ts'
import { type LiveMarks, useBoard, useMarks } from '../../../store/use-marks.ts'
import { standing, useQlaSettings } from '../papers/use-library.ts'
import type { SittingHere } from '../sittings/use-sitting.ts'

/** What was made of the marks, and what is done about them. */
const readFollowUp = (document: LiveDocument) => ({
  components: liveComponents(document.all(componentRecord).rows),
  boundaries: usedLast(document.all(boundariesUsedRecord).rows),
  areas: standing(document.all(areaRecord).rows),
  reteaches: standing(document.all(reteachRecord).rows),
  retests: standing(document.all(retestRecord).rows),
  waivers: document.all(waiverRecord).rows,
  grades: document.all(gradeRecord).rows,
  entered: document.all(enteredRecord).rows,
  movements: document.all(movementRecord).rows,
})
type FollowUp = ReturnType<typeof readFollowUp>

interface Grids {
  /** Marks of the paper. */
  readonly grid: Grid
  /** Marks of the retest alone. */
  readonly again: Grid
  /** What counts after the retest. */
  readonly after: Grid
}

/** @param _version of the boards: they change in place, and it says when */
function gridsOf(
  { pupils, items, sitting }: Pick<SittingHere, 'pupils' | 'items' | 'sitting'>,
  marks: LiveMarks,
  _version: number,
): Grids {
  const grid = gridOf(pupils, items, marks.marks)
  const again = retestGrid(grid, marks.retest)
  return { grid, again, after: afterRetest(grid, again, sitting.retestRule) }
}

/** A sitting with its marks and all that followed from them, open for whoever may write it. */
export interface AnalysisHere extends SittingHere, FollowUp, Grids {
  readonly marks: LiveMarks
  readonly settings: QlaSettings
  /** What is looked at before grades go to the mark book. */
  readonly facts: GateFacts
  /** Whether this person may let a step be left out. */
  readonly waives: boolean
  /** Makes a record of this sitting, by me and now. */
  readonly add: (type: RecordType<unknown>, fields: Fields) => string | null
}

/** Read anew whenever a mark or a record of the sitting changes; null until the marks are open. */
export function useAnalysis(here: SittingHere): AnalysisHere | null {
  const { me, now } = useDesk()
  const { document, sitting, items, pupils } = here
  const marks = useMarks(here.name)
  const version = useBoard(marks.marks) + useBoard(marks.retest)
  const settings = useQlaSettings()
  const followUp = useMemo(() => readFollowUp(document), [document])
  const grids = useMemo(
    () => gridsOf({ pupils, items, sitting }, marks, version),
    [pupils, items, sitting, marks, version],
  )
  if (!marks.ready) return null
  const validity =
    sitting.spiral && sitting.yearGroup !== null
      ? validityOf(items, sitting.yearGroup, settings.validity)
      : null
  const facts: GateFacts = { sitting, ...grids, ...followUp, validity }
  const waives = here.writes && mayWaive(me, here.at.urn)
  const add = (type: RecordType<unknown>, fields: Fields) =>
    document.create(type, { by: me.person, madeAt: now(), ...fields })
  return { ...here, ...followUp, ...grids, marks, settings, facts, waives, add }
}
