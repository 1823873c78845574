import type { RepAccess } from '../access/facts.ts'
import { REP_START } from '../access/reps.ts'
import type { RepGuard } from './review.ts'
import { type ItemStanding, standingWords } from './statuses.ts'

/** From this extension on the plan points to Poor (HC16). */
const EXTENSIONS_TO_POOR = 3

/** Plans of a school that were issued, and extensions that were begun. */
export interface RepCount {
  readonly plans: number
  readonly extensions: number
}

/** @param reps all that are known @param urn of the school whose plans count, of either kind (C17) */
export function countReps(reps: readonly RepAccess[], urn: string): RepCount {
  const here = reps.filter((rep) => rep.urn === urn)
  return {
    plans: here.filter(
      ({ extensionOf, stage = REP_START }) => extensionOf === null && stage !== REP_START,
    ).length,
    extensions: here.filter(({ extensionOf }) => extensionOf !== null).length,
  }
}

const some = (n: number, one: string): string =>
  `${n === 0 ? 'no' : n} ${n === 1 ? one : `${one}s`}`

/** "1 REP and no extensions so far". */
export const countWords = ({ plans, extensions }: RepCount): string =>
  `${some(plans, 'REP')} and ${some(extensions, 'extension')} so far`

/** The reason of an extension, which says the count too (C17). */
export const extensionReason = (count: RepCount, why: string): string =>
  `${countWords(count)}. ${why.trim()}`

/** Whether a reason says how many there were, and then why. */
export function saysCount(count: RepCount, reason: string): boolean {
  const said = extensionReason(count, '')
  return reason.startsWith(said) && reason.slice(said.length).trim() !== ''
}

const LETTER = 'CEO letter: '

/** The reason of an end: which CEO letter names it. */
export const endingReason = (letter: string): string => `${LETTER}${letter.trim()}`

/** What names the letter in a reason, or null where it is not written as `endingReason` writes it. */
export function letterIn(reason: string | null): string | null {
  const letter = reason?.startsWith(LETTER) ? reason.slice(LETTER.length).trim() : ''
  return letter === '' ? null : letter
}

/**
 * What stands before a plan is extended (C17): always a reason, which then says the count too. The third
 * extension points to Poor (HC16); the app moves no school: the CEO decides.
 * @param count plans and extensions of the school so far
 */
export function extensionGuards(count: RepCount): RepGuard[] {
  const counted = countWords(count)
  return [
    {
      kind: 'ask',
      words: `${counted}. Say why another extension is needed.`,
      keep: counted,
    },
    ...(count.extensions + 1 >= EXTENSIONS_TO_POOR
      ? [
          {
            kind: 'show' as const,
            words:
              'Several plans or extensions are a characteristic of Poor. Nothing moves by itself: the CEO decides, in a CEO letter.',
          },
        ]
      : []),
  ]
}

/**
 * What stands before the CEO ends a plan: a CEO letter that says so; what is not met is told by name, and
 * so is that no review recommended it.
 * @param letter what names the CEO letter, as typed
 */
export function endingGuards(
  letter: string,
  standings: readonly ItemStanding[],
  recommended: boolean,
): RepGuard[] {
  const open = standings.filter(({ status }) => status !== 'met')
  return [
    ...(letter.trim() === ''
      ? [
          {
            kind: 'stop' as const,
            words: 'A plan ends in a CEO letter: name the letter, by its half-term or its day.',
          },
        ]
      : []),
    ...(recommended
      ? []
      : [{ kind: 'show' as const, words: 'No milestone review has recommended that it ends.' }]),
    ...open.map((one) => ({
      kind: 'show' as const,
      words: `${standingWords(one)}: ${one.item.text.trim()}`,
    })),
  ]
}
