import { FLAG_WORDS, type Flag, flagsIn } from '../peer-review/guard-words.ts'

export type WalkFlagKind = Flag['kind'] | 'appraisal' | 'safeguarding'

/** Words that a walk is better without. */
export interface WalkFlag {
  readonly kind: WalkFlagKind
  /** Where it begins and ends in the text, in UTF-16 units; `end` is after its last. */
  readonly start: number
  readonly end: number
  readonly words: string
}

/** What each flag says to the writer, and what to do about it. */
export const WALK_FLAG_WORDS: Readonly<
  Record<WalkFlagKind, { readonly what: string; readonly do: string }>
> = {
  ...FLAG_WORDS,
  advice: {
    what: FLAG_WORDS.advice.what,
    do: 'Say what you saw, and put the next step as a question.',
  },
  grade: {
    what: FLAG_WORDS.grade.what,
    do: 'A walk gives no grades, scores or ranks. Say what you saw that made you think so.',
  },
  appraisal: {
    what: 'This belongs to appraisal',
    do: 'A walk has nothing to do with appraisal, capability or pay. Take it out.',
  },
  safeguarding: {
    what: 'This may be a safeguarding concern',
    do: 'Do not write it here. Go to the DSL now, in person.',
  },
}

const APPRAISAL =
  /\b(?:apprais(?:al|als|ed|er|ing)|performance[- ]manag(?:ement|ed)|capability|PM targets?|pay (?:progression|point|review)|support plan for (?:the|this) teacher|informal support plan|competen(?:ce|cy) proce(?:ss|dure))\b/gi

// A safeguarding word too many costs a look; one too few costs more.
const SAFEGUARDING =
  /\b(?:bruis(?:e|es|ed|ing)|self[- ]?harm(?:s|ed|ing)?|abus(?:e|ed|ive)|neglect(?:ed)?|groom(?:ed|ing)|sexual(?:ly)?|suicid(?:e|al)|cuts? (?:him|her|them)sel(?:f|ves)|disclos(?:ed|ure|ures)|(?:hit|hits|hurt|hurts|hitting|hurting|beat|beats|touch(?:ed|es)) (?:me|him|her|them|the child)(?: at home)?|(?:afraid|scared|frightened) (?:to go|of going|at) home|(?:not|never) (?:feel(?:s|ing)? |very |really )?safe|unsafe at home|not (?:been )?fed|keep (?:it|this) (?:a )?secret)\b|n[’']t (?:feel |very |really )?safe\b/gi

// An ordinary sense of the same word.
const ORDINARY = /\b(?:capability of (?:the|a) (?:tablet|computer|calculator|app))\b/i

const found = (text: string, kind: WalkFlagKind, find: RegExp): WalkFlag[] =>
  [...text.matchAll(find)]
    .filter(({ index }) => !ORDINARY.test(text.slice(index, index + 60)))
    .map((match) => ({
      kind,
      start: match.index,
      end: match.index + match[0].length,
      words: match[0],
    }))

/** Safeguarding (C11), appraisal and grades (C14), names and advice, in the order in which they stand. */
export function walkFlagsIn(text: string, names: readonly string[]): WalkFlag[] {
  const flags: WalkFlag[] = [
    ...found(text, 'safeguarding', SAFEGUARDING),
    ...found(text, 'appraisal', APPRAISAL),
    ...flagsIn(text, names),
  ]
  return flags.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** What must not leave the walkers' own pages (C11, C14, C50); advice only asks to be looked at again. */
const STOPS: readonly WalkFlagKind[] = ['safeguarding', 'appraisal', 'grade', 'name']

/** Flags that keep some texts from being shared or published. */
export const stopsIn = (texts: readonly string[], names: readonly string[]): WalkFlag[] =>
  texts.flatMap((text) => walkFlagsIn(text, names).filter(({ kind }) => STOPS.includes(kind)))
