import type { Point } from '../../../domain/peer-review/answers.ts'
import type { EvidenceLink } from '../../../domain/peer-review/answers.ts'
import type { Note } from '../../../domain/peer-review/note.ts'
import type { Target } from './answer-words.ts'
import type { Changes } from './use-changes.ts'

/** What every part of one question's page works on. */
export interface QuestionHere {
  readonly changes: Changes
  /** Usable notes of the question. */
  readonly notes: readonly Note[]
  readonly points: readonly Point[]
  readonly targets: readonly Target[]
  readonly readOnly: boolean
  readonly nameOf: (person: string) => string
  /** What the chips under an answer or point need. */
  readonly evidenceOf: (target: Target) => {
    target: Target
    links: readonly EvidenceLink[]
    notes: readonly Note[]
    nameOf: (person: string) => string
    readOnly: boolean
    chosen: boolean
    onChoose: () => void
    onRemove: (note: string) => void
  }
}
