import { z } from 'zod'
import { type Choice, choiceOf, settled } from '../choice.ts'
import { defineRecord } from '../record.ts'

/** What counts when a retest mark is there: the new mark whatever it is, or the better one (HC04). */
export const RETEST_RULES = ['replace', 'best'] as const
export type RetestRule = (typeof RETEST_RULES)[number]

/** Whether the quarter and the half of a spiral paper are of its marks or of its objectives (C29). */
export const VALIDITY_BASES = ['marks', 'aos'] as const
export type ValidityBasis = (typeof VALIDITY_BASES)[number]

const whole = (least: number, most: number) => choiceOf(z.number().int().min(least).max(most))

const settingsSchema = z.object({
  id: z.string(),
  by: z.string(),
  madeAt: z.number(),
  retest: choiceOf(z.enum(RETEST_RULES)),
  validity: choiceOf(z.enum(VALIDITY_BASES)),
  tolerance: whole(0, 4),
  minGroup: whole(6, 30),
  fewMarks: whole(1, 100),
  focusBelow: whole(1, 99),
  dropCap: whole(1, 12),
})
/** The trust's own numbers, in `papers`. */
export const qlaSettingsRecord = defineRecord({
  type: 'qla-settings',
  schema: settingsSchema,
  choices: ['retest', 'validity', 'tolerance', 'minGroup', 'fewMarks', 'focusBelow', 'dropCap'],
})

export interface QlaSettings {
  readonly retest: RetestRule
  readonly validity: ValidityBasis
  /** Steps that a projected grade may lie from the current one without further evidence (C31). */
  readonly tolerance: number
  /** Groups of fewer pupils are masked in whatever leaves the school (C51); never under 6. */
  readonly minGroup: number
  /** Marks to be had over all pupils, below which a share of them says too little. */
  readonly fewMarks: number
  /** Percentage of the marks below which questions of one code are common weak areas. */
  readonly focusBelow: number
  /** Data drops in a year (C27). */
  readonly dropCap: number
}

export const USUAL_SETTINGS: QlaSettings = {
  retest: 'replace',
  validity: 'marks',
  tolerance: 1,
  minGroup: 6,
  fewMarks: 12,
  focusBelow: 50,
  dropCap: 3,
}

/** The settings in force; where two devices left different values, the usual one holds until somebody picks. */
export function settingsOf(records: readonly z.infer<typeof settingsSchema>[]): QlaSettings {
  const first = [...records].sort((a, b) => (a.id < b.id ? -1 : 1))[0]
  if (!first) return USUAL_SETTINGS
  const chosen = <T>(choice: Choice<T>, usual: T): T => settled(choice) ?? usual
  return {
    retest: chosen(first.retest, USUAL_SETTINGS.retest),
    validity: chosen(first.validity, USUAL_SETTINGS.validity),
    tolerance: chosen(first.tolerance, USUAL_SETTINGS.tolerance),
    minGroup: chosen(first.minGroup, USUAL_SETTINGS.minGroup),
    fewMarks: chosen(first.fewMarks, USUAL_SETTINGS.fewMarks),
    focusBelow: chosen(first.focusBelow, USUAL_SETTINGS.focusBelow),
    dropCap: chosen(first.dropCap, USUAL_SETTINGS.dropCap),
  }
}
