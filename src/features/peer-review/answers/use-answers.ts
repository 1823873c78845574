import { useMemo } from 'react'
import { sha256Of } from '../../../crdt/hash.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { hexOf } from '../../../domain/ids.ts'
import { agreedWords, answerOf, pointsOf } from '../../../domain/peer-review/agreement.ts'
import {
  type Agreed,
  agreedRecord,
  type Answer,
  answerRecord,
  type EvidenceLink,
  type LeadPlace,
  leadPlaceRecord,
  linkRecord,
  type Point,
  pointRecord,
} from '../../../domain/peer-review/answers.ts'
import type { Unnamed } from '../../../domain/peer-review/answer-flags.ts'
import { personRecord, schoolRecord } from '../../../domain/trust.ts'
import { useRecords } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { subjectOf } from '../use-stage.ts'

/** Everything of the answers, as it is this moment. */
export interface AnswersHere {
  readonly document: LiveDocument
  readonly answers: readonly Answer[]
  readonly points: readonly Point[]
  readonly links: readonly EvidenceLink[]
  readonly agreed: readonly Agreed[]
  readonly places: readonly LeadPlace[]
  /** Records that a newer app wrote: kept, not shown. */
  readonly unreadable: number
}

export function useAnswers(review: string): AnswersHere {
  const document = useDocument(subjectOf(review))
  return useMemo(() => {
    const answers = document.all(answerRecord)
    const points = document.all(pointRecord)
    const links = document.all(linkRecord)
    const agreed = document.all(agreedRecord)
    const places = document.all(leadPlaceRecord)
    const lists = [answers, points, links, agreed]
    return {
      document,
      answers: answers.rows,
      points: points.rows,
      links: links.rows,
      agreed: agreed.rows,
      places: places.rows,
      unreadable: lists.reduce((sum, list) => sum + list.unreadable, 0),
    }
  }, [document])
}

/** Fingerprint of everything that is read out for one question. */
export function printOf(here: Pick<AnswersHere, 'answers' | 'points'>, question: string): string {
  const words = agreedWords(
    answerOf(here.answers, question).answer,
    pointsOf(here.points, question),
  )
  return hexOf(sha256Of(new TextEncoder().encode(words)))
}

/** Names that an answer must not carry: the trust's people, and its schools but this one. */
export function useUnnamed(access: ReviewAccess): Unnamed {
  const people = useRecords(personRecord, ['trust']).rows
  const schools = useRecords(schoolRecord, ['trust']).rows
  return {
    people: people.map(({ name }) => name),
    schools: schools.filter(({ urn }) => urn !== access.urn).map(({ name }) => name),
  }
}
