import { z } from 'zod'
import { type Choice, choiceOf, settled } from '../choice.ts'
import { defineRecord } from '../record.ts'

/** What counts when a retest mark is there: the new mark whatever it is, or the better one (HC04). */
export const RETEST_RULES = ['replace', 'best'] as const
export type RetestRule = (typeof RETEST_RULES)[number]

/** Whether the quarter and the half of a spiral paper are of its marks or of its objectives (C29). */
export const VALIDITY_BASES = ['marks', 'aos'] as const
export type ValidityBasis = (typeof VALIDITY_BASES)[number]

const NUMBERS = {
  tolerance: [0, 4],
  minGroup: [6, 30],
  fewMarks: [1, 100],
  focusBelow: [1, 99],
  dropCap: [1, 12],
  wellBelow: [1, 4],
  nearBand: [1, 20],
} as const satisfies Record<string, readonly [least: number, most: number]>

/** Settings that are whole numbers. */
export type NumberSetting = keyof typeof NUMBERS
export const NUMBER_SETTINGS = Object.keys(NUMBERS) as readonly NumberSetting[]

/** Fewest and most that a setting may be. */
export const rangeOf = (setting: NumberSetting): readonly [least: number, most: number] =>
  NUMBERS[setting]

const whole = (setting: NumberSetting) => {
  const [least, most] = NUMBERS[setting]
  return choiceOf(z.number().int().min(least).max(most))
}

const settingsSchema = z.object({
  id: z.string(),
  by: z.string(),
  madeAt: z.number(),
  retest: choiceOf(z.enum(RETEST_RULES)),
  validity: choiceOf(z.enum(VALIDITY_BASES)),
  tolerance: whole('tolerance'),
  minGroup: whole('minGroup'),
  fewMarks: whole('fewMarks'),
  focusBelow: whole('focusBelow'),
  dropCap: whole('dropCap'),
  wellBelow: whole('wellBelow'),
  nearBand: whole('nearBand'),
})
export type SettingsRecord = z.infer<typeof settingsSchema>
/** The trust's own numbers, in `achievement`. */
export const qlaSettingsRecord = defineRecord({
  type: 'qla-settings',
  schema: settingsSchema,
  choices: ['retest', 'validity', ...NUMBER_SETTINGS],
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
  /** Grades below target that count as well below. */
  readonly wellBelow: number
  /** Percentage of all marks, below and above a boundary, within which a little more or less would move a pupil. */
  readonly nearBand: number
}

export const USUAL_SETTINGS: QlaSettings = {
  retest: 'replace',
  validity: 'marks',
  tolerance: 1,
  minGroup: 6,
  fewMarks: 12,
  focusBelow: 50,
  dropCap: 3,
  wellBelow: 2,
  nearBand: 5,
}

/** What was chosen for one setting on every device; two that set the settings up each made a record. */
export const choiceIn = <K extends keyof QlaSettings>(
  records: readonly SettingsRecord[],
  setting: K,
): SettingsRecord[K] =>
  records.flatMap((record): Choice<unknown> => record[setting]) as SettingsRecord[K]

/** The settings in force; where two devices left different values, the usual one holds until somebody picks. */
export function settingsOf(records: readonly SettingsRecord[]): QlaSettings {
  const chosen = (setting: NumberSetting) =>
    settled<number>(choiceIn(records, setting)) ?? USUAL_SETTINGS[setting]
  return {
    retest: settled(choiceIn(records, 'retest')) ?? USUAL_SETTINGS.retest,
    validity: settled(choiceIn(records, 'validity')) ?? USUAL_SETTINGS.validity,
    tolerance: chosen('tolerance'),
    minGroup: chosen('minGroup'),
    fewMarks: chosen('fewMarks'),
    focusBelow: chosen('focusBelow'),
    dropCap: chosen('dropCap'),
    wellBelow: chosen('wellBelow'),
    nearBand: chosen('nearBand'),
  }
}
