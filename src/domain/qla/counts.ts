import { z } from 'zod'
import { defineRecord } from '../record.ts'

const line = (length: number) => z.string().max(length).default('')
/** A number of pupils; null where it was masked. */
const masked = z.number().int().min(0).nullable()

const shareSchema = z.object({
  /** Question (12b) or code (6C7a). */
  name: z.string().max(20),
  /** Marks of one pupil. */
  marks: z.number().int().min(0),
  /** Marks gained by those in `n`, 0 to 1; null where they are too few. */
  facility: z.number().min(0).max(1).nullable(),
  n: masked,
})
export type CountedShare = z.infer<typeof shareSchema>

const groupSchema = z.object({
  /** PPG, not PPG, SEN support. */
  name: z.string().max(40),
  n: masked,
  mean: z.number().nullable(),
  atStandard: masked,
})

const countSchema = z.object({
  id: z.string(),
  by: z.string(),
  madeAt: z.number(),
  /** Last part of the name of the document that it was counted from. */
  sitting: z.string().max(80),
  /** Record id of the paper in the library; the same paper is the same at every school. */
  paper: line(40),
  paperName: line(160),
  subject: line(60),
  yearGroup: z.number().int().min(0).max(13).nullable().default(null),
  point: line(30),
  /** yyyy-mm-dd */
  on: line(10),
  outOf: z.number().int().min(0),
  cohort: masked,
  sat: masked,
  mean: z.number().nullable(),
  /** After the retest; null where there was none. */
  meanAfter: z.number().nullable().default(null),
  /** The boundary that `atStandard` is of, or ''. */
  standard: line(40),
  atStandard: masked,
  items: z.array(shareSchema).max(120),
  domains: z.array(shareSchema).max(120),
  groups: z.array(groupSchema).max(40),
  /** The paper was taken away. */
  removedAt: z.number().nullable().default(null),
})
export type QlaCount = z.infer<typeof countSchema>
/**
 * What of an analysis leaves the school, in `qla-counts/{urn}/{year}`: made anew when it changes, groups
 * under the trust's least number masked (C51). No pupil, no class and no teacher is in it.
 */
export const qlaCountRecord = defineRecord({ type: 'qla-count', schema: countSchema })

/** What is counted, whoever counted it and when. */
export type Counts = Omit<QlaCount, 'id' | 'by' | 'madeAt' | 'removedAt'>

/** A count, and the school whose it is. */
export interface PlacedCount {
  readonly doc: string
  readonly record: QlaCount
}

/** The newest count of each paper: two devices may have made one each. Papers taken away are left out. */
export function newestCounts<T extends PlacedCount>(rows: readonly T[]): T[] {
  const newest = new Map<string, T>()
  for (const row of rows.toSorted((a, b) => a.record.madeAt - b.record.madeAt))
    newest.set(`${row.doc} ${row.record.sitting}`, row)
  return [...newest.values()].filter(({ record }) => record.removedAt === null)
}
