import { useState } from 'react'
import { countReps, extensionGuards } from '../../../domain/rep/extending.ts'
import { mayBePresent, reviewPeopleOf } from '../../../domain/rep/people.ts'
import {
  REVIEW_DECISIONS,
  type RepReview,
  repReviewRecord,
  reviewsHeld,
} from '../../../domain/rep/progress.ts'
import { carriedIds, reviewedStage, reviewGuards } from '../../../domain/rep/review.ts'
import { personRecord } from '../../../domain/trust.ts'
import { useDesk, useRecords } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { ActionBar } from '../../../ui/action-bar.tsx'
import { BigText } from '../../../ui/big-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { DateLine } from '../../../ui/date-line.tsx'
import { MultiChips } from '../../../ui/multi-chips.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import type { RepHere } from '../use-rep.ts'
import { BegunApart } from './begun-apart.tsx'
import { Guards } from './guards.tsx'
import { HeadsWord } from './heads-word.tsx'
import { EveryItem } from './review-items.tsx'

interface OpenReviewProps {
  here: RepHere
  /** yyyy-mm-dd */
  today: string
  review: RepReview
}

/** A review that is being held: who is there, every item, what the head says, what is decided. */
export function OpenReview({ here, today, review }: OpenReviewProps) {
  const { me, now } = useDesk()
  const listed = useRecords(personRecord, ['trust']).rows
  const [asked, setAsked] = useState(false)
  const { milestone } = review
  const people = reviewPeopleOf(me, here.rep, listed)
  const guards = reviewGuards({
    review,
    kind: here.rep.kind,
    people,
    standings: here.standings,
    held: reviewsHeld(here.reviews).map((one) => one.milestone),
    today,
  })
  const stopped = guards.some(({ kind }) => kind === 'stop')
  const change = (fields: Partial<RepReview>) =>
    void here.planDoc.change(repReviewRecord, review.id, fields)
  const hold = async () => {
    if (stopped) return setAsked(true)
    change({
      heldAt: now(),
      by: me.person,
      role: here.role,
      carried: carriedIds(here.standings, milestone),
    })
    await here.decided.propose('plan', reviewedStage(milestone))
  }
  return (
    <>
      <BegunApart here={here} review={review} />
      <WhoIsThere
        here={here}
        review={review}
        may={mayBePresent(people, here.rep.kind)}
        onChange={change}
      />
      <EveryItem here={here} today={today} milestone={milestone} review={review.id} />
      <WhatIsDecided here={here} review={review} onChange={change} />
      <HeadsWord here={here} review={review} />
      <Section title="Before it is held">
        <Guards guards={guards} />
        {asked && stopped ? (
          <Notice tone="stuck" title="Not held yet">
            Put right what is marked above. Everything you have set is kept.
          </Notice>
        ) : null}
        {guards.length === 0 ? <p>Nothing stands in the way.</p> : null}
      </Section>
      {here.writesPlan ? (
        <ActionBar>
          <Button tone="primary" onClick={() => void hold()}>
            Hold the review
          </Button>
        </ActionBar>
      ) : null}
    </>
  )
}

interface PartProps {
  here: RepHere
  review: RepReview
  onChange: (fields: Partial<RepReview>) => void
}

function WhoIsThere({ here, review, may, onChange }: PartProps & { may: readonly string[] }) {
  const nameOf = useNames()
  const listed = useRecords(personRecord, ['trust']).rows
  const jobOf = (person: string) => listed.find((one) => one.person === person)?.job ?? ''
  const shown = [...new Set([...may, ...review.present])]
  if (!here.writesPlan)
    return (
      <Section title="Who is there">
        <p>{review.present.map(nameOf).join(', ') || 'Nobody is named yet.'}</p>
      </Section>
    )
  return (
    <Section title="Who is there" lead="The Head must be there. The mentor is welcome.">
      <MultiChips
        label="Present"
        options={shown.map((person) => ({
          value: person,
          label: [nameOf(person), jobOf(person)].filter((part) => part !== '').join(', '),
        }))}
        values={review.present}
        onChange={(present) => onChange({ present })}
      />
      <DateLine
        label="Held on"
        value={review.date}
        onChange={(date) => onChange({ date: date.slice(0, 10) })}
      />
    </Section>
  )
}

const DECISIONS = REVIEW_DECISIONS.map(([value, label]) => ({ value, label }))

function WhatIsDecided({ here, review, onChange }: PartProps) {
  const { me } = useDesk()
  const readOnly = !here.writesPlan
  return (
    <Section title="What is decided">
      <ChoiceChips
        label="Decision"
        options={DECISIONS.map((one) => ({ ...one, disabled: readOnly }))}
        value={review.decision}
        onChange={(decision) => onChange({ decision })}
      />
      {review.decision === 'extend' ? (
        <Guards guards={extensionGuards(countReps(me.reps ?? [], here.rep.urn))} />
      ) : null}
      <BigText
        label="Note"
        hint="What was agreed, in a few lines."
        minRows={2}
        readOnly={readOnly}
        value={review.note}
        onChange={(note) => onChange({ note })}
      />
      <BigText
        label="What the Head says, in the Head’s words"
        minRows={2}
        readOnly={readOnly}
        value={review.headSays}
        onChange={(headSays) => onChange({ headSays })}
      />
    </Section>
  )
}
