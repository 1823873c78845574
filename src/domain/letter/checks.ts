import { FLAG_WORDS, flagsIn } from '../peer-review/guard-words.ts'
import type { Note } from '../peer-review/note.ts'
import type { KeyQuestion } from '../peer-review/pack.ts'
import { comparedIn } from './guard-compare.ts'
import { schoolsIn } from './guard-schools.ts'
import { type JoinedPart, keptParts, type Part, type PartKind, partName } from './parts.ts'

/** What must not be named in a letter, and who may be: the team, where it signs. */
export interface LetterNames {
  readonly people: readonly string[]
  readonly team: readonly string[]
  /** Every school of the trust. */
  readonly schools: readonly string[]
  readonly host: string
}

export interface LetterFacts {
  readonly names: LetterNames
  /** Null where the pack is not on this device: then no question is held against the letter. */
  readonly questions: readonly KeyQuestion[] | null
  /** Notes that are on this device. */
  readonly notes: readonly Note[]
}

type Found = 'advice' | 'grade' | 'name' | 'school' | 'score' | 'rank' | 'comparison'

/** What keeps a letter from being agreed and issued: where it is, and how it is mended. */
export interface LetterStop {
  readonly rule: 'C1' | 'C2' | 'C8' | 'whole'
  /** Record id of the part; null where the whole part is missing. */
  readonly part: string | null
  /** The part as people call it. */
  readonly where: string
  /** The words as they stand; '' where it is not about words. */
  readonly words: string
  readonly what: string
  readonly mend: string
}

const WORDS: Readonly<Record<Found, Pick<LetterStop, 'rule' | 'what' | 'mend'>>> = {
  advice: {
    rule: 'C1',
    what: FLAG_WORDS.advice.what,
    mend: 'Say what was seen, heard or read, and leave the answer to the school.',
  },
  grade: {
    rule: 'C8',
    what: FLAG_WORDS.grade.what,
    mend: 'Say what was seen that made the team think so.',
  },
  name: { rule: 'C8', what: FLAG_WORDS.name.what, mend: 'Say the role or the year group instead.' },
  school: {
    rule: 'C8',
    what: 'This names another school',
    mend: 'A review compares no schools: say what was seen here.',
  },
  score: {
    rule: 'C8',
    what: 'This reads as a score',
    mend: 'Say what was counted: how many, of how many.',
  },
  rank: {
    rule: 'C8',
    what: 'This reads as a rank',
    mend: 'Say what was seen here, without an order.',
  },
  comparison: {
    rule: 'C8',
    what: 'This compares schools',
    mend: 'Say what was seen here, by itself.',
  },
}

function foundIn(text: string, kind: PartKind, names: LetterNames): [Found, string][] {
  const unnamed =
    kind === 'signoff' ? names.people.filter((one) => !names.team.includes(one)) : names.people
  return [
    ...flagsIn(text, unnamed).map((flag): [Found, string] => [flag.kind, flag.words]),
    ...schoolsIn(text, names.schools, names.host).map((words): [Found, string] => [
      'school',
      words,
    ]),
    ...comparedIn(text).map((one): [Found, string] => [one.kind, one.words]),
  ]
}

const stopAt = (part: Part, more: Omit<LetterStop, 'part' | 'where'>): LetterStop => ({
  part: part.id,
  where: partName(part),
  ...more,
})

/** Words of one part that stop the letter. The heading of an answer is the school's own question. */
function wordStops(part: Part, names: LetterNames): LetterStop[] {
  const text = part.kind === 'answer' ? part.text : lines(part.heading, part.text)
  return foundIn(text, part.kind, names).map(([found, words]) =>
    stopAt(part, { ...WORDS[found], words }),
  )
}

const lines = (heading: string, text: string) => (heading === '' ? text : `${heading}\n${text}`)

/** Notes behind a part that their writers call outside the remit (C2). */
export const outsideRemit = (part: Part, notes: readonly Note[]): Note[] =>
  notes.filter((note) => note.outOfRemit && part.evidence.includes(note.id))

function wholeStops({ part, others }: JoinedPart, facts: LetterFacts): LetterStop[] {
  const { questions, notes } = facts
  const withdrawn = questions?.some((q) => q.id === part.question && q.withdrawnAt !== null)
  const whole = { rule: 'whole', words: '' } as const
  return [
    ...outsideRemit(part, notes).map((note) =>
      stopAt(part, {
        rule: 'C2',
        words: note.text,
        what: 'A note behind it is outside the agreed remit',
        mend: 'Take the note from behind it, and what rests on it out of the words.',
      }),
    ),
    ...(withdrawn
      ? [
          stopAt(part, {
            ...whole,
            what: 'The school withdrew this question',
            mend: 'Take this part out of the letter.',
          }),
        ]
      : []),
    ...(others.length > 0
      ? [
          stopAt(part, {
            ...whole,
            what: 'Another device wrote this part while apart',
            mend: 'Add its words to this part or leave them out.',
          }),
        ]
      : []),
    ...(part.text.trim() === '' && MUST_SAY.includes(part.kind)
      ? [stopAt(part, { ...whole, what: 'This part has no words yet', mend: 'Write it.' })]
      : []),
  ]
}

const MUST_SAY: readonly PartKind[] = ['thanks', 'focus', 'answer', 'next', 'signoff']

const absent = (where: string, mend: string): LetterStop => ({
  rule: 'whole',
  part: null,
  where,
  words: '',
  what: 'The letter does not have this part',
  mend,
})

function missingParts(
  kept: readonly Part[],
  questions: readonly KeyQuestion[] | null,
): LetterStop[] {
  const kinds = MUST_SAY.filter((kind) => kind !== 'answer' && !kept.some((p) => p.kind === kind))
  const unanswered = (questions ?? []).filter(
    ({ id, withdrawnAt }) => withdrawnAt === null && !kept.some((p) => p.question === id),
  )
  return [
    ...kinds.map((kind) => absent(partName({ kind, heading: '' }), 'Draft the missing parts.')),
    ...unanswered.map(({ n }) => absent(`Answer to question ${n}`, 'Draft the missing parts.')),
  ]
}

/** All that stops the letter, in its order: advice (C1), notes outside the remit (C2), what C8 forbids, gaps. */
export function letterStops(parts: readonly Part[], facts: LetterFacts): LetterStop[] {
  const kept = keptParts(parts)
  if (kept.length === 0) return []
  return [
    ...missingParts(
      kept.map(({ part }) => part),
      facts.questions,
    ),
    ...kept.flatMap((joined) => [
      ...wordStops(joined.part, facts.names),
      ...wholeStops(joined, facts),
    ]),
  ]
}
