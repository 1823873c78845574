import type { Answer, EvidenceLink, Point } from '../../src/domain/peer-review/answers.ts'
import { type Note, noteRecord } from '../../src/domain/peer-review/note.ts'
import {
  assemblePack,
  type KeyQuestion,
  type Pack,
  reviewRecord,
} from '../../src/domain/peer-review/pack.ts'
import type { DraftedPart, DraftSource } from '../../src/domain/letter/draft.ts'
import type { Part } from '../../src/domain/letter/parts.ts'

/** An invented review, for the tests of the letter: three questions, the third withdrawn. */
export const question = (n: number, more: Partial<KeyQuestion> = {}): KeyQuestion => ({
  id: `q${n}`,
  n,
  text: `How do pupils find their next book in Year ${n}?`,
  proposedBy: 'p03',
  addedByCeo: false,
  withdrawnAt: null,
  withdrawnBy: null,
  ...more,
})

export function packOf(questions: readonly KeyQuestion[]): Pack {
  const review = reviewRecord.read({
    type: 'review',
    id: 'r',
    urn: '900001',
    schoolName: 'Rookery Pond Primary School',
    date: '2026-11-24',
    focus: 'How reading routines should be lived by pupils',
  })
  if (!review.ok) throw new Error('The head of the pack was not read')
  return assemblePack({ review: review.value, questions, slots: [], groups: [] })
}

export const answer = (n: number, text: string): Answer => ({
  id: `a${n}`,
  question: `q${n}`,
  text,
  settled: null,
})

export const point = (id: string, n: number, more: Partial<Point> = {}): Point => ({
  id,
  question: `q${n}`,
  kind: 'strength',
  text: '',
  otherView: '',
  context: '',
  settledAs: '',
  settledBy: null,
  madeAt: 1,
  removedAt: null,
  ...more,
})

export const link = (behind: string, note: string): EvidenceLink => ({
  id: `${behind}-${note}`,
  behind,
  note,
  by: 'p04',
  removedAt: null,
})

export function note(id: string, n: number, outOfRemit = false): Note {
  const read = noteRecord.read({
    type: 'note',
    id,
    by: 'p04',
    madeAt: 1,
    text: `What was seen: ${id}`,
    question: [{ value: `q${n}`, device: 'd', at: 1 }],
    outOfRemit,
  })
  if (!read.ok) throw new Error('The note was not read')
  return read.value
}

export const TEAM = ['Clementine Hopscotch', 'Rufus Candlestick']

export const source = (more: Partial<DraftSource> = {}): DraftSource => ({
  pack: packOf([question(1), question(2), question(3, { withdrawnAt: 5, withdrawnBy: 'p03' })]),
  answers: [
    answer(1, 'Pupils in Year 1 name the shelf and say why.'),
    answer(2, 'Seen in two of three rooms.\nNot seen at lunch.'),
    answer(3, 'Withdrawn words about lunch queues'),
  ],
  points: [
    point('s1', 1, { text: 'Year 1 pupils explain their next book' }),
    point('e1', 2, { kind: 'explore', text: 'Minutes between lessons', context: 'A new bell' }),
    point('s3', 3, { text: 'A strength of the withdrawn question' }),
    point('d2', 2, { kind: 'differ', text: 'Calm in the room', otherView: 'Loud at the door' }),
  ],
  links: [link('q1', 'n1'), link('q1', 'n9'), link('s1', 'n2'), link('d2', 'n3')],
  notes: [note('n1', 1), note('n2', 1), note('n3', 2), note('n9', 1, true)],
  allNotesHere: true,
  day: 'Tuesday 24 November 2026',
  team: TEAM,
  ...more,
})

/** A part as it lies in the document once it was put there. */
export const placed = (drafted: DraftedPart, id: string, more: Partial<Part> = {}): Part => ({
  ...drafted,
  id,
  drafted: drafted.text,
  madeAt: 1,
  removedAt: null,
  leftOut: null,
  ...more,
})

export const placedAll = (drafted: readonly DraftedPart[]): Part[] =>
  drafted.map((part, i) => placed(part, `p${i}`))
