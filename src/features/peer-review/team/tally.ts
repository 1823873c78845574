import { settled } from '../../../domain/choice.ts'
import type { Note } from '../../../domain/peer-review/note.ts'
import type { KeyQuestion } from '../../../domain/peer-review/pack.ts'
import type { Kind } from '../words.ts'

export interface TallyRow {
  /** Null for notes that are not filed yet. */
  readonly question: KeyQuestion | null
  readonly notes: readonly Note[]
  readonly by: Readonly<Record<Kind, number>>
  readonly unsaid: number
}

const rowOf = (question: KeyQuestion | null, notes: readonly Note[]): TallyRow => {
  const ofKind = (kind: Kind) => notes.filter((note) => settled(note.kind) === kind).length
  const by = { saw: ofKind('saw'), heard: ofKind('heard'), read: ofKind('read') }
  return { question, notes, by, unsaid: notes.length - by.saw - by.heard - by.read }
}

/**
 * Notes by key question, in the questions' order, then those not filed. A withdrawn question keeps
 * its row while it has notes; a note filed under a question that is not here counts as not filed.
 */
export function tallyNotes(
  questions: readonly KeyQuestion[],
  notes: readonly Note[],
): readonly TallyRow[] {
  const byTime = [...notes].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
  const known = new Set(questions.map(({ id }) => id))
  const filed = questions
    .map((q) =>
      rowOf(
        q,
        byTime.filter((note) => settled(note.question) === q.id),
      ),
    )
    .filter(({ question, notes: own }) => question?.withdrawnAt === null || own.length > 0)
  const loose = byTime.filter((note) => !known.has(settled(note.question) ?? ''))
  return loose.length > 0 ? [...filed, rowOf(null, loose)] : filed
}
