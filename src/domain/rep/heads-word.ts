import { readMark } from '../paper.ts'
import { live, type RepSeen, type RepWord, wordsOn } from './work.ts'

/** Roles in which somebody answers for the school. */
const HEADS: readonly string[] = ['Head', 'HoS']

/**
 * What a word is: the head agrees, or says something, from their own sign-in; the head signed on somebody
 * else's device; or somebody wrote down what the head said. The last is never the head's agreement,
 * whatever it claims.
 */
export type WordKind = 'agrees' | 'says' | 'signed-here' | 'written-for'

export const wordKind = ({
  role,
  agrees,
  signedBy,
  mark,
}: Pick<RepWord, 'role' | 'agrees' | 'signedBy' | 'mark'>): WordKind => {
  if (HEADS.includes(role)) return agrees ? 'agrees' : 'says'
  return agrees && signedBy !== '' && readMark(mark) !== null ? 'signed-here' : 'written-for'
}

/** Whether the head has answered it, on their own device or by signing. @param id of what is answered */
export const headAnswered = (words: readonly RepWord[], id: string): boolean =>
  wordsOn(words, id).some((word) => wordKind(word) !== 'written-for')

/** Whether there is anything to answer: a card that was only opened has no word, count, link or proposal. */
const isWritten = ({ text, count, link, proposed }: RepSeen): boolean =>
  text.trim() !== '' ||
  count !== null ||
  link !== '' ||
  proposed.some(({ value }) => value !== null)

/** Evidence of others on which the head has not said a word, the first made first. */
export const waitingForHead = (seen: readonly RepSeen[], words: readonly RepWord[]): RepSeen[] =>
  live(seen)
    .filter((one) => isWritten(one) && !HEADS.includes(one.role) && !headAnswered(words, one.id))
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
