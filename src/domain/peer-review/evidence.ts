import { settled } from '../choice.ts'
import type { EvidenceLink } from './answers.ts'
import type { Note } from './note.ts'
import type { KeyQuestion } from './pack.ts'

/** Questions that are to be answered: those nobody withdrew. */
export const liveQuestions = (questions: readonly KeyQuestion[]): KeyQuestion[] =>
  questions.filter((question) => question.withdrawnAt === null)

/** Whether a note may stand behind an answer: kept, inside the remit, filed under a live question. */
export function usable(note: Note, questions: readonly KeyQuestion[]): boolean {
  const filed = settled(note.question)
  return (
    note.removedAt === null &&
    !note.outOfRemit &&
    liveQuestions(questions).some(({ id }) => id === filed)
  )
}

const byTime = (a: Note, b: Note) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1)

export interface SortedNotes {
  /** Usable notes by key question, each in the order of the day. */
  readonly of: (question: string) => readonly Note[]
  /** Kept, but outside the agreed remit: never in the answers (C2). */
  readonly outOfRemit: readonly Note[]
  /** Kept, inside the remit, and under no live question: their writers can still file them. */
  readonly unfiled: readonly Note[]
}

/** Every kept note in exactly one place. */
export function sortNotes(notes: readonly Note[], questions: readonly KeyQuestion[]): SortedNotes {
  const kept = notes.filter((note) => note.removedAt === null).sort(byTime)
  const ready = kept.filter((note) => usable(note, questions))
  return {
    of: (question) => ready.filter((note) => settled(note.question) === question),
    outOfRemit: kept.filter((note) => note.outOfRemit),
    unfiled: kept.filter((note) => !note.outOfRemit && !usable(note, questions)),
  }
}

/** The links that stand: one for each note, whoever else put the same note there at the same time. */
export function linksBehind(links: readonly EvidenceLink[], behind: string): EvidenceLink[] {
  const first = new Map<string, EvidenceLink>()
  for (const link of [...links].sort((a, b) => (a.id < b.id ? -1 : 1)))
    if (link.behind === behind && link.removedAt === null && !first.has(link.note))
      first.set(link.note, link)
  return [...first.values()]
}

/** All records by which one note stands behind something: taking it away takes every one away. */
export const linksOfNote = (
  links: readonly EvidenceLink[],
  behind: string,
  note: string,
): EvidenceLink[] =>
  links.filter((l) => l.behind === behind && l.note === note && l.removedAt === null)

export type EvidenceFlag = 'nothing' | 'one-reviewer' | 'one-kind'

/**
 * What a careful reader would ask of the evidence behind one answer or point.
 * @param links those behind it
 * @param notes usable notes: a link to any other counts for nothing
 */
export function evidenceFlags(
  links: readonly EvidenceLink[],
  notes: readonly Note[],
): EvidenceFlag[] {
  const behind = new Set(links.filter((l) => l.removedAt === null).map((l) => l.note))
  const own = notes.filter(({ id }) => behind.has(id))
  if (own.length === 0) return ['nothing']
  const writers = new Set(own.map(({ by }) => by))
  const kinds = new Set(own.map(({ kind }) => settled(kind)).filter((kind) => kind !== null))
  return [
    ...(writers.size === 1 ? (['one-reviewer'] as const) : []),
    ...(kinds.size <= 1 ? (['one-kind'] as const) : []),
  ]
}
