import { useEffect, useRef } from 'react'
import { may } from '../../../domain/access/table.ts'
import type { ReviewAccess } from '../../../domain/access/facts.ts'
import { reviewId } from '../../../domain/ids.ts'
import { reviewRecord } from '../../../domain/peer-review/pack.ts'
import { schoolRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords, useWatched } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { subjectOf } from '../use-stage.ts'

/** A pack that is on its way gets this long to arrive, in milliseconds. */
const ARRIVES_MS = 1500

/**
 * Begins the pack of a review that was just planned. Only with signal, so that a pack which
 * lies at the trust is not begun again; where two devices begin at once `headOf` joins them.
 */
export function FirstHead({ access }: { access: ReviewAccess }) {
  const { me, contact } = useDesk()
  const { live } = useWatched(contact)
  const schools = useRecords(schoolRecord, ['trust']).rows
  const school = schools.find(({ urn }) => urn === access.urn)
  const writes = may(me, 'write', { kind: 'review', review: reviewId(access.id) })
  return live && writes && school ? <Begin access={access} schoolName={school.name} /> : null
}

function Begin({ access, schoolName }: { access: ReviewAccess; schoolName: string }) {
  const doc = useDocument(subjectOf(access.id))
  const begun = useRef(false)
  const { rows, unreadable } = doc.all(reviewRecord)
  const empty = doc.ready && !doc.readOnly && rows.length + unreadable === 0
  useEffect(() => {
    if (!empty) return
    const timer = setTimeout(() => {
      if (begun.current) return
      begun.current = true
      const { urn, date } = access
      // Every text from the start: two first keystrokes made apart would else be two texts, and one of them lost.
      const texts = Object.fromEntries(reviewRecord.texts.map((field) => [field, '']))
      doc.create(reviewRecord, { urn, schoolName, date, ...texts })
    }, ARRIVES_MS)
    return () => clearTimeout(timer)
  }, [empty, doc, access, schoolName])
  return null
}
