import { type Choice, differs, settled } from '../choice.ts'
import type { Answer } from './run.ts'

/** What all devices answered to one prompt, as one view. */
export interface JoinedAnswer {
  readonly prompt: string
  /** In the order of their ids, the same on every device; two that were apart may have made one each. */
  readonly records: readonly Answer[]
  /** Every value that stands, none dropped; a cleared one is none. */
  readonly said: Choice<string>
  /** The one value, or null while there is none or somebody has yet to pick (C55). */
  readonly value: string | null
  readonly differs: boolean
  /** Each once, in the order of the records. */
  readonly notes: readonly string[]
  readonly reasons: readonly string[]
  /** yyyy-mm-dd, the earliest first; more than one means that devices said different days. */
  readonly followUps: readonly string[]
}

const byId = (a: Answer, b: Answer) => (a.id < b.id ? -1 : 1)
const written = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
]

/** Joins the records of one prompt. @param answers all of them, of this prompt */
function join(prompt: string, answers: readonly Answer[]): JoinedAnswer {
  const records = [...answers].sort(byId)
  const said = records.flatMap(({ value }) => value).filter(({ value }) => value !== '')
  return {
    prompt,
    records,
    said,
    value: settled(said),
    differs: differs(said),
    notes: written(records.map(({ note }) => note)),
    reasons: written(records.map(({ reason }) => reason)),
    followUps: written(records.map(({ followUp }) => followUp)).sort(),
  }
}

/** The answers of one run by prompt. @param answers of any runs of the document */
export function joinAnswers(
  answers: readonly Answer[],
  run: string,
): ReadonlyMap<string, JoinedAnswer> {
  const byPrompt = new Map<string, Answer[]>()
  for (const answer of answers)
    if (answer.run === run)
      byPrompt.set(answer.prompt, [...(byPrompt.get(answer.prompt) ?? []), answer])
  return new Map([...byPrompt].map(([prompt, own]) => [prompt, join(prompt, own)]))
}

/** Settled values by prompt: what decides which follow-up questions show. */
export const valuesOf = (
  answers: ReadonlyMap<string, JoinedAnswer>,
): ReadonlyMap<string, string> => {
  const values = new Map<string, string>()
  for (const { prompt, value } of answers.values()) if (value !== null) values.set(prompt, value)
  return values
}

/**
 * Questions that somebody answered, by the clock of their device, after the run was handed in: a device
 * that had no signal then. They are kept and said, never taken into what was handed in without a word.
 */
export const answeredAfter = (
  answers: ReadonlyMap<string, JoinedAnswer>,
  submittedAt: number | null,
): string[] =>
  [...answers.values()]
    .filter(({ said }) => submittedAt !== null && said.some(({ at }) => at > submittedAt))
    .map(({ prompt }) => prompt)
    .sort()
