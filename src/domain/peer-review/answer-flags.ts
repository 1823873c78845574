import { schoolsIn } from '../letter/guard-schools.ts'
import { answerOf, answersOpen, pointsOf } from './agreement.ts'
import type { Answer, Point } from './answers.ts'
import { liveQuestions } from './evidence.ts'
import { FLAG_WORDS, type FlagKind, flagsIn } from './guard-words.ts'
import type { KeyQuestion } from './pack.ts'

export interface AnswerFlag {
  readonly kind: FlagKind | 'school'
  /** The words as they stand in the text. */
  readonly words: string
}

/** What each flag says of an answer, and what to do about it. */
export const ANSWER_FLAG_WORDS: Readonly<
  Record<AnswerFlag['kind'], { readonly what: string; readonly do: string }>
> = {
  ...FLAG_WORDS,
  name: { what: FLAG_WORDS.name.what, do: 'Say the role or the year group instead.' },
  school: {
    what: 'This names another school',
    do: 'A review compares no schools. Say what was seen here.',
  },
}

/** What must not be named in an answer. */
export interface Unnamed {
  /** Full names of people. */
  readonly people: readonly string[]
  /** Names of the trust's other schools. */
  readonly schools: readonly string[]
}

/** Advice (C1), grades, names of people and of other schools (C8) in a text. */
export const flagsOfAnswer = (text: string, unnamed: Unnamed): AnswerFlag[] => [
  ...flagsIn(text, unnamed.people).map(({ kind, words }) => ({ kind, words })),
  ...schoolsIn(text, unnamed.schools).map((words) => ({ kind: 'school' as const, words })),
]

export interface Unanswered {
  readonly kind: 'unanswered'
  readonly question: KeyQuestion
}
export interface OpenAdvice {
  readonly kind: 'advice'
  readonly question: KeyQuestion
  readonly where: 'answer' | Point['kind']
  readonly words: string
}
/** What stands in the way of "Answers are agreed". */
export type SynthesisStop = Unanswered | OpenAdvice

const adviceIn = (text: string): string[] =>
  flagsIn(text, []).flatMap(({ kind, words }) => (kind === 'advice' ? [words] : []))

/** Open advice in the answer and points of one question, each with where it is. */
function adviceOpen(
  question: KeyQuestion,
  answers: readonly Answer[],
  points: readonly Point[],
): OpenAdvice[] {
  const texts = [
    ['answer', answerOf(answers, question.id).answer?.text ?? ''] as const,
    ...pointsOf(points, question.id).flatMap(({ kind, text, otherView, settledAs }) =>
      [text, otherView, settledAs].map((said) => [kind, said] as const),
    ),
  ]
  return texts.flatMap(([where, text]) =>
    adviceIn(text).map((words): OpenAdvice => ({ kind: 'advice', question, where, words })),
  )
}

/** Every live question answered, and no advice left in any of it (C1): then nothing stops. */
export function synthesisStops(
  questions: readonly KeyQuestion[],
  answers: readonly Answer[],
  points: readonly Point[],
): SynthesisStop[] {
  return [
    ...answersOpen(questions, answers).map((question): Unanswered => ({
      kind: 'unanswered',
      question,
    })),
    ...liveQuestions(questions).flatMap((question) => adviceOpen(question, answers, points)),
  ]
}
