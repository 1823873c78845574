import { z } from 'zod'
import { choiceOf } from '../choice.ts'
import { defineRecord } from '../record.ts'

/** What the single central record must hold of each person: whether it was checked, and on which day. */
export const SCR_CHECKS = [
  'identity',
  'barred_list',
  'enhanced_dbs',
  'prohibition_from_teaching',
  'overseas',
  'qualifications',
  'right_to_work',
  'section_128',
] as const
export type ScrCheck = (typeof SCR_CHECKS)[number]

/** Groups of people on the record; a sample holds at least one of each that there is. */
export const ROLE_GROUPS = [
  'teacher',
  'ta',
  'head',
  'office',
  'site',
  'kitchen',
  'governor',
  'supply',
  'trainee',
  'volunteer',
] as const
export type RoleGroup = (typeof ROLE_GROUPS)[number]

/** Who sits beside the one who checks: a job, never a name. */
export const SCR_COMPANIONS = ['dsl', 'head', 'office', 'nobody'] as const

const spotCheckSchema = z.object({
  id: z.string(),
  /** yyyy-mm-dd; a check that is dated later is an error. */
  date: z.string(),
  /** How many people of each group the record holds. */
  people: z.partialRecord(z.enum(ROLE_GROUPS), z.number().int().min(0).max(999)),
  /** How many were drawn at random. */
  drawn: z.number().int().min(0).max(200),
  companion: z.enum(SCR_COMPANIONS).nullable().default(null),
  by: z.string(),
  madeAt: z.number(),
  /** When somebody said that all rows were looked at. */
  finishedAt: z.number().nullable().default(null),
  removedAt: z.number().nullable().default(null),
})
export type SpotCheck = z.infer<typeof spotCheckSchema>

/** One spot check of a school's single central record, in `scr/{urn}/{year}`. No text of any kind: C42. */
export const spotCheckRecord = defineRecord({ type: 'scr-check', schema: spotCheckSchema })

export const RECORDED = ['yes', 'no', 'n/a'] as const
export type Recorded = (typeof RECORDED)[number]

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/
const cellValue = choiceOf(z.enum(RECORDED).nullable())
const cellDay = choiceOf(z.union([z.literal(''), z.string().regex(ISO_DAY)]))

/** The field of a row that holds the day of one check. */
export const dayField = <C extends ScrCheck>(check: C): `${C}_on` => `${check}_on`

const each = <K extends string, V>(keys: readonly K[], value: V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>
const DAY_FIELDS = SCR_CHECKS.map(dayField)

/** "SCR-07": the only way a row is named. */
const REFERENCE = /^SCR-\d{2,4}$/

const rowSchema = z.object({
  id: z.string(),
  /** Record id of the spot check. */
  check: z.string(),
  ref: z.string().regex(REFERENCE),
  group: z.enum(ROLE_GROUPS),
  /** "The 5th teacher from the top"; null for a row that was added by hand. */
  place: z.number().int().min(1).max(999).nullable().default(null),
  // Each answer and each day is kept for itself: two people on one row lose nothing of each other.
  ...each(SCR_CHECKS, cellValue),
  ...each(DAY_FIELDS, cellDay),
  by: z.string(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type ScrRow = z.infer<typeof rowSchema>
export const scrRowRecord = defineRecord({
  type: 'scr-row',
  schema: rowSchema,
  choices: [...SCR_CHECKS, ...DAY_FIELDS],
})

const fixSchema = z.object({
  id: z.string(),
  /** Record id of the row. */
  row: z.string(),
  /** One of the eight. */
  column: z.string().max(40),
  /** Who says that the school's record is put right now. */
  by: z.string(),
  madeAt: z.number(),
  /** Who has looked again, or ''. */
  verifiedBy: z.string().max(40).default(''),
  verifiedAt: z.number().nullable().default(null),
  removedAt: z.number().nullable().default(null),
})
export type ScrFix = z.infer<typeof fixSchema>
/** That one error was put right, and later that somebody else saw it. */
export const scrFixRecord = defineRecord({ type: 'scr-fix', schema: fixSchema })

const MOST_ROWS = 9999

export type NoReference = 'empty' | 'words' | 'long-number'

/**
 * Reads a reference: the row's number in the record, alone or after "SCR", "row" or "no". Anything that
 * could be a name or a certificate number is refused, and none of it is kept.
 */
export function readReference(
  typed: string,
): { readonly ok: true; readonly ref: string } | { readonly ok: false; readonly why: NoReference } {
  const text = typed.trim()
  if (text === '') return { ok: false, why: 'empty' }
  if ((text.match(/\d/g)?.length ?? 0) > 4) return { ok: false, why: 'long-number' }
  const found = /^(?:scr|row|no\.?)?[\s-]*(\d{1,4})$/i.exec(text)
  const number = Number(found?.[1])
  return found && number >= 1 && number <= MOST_ROWS
    ? { ok: true, ref: referenceOf(number) }
    : { ok: false, why: 'words' }
}

export const referenceOf = (number: number): string => `SCR-${String(number).padStart(2, '0')}`

/** Rows of a check that stand, in the order of their references. */
export const rowsOf = (rows: readonly ScrRow[], check: string): ScrRow[] =>
  rows
    .filter((row) => row.check === check && row.removedAt === null)
    .sort(
      (a, b) =>
        Number(a.ref.slice(4)) - Number(b.ref.slice(4)) ||
        a.madeAt - b.madeAt ||
        (a.id < b.id ? -1 : 1),
    )

/** Checks that stand, the newest first. */
export const spotChecksInOrder = (checks: readonly SpotCheck[]): SpotCheck[] =>
  checks
    .filter(({ removedAt }) => removedAt === null)
    .sort((a, b) => b.date.localeCompare(a.date) || b.madeAt - a.madeAt)
