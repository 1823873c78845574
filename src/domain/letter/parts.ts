import { z } from 'zod'
import { defineRecord } from '../record.ts'

/** The parts of a letter, in the order in which it is read. */
export const PART_KINDS = [
  'thanks',
  'focus',
  'answer',
  'strengths',
  'explore',
  'own',
  'next',
  'signoff',
] as const
export type PartKind = (typeof PART_KINDS)[number]

const partSchema = z.object({
  id: z.string(),
  kind: z.enum(PART_KINDS),
  /** Record id of the key question that it answers; null for every other kind. */
  question: z.string().nullable().default(null),
  /** '' where a part carries none: the greeting and the end. */
  heading: z.string().max(1200).default(''),
  /** Paragraphs, one a line; in a list of strengths or areas, one of them a line. */
  text: z.string().default(''),
  /** Record ids of the notes behind what it was drafted from. */
  evidence: z.array(z.string()).default([]),
  /** The text as it was last drafted: what differs from it, people wrote. */
  drafted: z.string().default(''),
  /** Where it stands among the others; any number. */
  place: z.number(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
  /** The text with which somebody left it out where another record is the part; null while nobody has. */
  leftOut: z.string().nullable().default(null),
})
export type Part = z.infer<typeof partSchema>
/** One part of the letter, co-written like every text. */
export const partRecord = defineRecord({ type: 'letter-part', schema: partSchema, texts: ['text'] })

const sheetSchema = z.object({
  id: z.string(),
  trust: z.string(),
  school: z.string(),
  /** Of the review, yyyy-mm-dd. */
  date: z.string(),
  madeAt: z.number(),
})
export type LetterHead = z.infer<typeof sheetSchema>
/** What stands above the letter, kept in it: its readers may hold nothing else of the review. */
export const letterHeadRecord = defineRecord({ type: 'letter-head', schema: sheetSchema })

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

/** Two devices may both have drafted while apart: the smallest id counts. */
export const letterHeadOf = (heads: readonly LetterHead[]): LetterHead | null =>
  [...heads].sort(byId)[0] ?? null

/** What makes two records the same part of the letter. */
export const keyOf = ({ kind, question, id }: Pick<Part, 'kind' | 'question' | 'id'>): string =>
  kind === 'own' ? id : kind === 'answer' ? `answer ${question ?? ''}` : kind

export interface JoinedPart {
  /** The record that counts: the same one on every device. */
  readonly part: Part
  /** Other texts for it, made while devices were apart and typed in: to be taken in or left out (C55). */
  readonly others: readonly Part[]
}

const inOrder = (a: Part, b: Part) =>
  a.place - b.place || PART_KINDS.indexOf(a.kind) - PART_KINDS.indexOf(b.kind) || byId(a, b)

/** Every part once, in the order of the letter, removed ones too. */
export function joinParts(parts: readonly Part[]): JoinedPart[] {
  const byKey = new Map<string, Part[]>()
  for (const part of [...parts].sort(byId)) {
    const key = keyOf(part)
    byKey.set(key, [...(byKey.get(key) ?? []), part])
  }
  return [...byKey.values()]
    .flatMap(([part, ...rest]) => (part ? [{ part, others: othersOf(part, rest) }] : []))
    .sort((a, b) => inOrder(a.part, b.part))
}

const othersOf = (part: Part, rest: readonly Part[]): Part[] =>
  rest.filter(
    (other) =>
      other.removedAt === null &&
      other.text.trim() !== '' &&
      other.text.trim() !== part.text.trim() &&
      other.text !== other.drafted &&
      other.leftOut !== other.text,
  )

/** Parts that are in the letter. */
export const keptParts = (parts: readonly Part[]): JoinedPart[] =>
  joinParts(parts).filter(({ part }) => part.removedAt === null)

/** Where a part must stand to change places with the one before or after it; null at the end. */
export function placeBeside(parts: readonly Part[], id: string, by: -1 | 1): number | null {
  const kept = keptParts(parts).map(({ part }) => part)
  const at = kept.findIndex((part) => part.id === id)
  const next = kept[at + by]
  if (at < 0 || !next) return null
  const beyond = kept[at + 2 * by]
  return beyond && beyond.place !== next.place ? (next.place + beyond.place) / 2 : next.place + by
}

/** Everything that a reader reads, in order, as one text to take a fingerprint of. */
export const letterWords = (parts: readonly Part[]): string =>
  JSON.stringify(
    keptParts(parts).map(({ part }) => [part.kind, part.heading.trim(), part.text.trim()]),
  )

/** What people call a part. */
export function partName({ kind, heading }: Pick<Part, 'kind' | 'heading'>): string {
  switch (kind) {
    case 'thanks':
      return 'Greeting and thanks'
    case 'focus':
      return 'Focus'
    case 'answer':
      return heading === '' ? 'Answer' : `Answer to ${heading.split('.')[0] ?? ''}`
    case 'strengths':
      return 'Strengths'
    case 'explore':
      return 'Possible areas for future focus'
    case 'own':
      return heading.trim() === '' ? 'Paragraph of our own' : heading.trim()
    case 'next':
      return 'What comes next'
    case 'signoff':
      return 'The end'
  }
}
