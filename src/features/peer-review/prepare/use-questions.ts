import { useState } from 'react'
import { liveQuestions } from '../../../domain/peer-review/evidence.ts'
import {
  broughtBack,
  nextNumber,
  type Numbered,
  numbersMended,
  numbersMoved,
  withdrawn,
  writtenBy,
} from '../../../domain/peer-review/key-questions.ts'
import { type KeyQuestion, keyQuestionRecord } from '../../../domain/peer-review/pack.ts'
import { useDesk } from '../../../store/react.tsx'
import { goToPlace } from './place.ts'
import type { Preparation } from './use-preparation.ts'

const isBlank = ({ text }: KeyQuestion) => text.trim() === ''

/** What may be done to the key questions, each kept at once. */
export function useQuestions({ doc, who, pack }: Preparation) {
  const { me, now } = useDesk()
  const [fresh, setFresh] = useState<string | null>(null)
  const questions = pack?.questions ?? []
  const change = (id: string, fields: Partial<KeyQuestion>) =>
    doc.change(keyQuestionRecord, id, fields)
  const number = (changes: readonly Numbered[]) => changes.forEach(({ id, n }) => change(id, { n }))
  const asked = who ?? 'school'

  /** A question that was never written is used before another is made: numbers are not used up. */
  const add = () => {
    const waiting = liveQuestions(questions).find(isBlank)
    if (waiting) return goToPlace(waiting.id)
    const unused = questions.find((q) => q.withdrawnAt !== null && isBlank(q))
    const mine = { proposedBy: me.person, addedByCeo: false, ...writtenBy(asked, '') }
    if (unused) change(unused.id, { ...mine, ...broughtBack })
    setFresh(unused?.id ?? doc.create(keyQuestionRecord, { n: nextNumber(questions), ...mine }))
  }
  return {
    /** The one that was just added: its box takes the caret. */
    fresh,
    add,
    write: (id: string, text: string) => change(id, writtenBy(asked, text)),
    move: (id: string, by: -1 | 1) => number(numbersMoved(questions, id, by)),
    mend: () => number(numbersMended(questions)),
    withdraw: (id: string) => change(id, withdrawn(me.person, now())),
    bringBack: (id: string) => change(id, broughtBack),
  }
}
