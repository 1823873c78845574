import { type Member, memberRecord } from '../../../domain/peer-review/members.ts'
import { useDesk } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { subjectOf } from '../use-stage.ts'

export type OwnWords = Partial<Omit<Member, 'id' | 'person' | 'briefedAt'>>

export interface Members {
  readonly ready: boolean
  readonly readOnly: boolean
  /** What somebody says of themselves for this review; undefined while they have said nothing. */
  readonly of: (person: string) => Member | undefined
  /** Keeps what I say of myself; each change by itself, with no Save. */
  readonly say: (words: OwnWords) => void
}

/** The first record of a person counts: another is the same person on a second device. */
const firstOf = (doc: LiveDocument, person: string) =>
  doc.all(memberRecord).rows.find((member) => member.person === person)

/** What the team say of themselves, live. */
export function useMembers(review: string): Members {
  const { me } = useDesk()
  const doc = useDocument(subjectOf(review))
  return {
    ready: doc.ready,
    readOnly: doc.readOnly,
    of: (person) => firstOf(doc, person),
    say(words) {
      const own = firstOf(doc, me.person)
      if (own) doc.change(memberRecord, own.id, words)
      else doc.create(memberRecord, { person: me.person, ...words })
    },
  }
}
