import { useRef } from 'react'
import { answerOf } from '../../../domain/peer-review/agreement.ts'
import {
  agreedRecord,
  type Answer,
  answerRecord,
  leadPlaceRecord,
  linkRecord,
  type Point,
  pointRecord,
} from '../../../domain/peer-review/answers.ts'
import { linksOfNote } from '../../../domain/peer-review/evidence.ts'
import { useDesk } from '../../../store/react.tsx'
import { type AnswersHere, printOf } from './use-answers.ts'

export interface Changes {
  typeAnswer: (text: string) => void
  addPoint: (kind: Point['kind']) => string | null
  changePoint: (id: string, fields: Partial<Omit<Point, 'id'>>) => void
  /** Puts a note behind the answer or a point, or takes it away. */
  toggle: (behind: string, note: string) => void
  /** Says what becomes of a text that another device wrote for the same question. */
  settle: (other: Answer, as: 'taken_in' | 'left_out') => void
  agree: (to: boolean) => void
}

/** What people do to the answer of one question. Every change is kept at once. */
export function useChanges(here: AnswersHere, question: string): Changes {
  const { me, now } = useDesk()
  const { document, answers, links, agreed } = here
  const { answer } = answerOf(answers, question)
  // A second keystroke may come before the first one's record is seen here.
  const made = useRef<string | null>(null)
  const typeAnswer = (text: string) => {
    const id = answer?.id ?? made.current
    if (id === null) made.current = document.create(answerRecord, { question, text })
    else document.change(answerRecord, id, { text })
  }
  return {
    typeAnswer,
    addPoint: (kind) =>
      document.create(pointRecord, {
        question,
        kind,
        // Every text from the start: one made later by two people at once would lose one of them.
        text: '',
        otherView: '',
        context: '',
        madeAt: now(),
      }),
    changePoint: (id, fields) => void document.change(pointRecord, id, fields),
    toggle(behind, note) {
      const own = linksOfNote(links, behind, note)
      if (own.length === 0) document.create(linkRecord, { behind, note, by: me.person })
      for (const { id } of own) document.change(linkRecord, id, { removedAt: now() })
    },
    settle(other, as) {
      if (as === 'taken_in') typeAnswer(`${answer?.text ?? ''}\n${other.text}`.trim())
      const settled = { as, by: me.person, at: now(), text: other.text }
      document.change(answerRecord, other.id, { settled })
    },
    agree(to) {
      const own = agreed.find((a) => a.question === question && a.person === me.person)
      const fields = { madeAt: now(), text: to ? printOf(here, question) : '' }
      if (own) document.change(agreedRecord, own.id, fields)
      else document.create(agreedRecord, { question, person: me.person, ...fields })
    },
  }
}

/** The lead shows a question, or the overview, to everybody. */
export function useShow(here: AnswersHere): (question: string | null) => void {
  const { me, now } = useDesk()
  return (question) => {
    const own = here.places.find(({ person }) => person === me.person)
    const fields = { question, madeAt: now() }
    if (own) here.document.change(leadPlaceRecord, own.id, fields)
    else here.document.create(leadPlaceRecord, { person: me.person, ...fields })
  }
}
