import { z } from 'zod'
import { defineRecord } from '../record.ts'
import type { ScrFix, ScrRow, SpotCheck } from './scr.ts'
import { errorsOf, fixOf } from './scr-errors.ts'
import { peopleOf } from './scr-sample.ts'

const count = z.number().int().min(0)

const resultSchema = z.object({
  id: z.string(),
  /** Record id of the spot check, in a document that few may open. */
  check: z.string(),
  /** yyyy-mm-dd */
  date: z.string(),
  /** People on the record. */
  people: count,
  /** Rows looked at. */
  rows: count,
  /** Rows without any error. */
  clean: count,
  checkMissing: count,
  dateMissing: count,
  dateInFuture: count,
  fixed: count,
  verified: count,
  by: z.string(),
  madeAt: z.number(),
})
export type ScrResult = z.infer<typeof resultSchema>

/** What those see who see only the result: counts, in `school/{urn}/{year}`. No row, no reference. */
export const scrResultRecord = defineRecord({ type: 'scr-result', schema: resultSchema })

export type ScrCounts = Omit<ScrResult, 'id' | 'by' | 'madeAt'>

export function resultOf(
  check: SpotCheck,
  rows: readonly ScrRow[],
  fixes: readonly ScrFix[],
): ScrCounts {
  const errors = errorsOf(rows, check)
  const of = (kind: string) => errors.filter((error) => error.kind === kind).length
  const found = errors.map((error) => fixOf(fixes, error)).filter((fix) => fix !== null)
  return {
    check: check.id,
    date: check.date,
    people: peopleOf(check.people),
    rows: rows.length,
    clean: rows.filter(({ id }) => !errors.some(({ row }) => row.id === id)).length,
    checkMissing: of('check_missing'),
    dateMissing: of('date_missing'),
    dateInFuture: of('date_in_future'),
    fixed: found.length,
    verified: found.filter(({ verifiedBy }) => verifiedBy !== '').length,
  }
}

/** One result a check, the newest check first; of two devices' results the one written last. */
export function resultsInOrder(results: readonly ScrResult[]): ScrResult[] {
  const latest = new Map<string, ScrResult>()
  for (const result of [...results].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1)))
    latest.set(result.check, result)
  return [...latest.values()].sort((a, b) => b.date.localeCompare(a.date) || b.madeAt - a.madeAt)
}

const some = (n: number, one: string, many: string) =>
  n === 0 ? [] : [`${n} ${n === 1 ? one : many}`]

/** The result in words: "10 of 48 people looked at: 7 without an error. 3 errors: …" */
export function sayResult(result: ScrCounts): string[] {
  const errors = result.checkMissing + result.dateMissing + result.dateInFuture
  const kinds = [
    ...some(result.checkMissing, 'check is missing', 'checks are missing'),
    ...some(result.dateMissing, 'date is missing', 'dates are missing'),
    ...some(result.dateInFuture, 'date lies in the future', 'dates lie in the future'),
  ]
  const looked =
    result.people === 0 ? `${result.rows} rows` : `${result.rows} of ${result.people} people`
  return [
    `${looked} looked at: ${result.clean} without an error.`,
    errors === 0
      ? 'No errors.'
      : `${errors} ${errors === 1 ? 'error' : 'errors'}: ${kinds.join(', ')}.`,
    ...(errors === 0
      ? []
      : [
          `Put right: ${result.fixed} of ${errors}. Looked at again: ${result.verified} of ${errors}.`,
        ]),
  ]
}
