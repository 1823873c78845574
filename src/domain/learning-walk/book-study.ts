import { z } from 'zod'
import { choiceOf, settled } from '../choice.ts'
import { defineRecord } from '../record.ts'

/** What is looked at in the books of a pair. */
export const BOOK_LINES = ['content', 'vocabulary', 'retrieval', 'feedback'] as const
export type BookLine = (typeof BOOK_LINES)[number]

/** How much of a unit shows in the books, 0 to 3. It is of the books, and is never added up. */
export const BOOK_SCALE = [
  [0, 'None'],
  [1, 'Some'],
  [2, 'Most'],
  [3, 'Secure'],
] as const
export const bookScaleWords = (value: number): string =>
  BOOK_SCALE.find(([at]) => at === value)?.[1] ?? ''

const scale = choiceOf(z.number().int().min(0).max(3).nullable())
const number = choiceOf(z.number().int().min(0).max(99))

const pairSchema = z.object({
  id: z.string(),
  walk: z.string(),
  /** Pair 1, 2, 3 …: pupils have a number here and no name. */
  n: z.number(),
  /** What pupils remembered, one thing a line. */
  remembered: z.string().default(''),
  asked: number,
  secure: number,
  /** How they put the unit in order, in words. */
  sequence: z.string().default(''),
  content: scale,
  vocabulary: scale,
  retrieval: scale,
  feedback: scale,
  by: z.string(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type Pair = z.infer<typeof pairSchema>
/** Two pupils with their books, and a conversation about them. */
export const pairRecord = defineRecord({
  type: 'walk-pair',
  schema: pairSchema,
  texts: ['remembered', 'sequence'],
  choices: ['asked', 'secure', ...BOOK_LINES],
})

/** Things remembered, one a line or with commas between. */
export const rememberedOf = ({ remembered }: Pick<Pair, 'remembered'>): string[] =>
  remembered
    .split(/[\n,]+/)
    .map((thing) => thing.trim())
    .filter((thing) => thing !== '')

/** Words asked and words secure over all pairs, of those where both are settled. */
export function vocabularyOf(pairs: readonly Pair[]): { asked: number; secure: number } {
  const settledPairs = pairs.map((pair) => ({
    asked: settled(pair.asked),
    secure: settled(pair.secure),
  }))
  return settledPairs.reduce<{ asked: number; secure: number }>(
    (sum, { asked, secure }) =>
      asked === null || secure === null
        ? sum
        : { asked: sum.asked + asked, secure: sum.secure + secure },
    { asked: 0, secure: 0 },
  )
}

/** More words secure than were asked. */
export const moreThanAsked = (pair: Pair): boolean => {
  const asked = settled(pair.asked)
  const secure = settled(pair.secure)
  return asked !== null && secure !== null && secure > asked
}

/** What staff take away is put as a question. */
export const isQuestion = (text: string): boolean => /\?["”’')\s]*$/.test(text.trim())
