import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { TableJob, TextRow } from '../../src/domain/import/table.ts'
import {
  type Grid,
  type GridItem,
  type GridPupil,
  gridOf,
  type MarkSource,
} from '../../src/domain/qla/grid.ts'
import { retestGrid } from '../../src/domain/qla/retest.ts'
import { SCALE_IDS } from '../../src/domain/qla/scales.ts'
import { RETEST_RULES } from '../../src/domain/qla/settings.ts'
import { type BoundariesUsed, shortKeys } from '../../src/domain/qla/sitting.ts'
import {
  boundariesTable,
  itemsTable,
  pupilsTable,
  splitQuestion,
} from '../../src/domain/qla/tables.ts'
import { marksJob, type MarksOf, type PupilMarks } from '../../src/domain/qla/marks-table.ts'
import { readTableFile } from '../../src/ui/import/read-table-file.ts'

/*
 * One paper, class and set of boundaries in plain CSV files, as a school would bring them. A new folder
 * in test/fixtures/qla is another case, and nothing else has to be touched.
 */
const FOLDER = path.join(import.meta.dirname, '../fixtures/qla')
export const CASES: readonly string[] = readdirSync(FOLDER)

const numbers = z.record(z.string(), z.number())
const caseSchema = z.object({
  paper: z.object({
    name: z.string(),
    subject: z.string(),
    year: z.string(),
    yearGroup: z.number(),
    spiral: z.boolean(),
  }),
  boundaries: z.object({ scale: z.enum(SCALE_IDS), outOf: z.number(), standard: z.string() }),
  retestRule: z.enum(RETEST_RULES),
  /** Worked out apart from the code that is held against it. */
  expected: z.object({
    sat: z.number(),
    cohort: z.number(),
    total: numbers,
    mean: z.number(),
    max: z.number(),
    facility: numbers,
    domain: z.record(
      z.string(),
      z.object({ questions: z.array(z.string()), marks: z.number(), facility: z.number() }),
    ),
    omitted: numbers,
    focus: z.array(z.string()),
    totalAfter: numbers,
    meanAfter: z.number(),
    facilityAfter: numbers,
    raw: numbers,
    grades: numbers.optional(),
    atStandard: z.number(),
    pctOfSat: z.number(),
    pctOfCohort: z.number(),
    groups: z.record(
      z.string(),
      z.object({ n: z.number(), mean: z.number(), atStandard: z.number() }),
    ),
    near: z.object({ within: z.number(), pupils: z.array(z.string()) }).optional(),
  }),
})

async function rowsOf(folder: string, name: string): Promise<readonly TextRow[]> {
  const bytes = readFileSync(path.join(FOLDER, folder, name))
  const read = await readTableFile(new File([new Uint8Array(bytes)], name))
  if (!read.ok) throw new Error(`${name}: ${read.fault}`)
  return read.sheets[0]?.rows ?? []
}

async function tableOf<R>(folder: string, name: string, job: TableJob<R>): Promise<R[]> {
  const rows = await rowsOf(folder, name)
  const { headings, mapping } = job.guess(rows)
  const { good, bad } = job.read(rows, headings, mapping)
  if (bad.length > 0) throw new Error(`${name}: ${JSON.stringify(bad[0])}`)
  return good.map(({ value }) => value)
}

/** Marks and totals of a file, all of whose columns must mean something. */
async function readMarks(folder: string, name: string, of: MarksOf) {
  const rows = await rowsOf(folder, name)
  const job = marksJob(rows, of)
  const { headings, mapping } = job.guess(rows)
  const { good, bad } = job.read(rows, headings, mapping)
  const found = Object.values(mapping).filter((at) => at !== null)
  if (bad.length > 0 || found.length !== rows[headings]?.length)
    throw new Error(`${name}: ${JSON.stringify([bad[0], mapping])}`)
  return { rows: good.map(({ value }) => value), papers: job.newPapers.map(({ key }) => key) }
}

export const sourceOf = (rows: readonly PupilMarks[]): MarkSource => {
  const by = new Map(
    rows.flatMap(({ pupil, marks }) =>
      marks.map(({ item, value }) => [`${pupil}|${item}`, value] as const),
    ),
  )
  return {
    typed(pupil, item) {
      const value = by.get(`${pupil}|${item}`)
      return value === undefined ? [] : [{ hand: 'hand1', value }]
    },
  }
}

export interface QlaCase extends z.infer<typeof caseSchema> {
  readonly first: Grid
  readonly again: Grid
  readonly boundariesUsed: BoundariesUsed
  /** Totals of the test's other papers by pupil's key. */
  readonly others: readonly ReadonlyMap<string, number>[]
  /** The school's own number of a pupil by their key. */
  readonly localId: (key: string) => string
}

export async function qlaCase(folder: string): Promise<QlaCase> {
  const spec = caseSchema.parse(
    JSON.parse(readFileSync(path.join(FOLDER, folder, 'case.json'), 'utf8')),
  )
  const rows = await tableOf(folder, 'items.csv', itemsTable)
  const keys = shortKeys(rows.length)
  const items = rows.map((row, at): GridItem => ({
    ...row,
    ...splitQuestion(row),
    key: keys[at] ?? '',
  }))
  const roll = await tableOf(folder, 'pupils.csv', pupilsTable)
  const pupilKeys = shortKeys(roll.length)
  const pupils = roll.map((row, at): GridPupil => ({ ...row, key: pupilKeys[at] ?? '', dates: [] }))
  const marksIn = (name: string) => readMarks(folder, name, { pupils, items, components: [] })
  const first = gridOf(pupils, items, sourceOf((await marksIn('marks.csv')).rows))
  const all = { pupils, items, components: [], opens: () => true }
  const retest = sourceOf((await readMarks(folder, 'retest.csv', all)).rows)
  const thresholds = await tableOf(folder, 'boundaries.csv', boundariesTable)
  const totals = existsSync(path.join(FOLDER, folder, 'totals.csv'))
    ? await marksIn('totals.csv')
    : { rows: [], papers: [] }
  return {
    ...spec,
    first,
    again: retestGrid(first, retest),
    boundariesUsed: {
      id: 'b1',
      by: 'p20',
      madeAt: 1,
      set: 's1',
      name: spec.paper.name,
      scale: spec.boundaries.scale,
      year: spec.paper.year,
      outOf: spec.boundaries.outOf,
      thresholds,
      qaBy: 'p20',
      qaOn: '2026-11-02',
    },
    others: totals.papers.map(
      (key) =>
        new Map(
          totals.rows.flatMap(({ pupil, totals: own }) =>
            own.flatMap(({ paper, total }) => (paper.key === key ? [[pupil, total] as const] : [])),
          ),
        ),
    ),
    localId: (key) => pupils.find((pupil) => pupil.key === key)?.localId ?? '',
  }
}
