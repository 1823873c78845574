import type * as Y from 'yjs'
import { readMarks } from '../../../crdt/marks.ts'
import type { Counts } from '../../../domain/qla/counts.ts'
import { countsOf } from '../../../domain/qla/feed.ts'
import { missingForGrades } from '../../../domain/qla/gate.ts'
import { type HowFar, progressOf } from '../../../domain/qla/progress.ts'
import { type RepFacts, repPasses } from '../../../domain/qla/rep-pass.ts'
import type { QlaSettings } from '../../../domain/qla/settings.ts'
import { recordsIn } from '../../../store/records-in.ts'
import { countedOf, gateFactsOf, gridsOf, readFollowUp } from '../analysis/read-analysis.ts'
import { readSitting } from '../sittings/use-sitting.ts'

/** What lists and the trust are to see of a paper as it is now. */
export interface Upkeep {
  readonly progress: HowFar
  readonly counts: Counts
  readonly passes: readonly RepFacts[]
  /** Every mark is in: counts of half a class would mislead. */
  readonly whole: boolean
  /** Grades may be entered: from then on the trust is told without being asked. */
  readonly ready: boolean
  /** The paper was taken away. */
  readonly gone: boolean
}

/** @param id last part of the document's name */
export function readUpkeep(doc: Y.Doc, id: string, settings: QlaSettings): Upkeep | null {
  const records = recordsIn(doc)
  const { sitting, ...read } = readSitting(records)
  if (sitting === null) return null
  const here = { ...read, sitting }
  const marks = { marks: readMarks(doc, 'marks'), retest: readMarks(doc, 'retest') }
  const followUp = readFollowUp(records)
  const grids = gridsOf(here, marks)
  const facts = gateFactsOf(here, grids, followUp, settings)
  const progress = progressOf(facts, followUp.entered)
  const { grid: first, after } = grids
  return {
    progress,
    counts: countsOf(countedOf(id, here, grids, followUp, marks), settings),
    passes: repPasses(
      { sitting: id, head: sitting, areas: followUp.areas, first, after },
      settings,
    ),
    whole: progress.stage !== 'created',
    ready: missingForGrades(facts).length === 0,
    gone: sitting.removedAt !== null,
  }
}
