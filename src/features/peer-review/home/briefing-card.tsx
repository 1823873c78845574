import type { ReviewAccess } from '../../../domain/access/facts.ts'
import {
  allTicked,
  type BriefingPart,
  BRIEFING_PARTS,
  briefingRecord,
  partsTicked,
} from '../../../domain/peer-review/briefing.ts'
import { memberRecord } from '../../../domain/peer-review/members.ts'
import { useDesk } from '../../../store/react.tsx'
import { useDocument } from '../../../store/use-document.ts'
import { CheckLine } from '../../../ui/check-line.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { subjectOf } from '../use-stage.ts'
import { sayList } from '../words.ts'
import { useBriefed } from './use-briefed.ts'
import styles from './home.module.css'

/** What is ticked before the first slot: mine until it is done, and for the lead who is still to come. */
export function Briefing({ access }: { access: ReviewAccess }) {
  const { me, readOnly } = useDesk()
  const { loading, briefed, names, of } = useBriefed(access)
  if (loading) return null
  const done = briefed.includes(me.person)
  return (
    <>
      <VisuallyHidden role="status">{done ? 'You are briefed.' : ''}</VisuallyHidden>
      {done || readOnly ? null : <BriefingCard review={access.id} />}
      {access.lead === me.person ? (
        <p>
          <strong>
            {of - names.length} of {of} briefed.
          </strong>{' '}
          {names.length === 0 ? null : `Not yet: ${sayList(names)}.`}
        </p>
      ) : null}
    </>
  )
}

const says: Record<BriefingPart, string> = {
  signed_in: 'Signed in',
  remit: 'Remit heard',
  safeguarding: 'Safeguarding briefing heard',
}

function BriefingCard({ review }: { review: string }) {
  const { ready, ticked, tick } = useTicks(review)
  return (
    <section className={styles.visit} aria-labelledby="before-the-first-slot">
      <h3 id="before-the-first-slot">Before the first slot</h3>
      <div className={styles.ticks}>
        {BRIEFING_PARTS.map((part) => (
          <CheckLine
            key={part}
            label={says[part]}
            checked={ticked.includes(part)}
            disabled={!ready}
            onChange={(on) => tick(part, on)}
          />
        ))}
      </div>
    </section>
  )
}

/** My ticks: each is kept at once, and the third makes me briefed. */
function useTicks(review: string) {
  const { me, now } = useDesk()
  const doc = useDocument(subjectOf(review))
  const ticks = doc.all(briefingRecord).rows.filter(({ person }) => person === me.person)
  const ticked = partsTicked(ticks, me.person)
  const tick = (part: BriefingPart, on: boolean) => {
    const tickedAt = on ? now() : null
    const own = ticks.filter((t) => t.part === part)
    own.forEach(({ id }) => doc.change(briefingRecord, id, { tickedAt }))
    if (own.length === 0) doc.create(briefingRecord, { person: me.person, part, tickedAt })
    if (on && allTicked([...ticked, part])) setBriefed()
  }
  const setBriefed = () => {
    const member = doc.all(memberRecord).rows.find(({ person }) => person === me.person)
    if (member) doc.change(memberRecord, member.id, { briefedAt: now() })
    else doc.create(memberRecord, { person: me.person, briefedAt: now() })
  }
  return { ready: doc.ready, ticked, tick }
}
