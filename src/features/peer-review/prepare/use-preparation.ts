import { useMemo } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { headOf } from '../../../domain/peer-review/head.ts'
import {
  assemblePack,
  groupRecord,
  keyQuestionRecord,
  type Pack,
  type Review,
  reviewRecord,
  slotRecord,
} from '../../../domain/peer-review/pack.ts'
import {
  opensAt,
  type Opens,
  preparerOf,
  type Preparer,
} from '../../../domain/peer-review/preparation.ts'
import { useDesk } from '../../../store/react.tsx'
import { type LiveDocument, useDocument } from '../../../store/use-document.ts'
import { useNow } from '../use-now.ts'
import { subjectOf, useStage } from '../use-stage.ts'

/** The preparation of one review, open for writing by whoever may. */
export interface Preparation {
  readonly loading: boolean
  /** Null while nothing of it has reached this device. */
  readonly pack: Pack | null
  readonly stage: string
  /** yyyy-mm-dd by the school's clock. */
  readonly today: string
  /** The focus has gone, or waits for signal to go. */
  readonly sent: boolean
  /** What I am to it; null where I only read. */
  readonly who: Preparer
  readonly opens: Opens
  readonly doc: LiveDocument
  /** Changes fields of the pack's head. */
  readonly write: (fields: Partial<Omit<Review, 'id'>>) => void
}

/** @param date of the review as the trust keeps it: it may have been moved since the pack was begun */
function packIn(doc: LiveDocument, date: string): Pack | null {
  const review = headOf(doc.all(reviewRecord).rows)
  if (!review) return null
  return assemblePack({
    review: { ...review, date },
    questions: doc.all(keyQuestionRecord).rows,
    slots: doc.all(slotRecord).rows,
    groups: doc.all(groupRecord).rows,
  })
}

export function usePreparation(access: ReviewAccess): Preparation {
  const { me } = useDesk()
  const { date } = useNow()
  const doc = useDocument(subjectOf(access.id))
  const { stage, waiting } = useStage(access.id)
  const pack = useMemo(() => packIn(doc, access.date), [doc, access.date])
  return {
    loading: !doc.ready,
    pack,
    stage,
    today: date,
    sent: stage !== 'planned' || waiting.some(({ to }) => to === 'focus_sent'),
    who: doc.readOnly ? null : preparerOf(me, access),
    opens: opensAt(stage),
    doc,
    write: (fields) => {
      if (pack) doc.change(reviewRecord, pack.review.id, fields)
    },
  }
}
