import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { type Change, type DraftedPart, leftAsIs, takenIn } from '../../../domain/letter/draft.ts'
import {
  keptParts,
  letterHeadRecord,
  type Part,
  partRecord,
  placeBeside,
} from '../../../domain/letter/parts.ts'
import { agreedRecord } from '../../../domain/peer-review/answers.ts'
import { trustRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { type LetterHere, printOfLetter, WHOLE_LETTER } from './use-letter.ts'

export interface LetterChanges {
  /** Puts the parts that are not in the letter yet into it. */
  draft: (changes: readonly Change[], school: string) => void
  change: (part: Part, fields: Partial<Omit<Part, 'id'>>) => void
  move: (part: Part, by: -1 | 1) => void
  /** Adds a paragraph of our own, before what comes next. */
  addOwn: () => string | null
  takeIn: (part: Part, drafted: DraftedPart) => void
  leave: (part: Part, drafted: DraftedPart) => void
  /** What becomes of a text that another device wrote for the same part. */
  settle: (part: Part, other: Part, as: 'taken_in' | 'left_out') => void
  agree: (to: boolean) => void
}

/** What people do to the letter. Every change is kept at once. */
export function useLetterChanges(access: ReviewAccess, here: LetterHere): LetterChanges {
  const { me, now } = useDesk()
  const trust = useRecords(trustRecord, ['trust']).rows[0]?.name ?? ''
  const { document, head, parts, agreed } = here
  const put = (part: DraftedPart) =>
    document.create(partRecord, { ...part, drafted: part.text, madeAt: now() })
  const change = (part: Part, fields: Partial<Omit<Part, 'id'>>) =>
    void document.change(partRecord, part.id, fields)
  return {
    draft(changes, school) {
      if (!head)
        document.create(letterHeadRecord, { trust, school, date: access.date, madeAt: now() })
      for (const one of changes) if (one.kind === 'new') put(one.drafted)
    },
    change,
    move(part, by) {
      const place = placeBeside(parts, part.id, by)
      if (place !== null) change(part, { place })
    },
    addOwn() {
      const kept = keptParts(parts).map(({ part }) => part)
      const next = kept.find(({ kind }) => kind === 'next')
      const place = next?.place ?? (kept.at(-1)?.place ?? 0) + 1
      return put({ kind: 'own', question: null, heading: '', text: '', evidence: [], place })
    },
    takeIn: (part, drafted) => change(part, takenIn(part, drafted)),
    leave: (part, drafted) => change(part, leftAsIs(drafted)),
    settle(part, other, as) {
      if (as === 'taken_in') change(part, { text: `${part.text}\n${other.text}`.trim() })
      change(other, { leftOut: other.text })
    },
    agree(to) {
      const own = agreed.find((a) => a.question === WHOLE_LETTER && a.person === me.person)
      const fields = { madeAt: now(), text: to ? printOfLetter(parts) : '' }
      if (own) document.change(agreedRecord, own.id, fields)
      else document.create(agreedRecord, { question: WHOLE_LETTER, person: me.person, ...fields })
    },
  }
}
