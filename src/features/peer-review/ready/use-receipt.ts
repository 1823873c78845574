import { useEffect } from 'react'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { readyRecord } from '../../../domain/peer-review/members.ts'
import { type DeviceCheck, receiptDue } from '../../../domain/peer-review/ready.ts'
import { isBeforeTheDay } from '../../../domain/peer-review/stage-order.ts'
import { useDesk } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { useNow } from '../use-now.ts'
import { subjectOf, useStage } from '../use-stage.ts'

/** The pack may change several times in a moment: one receipt for all of it. */
const SETTLE_MS = 1500

/** Keeps this device's receipt in the review as long as the day has not begun; only what is news is written. */
export function useReceipt(access: ReviewAccess, mine: boolean, found: DeviceCheck | null) {
  const { me, documents, now } = useDesk()
  const { date } = useNow()
  const { stage, loading } = useStage(access.id)
  const review = useDocument(subjectOf(access.id))
  const due = mine && !loading && date <= access.date && isBeforeTheDay(stage)
  useEffect(() => {
    if (!due || !found || !review.ready) return
    const timer = setTimeout(() => {
      const who = { person: me.person, device: documents.device }
      const next = receiptDue(review.all(readyRecord).rows, who, found)
      if (!next) return
      const fields = { ...next.said, ...who, madeAt: now() }
      if (next.id === null) review.create(readyRecord, fields)
      else review.change(readyRecord, next.id, fields)
    }, SETTLE_MS)
    return () => clearTimeout(timer)
  }, [due, found, review, documents, me, now])
}
