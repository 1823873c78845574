import type { CheckAnswer, FREQUENCIES, LOOKS, Prompt } from '../../domain/checks/template.ts'

export const sayPrompts = (many: number): string => (many === 1 ? '1 prompt' : `${many} prompts`)

const CHECK_WORDS: Record<CheckAnswer, string> = {
  pass: 'Pass',
  fail: 'Fail',
  'n/a': 'Does not apply',
  not_checked: 'Not checked',
}
const checkAnswers = Object.entries(CHECK_WORDS).map(([value, label]) => ({ value, label }))

/** Answers of a prompt that something can follow from, with their words. */
export const answersInWords = ({ kind, options }: Prompt): { value: string; label: string }[] =>
  kind === 'check'
    ? checkAnswers
    : kind === 'choice'
      ? options.map(({ value, label }, at) => ({
          value,
          label: label.trim() === '' ? `Answer ${at + 1}` : label,
        }))
      : []

export const lookWords: Record<(typeof LOOKS)[number], string> = {
  look: 'Look at it',
  test: 'Try it',
  record: 'Read the record',
}

export const frequencyWords: Record<(typeof FREQUENCIES)[number], string> = {
  daily: 'Every day',
  weekly: 'Every week',
  monthly: 'Every month',
  termly: 'Every term',
  yearly: 'Every year',
}

export const optionsOf = <T extends string>(
  words: Readonly<Record<T, string>>,
): { value: T; label: string }[] =>
  (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }))
