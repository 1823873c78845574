import { liveQuestions } from './evidence.ts'
import type { KeyQuestion } from './pack.ts'

/** More than a team can answer in a day. */
export const MOST_QUESTIONS = 5
/** Longest text that one writer may type into a box of the pack; the record holds two writers' worth. */
export const PACK_TEXT_LENGTH = 1000

/** Change of number for one question, by record id. */
export interface Numbered {
  readonly id: string
  readonly n: number
}

const inOrder = (questions: readonly KeyQuestion[]) =>
  [...questions].sort((a, b) => a.n - b.n || a.id.localeCompare(b.id))

/** The number of a new question: higher than any yet, a withdrawn one's too, so that none is given twice (HC10). */
export const nextNumber = (questions: readonly KeyQuestion[]): number =>
  1 + Math.max(0, ...questions.map(({ n }) => n))

/** Numbers that stand at two questions: two people added one each while apart. */
export function clashingNumbers(questions: readonly KeyQuestion[]): readonly number[] {
  const all = questions.map(({ n }) => n)
  return [...new Set(all.filter((n, i) => all.indexOf(n) !== i))].sort((a, b) => a - b)
}

/** Numbers that live questions may carry: their own, without those of withdrawn ones, and fresh ones for clashes. */
function freeNumbers(questions: readonly KeyQuestion[]): number[] {
  const live = liveQuestions(questions)
  const taken = new Set(questions.filter((q) => q.withdrawnAt !== null).map(({ n }) => n))
  const own = [...new Set(live.map(({ n }) => n))].filter((n) => !taken.has(n))
  const fresh = nextNumber(questions)
  const more = Array.from({ length: live.length - own.length }, (_, i) => fresh + i)
  return [...own.sort((a, b) => a - b), ...more]
}

const numbersFor = (
  order: readonly KeyQuestion[],
  questions: readonly KeyQuestion[],
): readonly Numbered[] => {
  const numbers = freeNumbers(questions)
  return order.flatMap(({ id, n }, i) => {
    const wanted = numbers[i] ?? n
    return wanted === n ? [] : [{ id, n: wanted }]
  })
}

/** Numbers that change when clashes are mended; a withdrawn question always keeps its own. */
export const numbersMended = (questions: readonly KeyQuestion[]): readonly Numbered[] =>
  numbersFor(inOrder(liveQuestions(questions)), questions)

/**
 * Numbers that change when a live question goes one place up or down. Notes are filed under the
 * question itself, so none of them moves.
 */
export function numbersMoved(
  questions: readonly KeyQuestion[],
  id: string,
  by: -1 | 1,
): readonly Numbered[] {
  const order = inOrder(liveQuestions(questions))
  const at = order.findIndex((question) => question.id === id)
  const one = order[at]
  const other = order[at + by]
  if (!one || !other) return []
  order[at] = other
  order[at + by] = one
  return numbersFor(order, questions)
}

/** What a person's keystroke in a question's text changes: the CEO's is marked by itself (C7). */
export const writtenBy = (who: 'school' | 'ceo', text: string) =>
  who === 'ceo' ? { text, addedByCeo: true } : { text }

/** Taking a question out: it stays in the history with who and when, under its own number (HC10). */
export const withdrawn = (person: string, at: number) => ({
  withdrawnAt: at,
  withdrawnBy: person,
})
export const broughtBack = { withdrawnAt: null, withdrawnBy: null } as const

/** The school may withdraw any question; the CEO only one of their own. */
export const mayWithdraw = (
  who: 'school' | 'ceo' | null,
  question: KeyQuestion,
  person: string,
): boolean => who === 'school' || (who === 'ceo' && question.proposedBy === person)
