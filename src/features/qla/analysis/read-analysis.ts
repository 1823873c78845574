import { usedLast } from '../../../domain/qla/boundaries.ts'
import type { Counted } from '../../../domain/qla/feed.ts'
import {
  areaRecord,
  reteachRecord,
  retestRecord,
  waiverRecord,
} from '../../../domain/qla/follow-up.ts'
import type { GateFacts } from '../../../domain/qla/gate.ts'
import { enteredRecord, gradeRecord, movementRecord } from '../../../domain/qla/grades.ts'
import { type Grid, gridOf, type MarkSource } from '../../../domain/qla/grid.ts'
import { afterRetest, retestGrid } from '../../../domain/qla/retest.ts'
import type { QlaSettings } from '../../../domain/qla/settings.ts'
import {
  boundariesUsedRecord,
  componentRecord,
  liveComponents,
  type Sitting,
} from '../../../domain/qla/sitting.ts'
import { validityOf } from '../../../domain/qla/validity.ts'
import type { LiveDocument } from '../../../store/use-document.ts'
import { standing } from '../papers/use-library.ts'
import type { SittingRead } from '../sittings/use-sitting.ts'
import { rawOf } from './raw.ts'

/** What was made of the marks, and what is done about them. */
export const readFollowUp = (document: Pick<LiveDocument, 'all'>) => ({
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
export type FollowUp = ReturnType<typeof readFollowUp>

export interface Grids {
  /** Marks of the paper. */
  readonly grid: Grid
  /** Marks of the retest alone. */
  readonly again: Grid
  /** What counts after the retest. */
  readonly after: Grid
}

/** Where the marks of a paper and of its retest are read. */
export interface MarksRead {
  readonly marks: MarkSource
  readonly retest: MarkSource
}

/** What was read of a paper that is there. */
export type ReadHere = Pick<SittingRead, 'pupils' | 'items'> & { readonly sitting: Sitting }

export function gridsOf({ pupils, items, sitting }: ReadHere, marks: MarksRead): Grids {
  const grid = gridOf(pupils, items, marks.marks)
  const again = retestGrid(grid, marks.retest)
  return { grid, again, after: afterRetest(grid, again, sitting.retestRule) }
}

/** What is looked at before grades go to the mark book. */
export function gateFactsOf(
  { sitting, items }: ReadHere,
  grids: Grids,
  followUp: FollowUp,
  settings: QlaSettings,
): GateFacts {
  const validity =
    sitting.spiral && sitting.yearGroup !== null
      ? validityOf(items, sitting.yearGroup, settings.validity)
      : null
  return { sitting, ...grids, ...followUp, validity }
}

/** What is counted of a paper for those outside the school. */
export function countedOf(
  id: string,
  read: ReadHere,
  { grid, after }: Grids,
  { components, retests, boundaries }: FollowUp,
  marks: MarksRead,
): Counted {
  const { totals, outOf } = rawOf({ after, components, marks, pupils: read.pupils })
  return {
    sitting: id,
    head: read.sitting,
    first: grid,
    after: retests.length > 0 ? after : null,
    raw: totals,
    outOf,
    boundaries,
  }
}
