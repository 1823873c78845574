export type FlagKind = 'advice' | 'grade' | 'name'

/** Words that a note is better without. Never a refusal: the writer decides. */
export interface Flag {
  readonly kind: FlagKind
  /** Where it begins and ends in the text, in UTF-16 units; `end` is after its last. */
  readonly start: number
  readonly end: number
  readonly words: string
}

/** A part of a sentence that stands by itself. */
export interface Clause {
  readonly text: string
  /** Where it begins in the whole text. */
  readonly at: number
  /** Whether a sentence begins with it. */
  readonly opens: boolean
  /** The same text with what stands in quotation marks blanked out, lengths kept. */
  readonly own: string
}

// "Pupils said little, so the adult should ask more": what comes after the break is the writer's own.
const BREAK = /[.!?]+(?=\s|["”’')]|$)|\n+|[;—–]|,?\s+(?:so|but|therefore|which means)\s(?!that\b)/gi
const QUOTED = /"[^"\n]*"|“[^”\n]*”|‘[^’\n]*’(?!\p{L})|(?<=^|\s)'[^'\n]*'(?=[\s.,;:!?]|$)/gu

const blank = (words: string) => ' '.repeat(words.length)

export function clausesOf(text: string): Clause[] {
  const unquoted = text.replace(QUOTED, blank)
  const clauses: Clause[] = []
  let at = 0
  let opens = true
  const add = (end: number) => {
    if (end > at)
      clauses.push({ text: text.slice(at, end), at, opens, own: unquoted.slice(at, end) })
  }
  for (const match of unquoted.matchAll(BREAK)) {
    const end = match.index
    add(end)
    at = end + match[0].length
    opens = /[.!?\n]/.test(match[0])
  }
  add(text.length)
  return clauses
}

export const flagOf = (kind: FlagKind, clause: Clause, index: number, words: string): Flag => ({
  kind,
  start: clause.at + index,
  end: clause.at + index + words.length,
  words: clause.text.slice(index, index + words.length),
})

const FIRST_PERSON =
  /\b(?:I|we|our team|the team|this team|reviewers?)(?:\s+(?:\w+ly|all|both|also|would|might|do|did))*\s+$/i
const SAYING =
  /\b(?:say|says|said|saying|tells?|told|telling|explain(?:s|ed|ing)?|ask(?:s|ed)?|answer(?:s|ed)|repl(?:y|ies|ied)|report(?:s|ed)?|mention(?:s|ed)|remind(?:s|ed)|describ(?:e|es|ed)|stat(?:e|es|ed)|wrote|writes|written|reads|according to|believe[sd]?|agree[sd]?|wish(?:es|ed)?|hop(?:es|ed)|want(?:s|ed)|(?:think|thinks|thought)(?! about)|(?:feel|felt) (?:that|they)|(?:know|knows|knew|knowing|learn|learned|understand|understood|remember|remembered|remembers|sure|clear|unsure) (?:\w+ )?(?:what|when|how|where|why|which|who|whose|that|they|if))\b/gi
const RULE =
  /\b(?:rules?|polic(?:y|ies)|posters?|signs?|notices?|charters?|handbooks?|displays?|letters?|prompts?|cards?|expectations?|routines?)\b(?: \w+){0,4}? (?:is|are|was|were|that|says?|reads?|to)\b/i
const SPEAKER =
  /^\s*(?:(?:a|one|the|two|three|four|five|six|most|some) )?(?:\w+ )?(?:\d\w? )?(?:pupils?|child|children|TAs?|teachers?|heads?|parents?|boys?|girls?|adults?|governors?|staff)\s*:/i
const AFTER =
  /,\s*(?!(?:I|we)\b)(?:[\w’']+\s+){0,5}(?:said|says|told (?:us|me)|explained|answered|felt|thought|reported)\b/i

/** Whether somebody else said it: what the reviewer heard or read, not what the reviewer advises. */
export function isReported(clause: Clause, index: number): boolean {
  const before = clause.own.slice(0, index)
  if (SPEAKER.test(before) || RULE.test(before) || AFTER.test(clause.own.slice(index))) return true
  for (const { index: at } of before.matchAll(SAYING))
    if (!FIRST_PERSON.test(before.slice(0, at))) return true
  return false
}

/** Two rules may find the same words: the longer find stays. */
export function withoutOverlaps(flags: readonly Flag[]): Flag[] {
  const byPlace = [...flags].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Flag[] = []
  for (const flag of byPlace) if (flag.start >= (kept[kept.length - 1]?.end ?? 0)) kept.push(flag)
  return kept
}
