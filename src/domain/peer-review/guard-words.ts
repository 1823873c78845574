import { adviceIn } from './guard-advice.ts'
import { gradesIn } from './guard-grades.ts'
import { namesIn } from './guard-names.ts'
import { clausesOf, type Flag, type FlagKind } from './guard-text.ts'

export type { Flag, FlagKind }

/** What each flag says to the writer, and what to do about it. */
export const FLAG_WORDS: Readonly<
  Record<FlagKind, { readonly what: string; readonly do: string }>
> = {
  advice: {
    what: 'This reads as advice',
    do: 'A review gives no strategies or solutions. Say what you saw, heard or read, and leave the answer to the school.',
  },
  grade: {
    what: 'This reads as a grade',
    do: 'A review gives no grades, scores or ranks. Say what you saw that made you think so.',
  },
  name: {
    what: 'This names a person',
    do: 'Notes carry no names of staff or pupils. Say the room, the year group or the role instead.',
  },
}

/** Advice (C1), grades (C8) and names in a text, in the order in which they stand. */
export function flagsIn(text: string, names: readonly string[]): Flag[] {
  const clauses = clausesOf(text)
  const found = [...adviceIn(clauses), ...gradesIn(clauses), ...namesIn(text, names)]
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The sentence round a place in a text, as start and end; a line break ends one too. */
export function sentenceAt(text: string, place: number): { start: number; end: number } {
  const ends = /[.!?]+["”’')]*(?=\s|$)|\n+/g
  let start = 0
  for (const match of text.matchAll(ends)) {
    const isBreak = match[0].startsWith('\n')
    const end = match.index + (isBreak ? 0 : match[0].length)
    if (place < end) return trimmed(text, start, end)
    start = match.index + match[0].length
  }
  return trimmed(text, start, text.length)
}

function trimmed(text: string, start: number, end: number) {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return { start: start + lead, end: start + Math.max(lead, words.trimEnd().length) }
}
