import { z } from 'zod'
import { defineRecord } from '../record.ts'
import { type GateFacts, QLA_STAGES, stageOf } from './gate.ts'
import type { GradesEntered } from './grades.ts'
import { satPlaces } from './grid.ts'
import { rowTotal } from './totals.ts'

const progressSchema = z.object({
  id: z.string(),
  by: z.string(),
  madeAt: z.number(),
  /** Pupils whose every question is marked, of those who sat it. */
  marked: z.number().int().min(0),
  sat: z.number().int().min(0),
  stage: z.enum(QLA_STAGES),
})
export type Progress = z.infer<typeof progressSchema>
/** How far a paper is, for lists that do not open its marks: as of `madeAt`. */
export const progressRecord = defineRecord({ type: 'qla-progress', schema: progressSchema })

export type HowFar = Pick<Progress, 'marked' | 'sat' | 'stage'>

export function progressOf(facts: GateFacts, entered: readonly GradesEntered[]): HowFar {
  const sat = satPlaces(facts.grid)
  const marked = sat.filter((place) => rowTotal(facts.grid, place).open === 0).length
  return { marked, sat: sat.length, stage: stageOf(facts, entered) }
}

/** The one that was written last: two devices may have made one each. */
export const latestProgress = (records: readonly Progress[]): Progress | null =>
  records.toSorted((a, b) => b.madeAt - a.madeAt || (a.id < b.id ? -1 : 1))[0] ?? null
