import { type RepReview, repReviewRecord } from '../../../domain/rep/progress.ts'
import { reviewsBegunApart } from '../../../domain/rep/review.ts'
import { useDesk } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { RepHere } from '../use-rep.ts'
import { saidBy } from '../words.ts'

/** Two devices that were apart began the same review: one is gone on with, the other is read until it is put aside. */
export function BegunApart({ here, review }: { here: RepHere; review: RepReview }) {
  const nameOf = useNames()
  const { now } = useDesk()
  return reviewsBegunApart(here.reviews, review).map((other) => (
    <Notice
      key={other.id}
      tone="warn"
      live={false}
      title={`It was begun twice: also by ${saidBy(other, nameOf)}`}
      action={
        here.writesPlan ? (
          <Button
            onClick={() =>
              void here.planDoc.change(repReviewRecord, other.id, { removedAt: now() })
            }
          >
            Go on with this one
          </Button>
        ) : undefined
      }
    >
      {other.note.trim() === '' ? 'Nothing was noted there.' : `Noted there: ${other.note.trim()}`}
      {other.headSays.trim() === '' ? '' : ` The Head said: ${other.headSays.trim()}`}
    </Notice>
  ))
}
