import type { Agreed, Answer, LeadPlace, Point } from './answers.ts'
import { liveQuestions } from './evidence.ts'
import type { KeyQuestion } from './pack.ts'

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** Whether a person has said what becomes of this text as it stands. */
const isSettled = (answer: Answer) => answer.settled?.text === answer.text

export interface JoinedAnswer {
  /** The record that counts: the same one on every device. Null while nobody has typed. */
  readonly answer: Answer | null
  /** Other texts for the question, made while devices were apart: to be taken in or left out (C55). */
  readonly others: readonly Answer[]
  /** Those that somebody has dealt with; still kept. */
  readonly dealtWith: readonly Answer[]
}

/** Two devices may each have made an answer record while apart: the smallest id counts, no text is lost. */
export function answerOf(answers: readonly Answer[], question: string): JoinedAnswer {
  const [answer, ...rest] = answers.filter((a) => a.question === question).sort(byId)
  const said = rest.filter(({ text }) => text.trim() !== '' && text.trim() !== answer?.text.trim())
  return {
    answer: answer ?? null,
    others: said.filter((a) => !isSettled(a)),
    dealtWith: said.filter(isSettled),
  }
}

/** Live questions without an answer. */
export const answersOpen = (
  questions: readonly KeyQuestion[],
  answers: readonly Answer[],
): KeyQuestion[] =>
  liveQuestions(questions).filter(
    ({ id }) => (answerOf(answers, id).answer?.text ?? '').trim() === '',
  )

const isKept = (point: Point) =>
  point.removedAt === null && [point.text, point.otherView].some((text) => text.trim() !== '')

/** The points of a question that say something, in the order in which they were made. */
export const pointsOf = (points: readonly Point[], question: string): Point[] =>
  points
    .filter((point) => point.question === question && isKept(point))
    .sort((a, b) => a.madeAt - b.madeAt || byId(a, b))

/** Whether the team still differs on a point. */
export const stillDiffers = (point: Point): boolean =>
  point.kind === 'differ' && point.settledBy === null

/**
 * Everything that is read out for one question, as one text to take a fingerprint of. What the
 * head adds beside it comes later and is the head's: it asks nobody to agree again.
 */
export function agreedWords(answer: Answer | null, points: readonly Point[]): string {
  const said = [...points]
    .sort(byId)
    .map(({ id, kind, text, otherView, settledAs }) => [id, kind, text, otherView, settledAs])
  return JSON.stringify([answer?.text.trim() ?? '', ...said])
}

export interface Agreement {
  /** Who agreed to the answer as it stands. */
  readonly agreed: readonly string[]
  /** Who agreed to it as it stood before, and is asked again. */
  readonly before: readonly string[]
  readonly missing: readonly string[]
}

/**
 * @param print fingerprint of the words as they stand
 * @param team everybody who is asked
 */
export function agreement(
  agreed: readonly Agreed[],
  question: string,
  print: string,
  team: readonly string[],
): Agreement {
  const own = agreed.filter((a) => a.question === question)
  const now = team.filter((person) => own.some((a) => a.person === person && a.text === print))
  const missing = team.filter((person) => !now.includes(person))
  return {
    agreed: now,
    // An empty fingerprint is an agreement that its person took back.
    before: missing.filter((person) => own.some((a) => a.person === person && a.text !== '')),
    missing,
  }
}

/** Where the lead last was; several devices of the lead may each have a record of it. */
export function leadPlaceOf(places: readonly LeadPlace[], lead: string): LeadPlace | null {
  const own = places.filter(({ person }) => person === lead)
  return [...own].sort((a, b) => b.madeAt - a.madeAt || byId(a, b))[0] ?? null
}
