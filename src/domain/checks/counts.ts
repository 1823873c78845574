import type { JoinedAnswer } from './answers.ts'
import { isWhole, promptsShown } from './prompts.ts'
import { CHECK_ANSWERS, type CheckAnswer, type TemplateBody } from './template.ts'

/** How the questions of a run, or of one zone of it, are answered. */
export interface Counts extends Readonly<Record<CheckAnswer, number>> {
  /** Questions that are asked. */
  readonly items: number
  /** Two of the walkers answered differently, and nobody has picked. */
  readonly differs: number
  readonly open: number
  /** Answered with something else than pass, fail, n/a or not checked. */
  readonly other: number
}

type Kind = Exclude<keyof Counts, 'items'>

/** @param section id of one section, or none for the whole run */
export function countAnswers(
  template: TemplateBody,
  answers: ReadonlyMap<string, JoinedAnswer>,
  section?: string,
): Counts {
  const shown = promptsShown(template, answers).filter(
    (placed) => section === undefined || placed.section.id === section,
  )
  const counts: Record<Kind, number> = {
    pass: 0,
    fail: 0,
    'n/a': 0,
    not_checked: 0,
    differs: 0,
    open: 0,
    other: 0,
  }
  for (const { prompt } of shown) {
    const answer = answers.get(prompt.id)
    const check = CHECK_ANSWERS.find((each) => prompt.kind === 'check' && each === answer?.value)
    counts[answer?.differs ? 'differs' : (check ?? (isWhole(prompt, answer) ? 'other' : 'open'))]++
  }
  return { ...counts, items: shown.length }
}

const WORDS: readonly (readonly [Kind, string])[] = [
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['n/a', 'n/a'],
  ['not_checked', 'not checked'],
  ['other', 'answered'],
  ['differs', 'answered differently'],
  ['open', 'not answered yet'],
]

/** "24 pass, 4 fail, 1 n/a, 1 not checked": only what there is. */
export const sayCounts = (counts: Counts): string =>
  WORDS.filter(([kind]) => counts[kind] > 0)
    .map(([kind, words]) => `${counts[kind]} ${words}`)
    .join(', ')
