import { type Choice, settled } from '../../../domain/choice.ts'
import type { ModerationRound, SampleRule } from '../../../domain/qla/moderation.ts'
import { labelsOf } from '../../../domain/qla/scales.ts'

export const ruleWords: Readonly<Record<SampleRule, string>> = {
  '5': '5% of the scripts',
  '10': '10% of the scripts',
  over_10: 'Over 10% of the scripts',
  external: 'Over 10%, marked outside the trust too',
}

type StepName = ModerationRound['step'] extends Choice<infer T> ? T : never

export const steps: readonly { readonly value: StepName; readonly label: string }[] = [
  { value: 'drawn', label: 'Drawn' },
  { value: 'sent', label: 'Sent' },
  { value: 'moderated', label: 'Moderated' },
  { value: 'discussed', label: 'Discussed' },
  { value: 'agreed', label: 'Agreed' },
  { value: 'extended', label: 'Sample extended' },
  { value: 'closed', label: 'Closed' },
]

export const sayStep = (step: ModerationRound['step']): string =>
  steps.find(({ value }) => value === settled(step))?.label ?? 'Drawn'

/** Labels that scripts of a year group are judged by. */
export const labelsFor = (yearGroup: number): readonly string[] =>
  labelsOf(yearGroup <= 6 ? 'judgement' : yearGroup <= 8 ? 'wt-gd' : '9-1')
