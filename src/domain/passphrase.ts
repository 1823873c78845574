import { err, ok, type Result } from './result.ts'
import { PLAIN_WORDS } from './plain-words.ts'

/** How many words the app suggests. */
const SUGGESTED_WORDS = 5
const LEAST_CHARACTERS = 12
/** Twelve characters of fewer kinds are a pattern, not a phrase. */
const LEAST_KINDS = 6

/** log2 of how many phrases are as likely as this one. */
export const SUGGESTED_BITS = Array.from({ length: SUGGESTED_WORDS }, (_, picked) =>
  Math.log2(PLAIN_WORDS.length - picked),
).reduce((sum, bits) => sum + bits, 0)

/** Far more bits than a word needs, so that none is likelier than another. */
const BYTES_A_WORD = 4

/** Different words, picked by chance from our list. */
export function suggestPassphrase(random: (bytes: number) => Uint8Array): string {
  const words: string[] = []
  const left = [...PLAIN_WORDS]
  while (words.length < SUGGESTED_WORDS) {
    const value = random(BYTES_A_WORD).reduce((sum, byte) => sum * 256 + byte, 0)
    words.push(...left.splice(value % left.length, 1))
  }
  return words.join(' ')
}

export type PassphraseFault = 'too-short' | 'common' | 'pattern' | 'few-words' | 'own-name'

/** 'words': picked from our list, so its strength can be counted. 'own': made up, so it cannot. */
export type PassphraseKind = 'words' | 'own'

const listed: ReadonlySet<string> = new Set(PLAIN_WORDS)

/** What everybody tries first. */
const COMMON =
  /passw?o?r?d|p[a4]ssw[o0]rd|letmein|qwerty|asdfgh|zxcvbn|welcome|iloveyou|admin|teacher|headteacher|school|corridor|summer|winter|spring|autumn|london|england|football|liverpool|arsenal|chelsea|monkey|dragon|sunshine|princess/g

const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2))

const FOLLOWING: ReadonlySet<string> = new Set(
  RUNS.flatMap(pairsOf).flatMap((pair) => [pair, `${pair[1]}${pair[0]}`]),
)

/** How many characters follow each other as on a keyboard, in the alphabet or by counting. */
const inRuns = (text: string): number => pairsOf(text).filter((pair) => FOLLOWING.has(pair)).length

/** Whether this passphrase may lock a device. @param name whose device it is */
export function judgePassphrase(
  text: string,
  name: string,
): Result<PassphraseKind, PassphraseFault> {
  const phrase = text.normalize('NFKC').trim().toLowerCase()
  const words = phrase.split(/\s+/).filter(Boolean)
  if (words.length > 1 && words.every((word) => listed.has(word)))
    return new Set(words).size >= SUGGESTED_WORDS ? ok('words') : err('few-words')
  if (phrase.length < LEAST_CHARACTERS) return err('too-short')
  const rest = phrase.replace(COMMON, '')
  if (rest.length < LEAST_CHARACTERS / 2) return err('common')
  const names = name
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part.length > 2)
  const nameless = names.reduce((left, part) => left.replaceAll(part, ''), phrase)
  if (nameless.length < LEAST_CHARACTERS / 2) return err('own-name')
  const solid = phrase.replaceAll(' ', '')
  if (new Set(solid).size < LEAST_KINDS || inRuns(solid) > solid.length / 2) return err('pattern')
  // The same few characters over and over are as short as their first round.
  if (/^(.{1,6}?)\1+.{0,5}$/.test(solid)) return err('pattern')
  return ok('own')
}
