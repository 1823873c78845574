import { type Milestone, milestoneWords } from '../../../domain/rep/milestones.ts'
import { type RepReview, reviewDecisionWords } from '../../../domain/rep/progress.ts'
import { reviewedStage, stageBefore } from '../../../domain/rep/review.ts'
import { useNames } from '../../../store/use-names.ts'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { KeyValue } from '../../../ui/key-value.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { paths } from '../paths.ts'
import type { RepHere } from '../use-rep.ts'
import { BegunApart } from './begun-apart.tsx'
import { HeadsWord } from './heads-word.tsx'
import { EveryItem } from './review-items.tsx'
import styles from './review.module.css'
import { saidBy, shortly } from '../words.ts'

interface HeldReviewProps {
  here: RepHere
  /** yyyy-mm-dd */
  today: string
  review: RepReview
}

/** A review that was held: what was decided, by whom, and what goes on by name. */
export function HeldReview({ here, today, review }: HeldReviewProps) {
  const nameOf = useNames()
  const carried = here.standings.filter(({ item }) => review.carried.includes(item.id))
  const next = review.decision === null || review.decision === 'continue' ? null : review.decision
  return (
    <>
      <TrustsWord here={here} milestone={review.milestone} />
      <BegunApart here={here} review={review} />
      <Section title="What was decided">
        <KeyValue
          items={[
            { label: 'Held on', value: sayUkDate(review.date) ?? review.date },
            { label: 'Present', value: review.present.map(nameOf).join(', ') },
            { label: 'Decision', value: reviewDecisionWords(review.decision ?? '') },
            {
              label: 'Held by',
              value: saidBy({ ...review, madeAt: review.heldAt ?? review.madeAt }, nameOf),
            },
            ...(review.note.trim() === '' ? [] : [{ label: 'Note', value: review.note.trim() }]),
            ...(review.headSays.trim() === ''
              ? []
              : [{ label: 'The Head said', value: review.headSays.trim() }]),
          ]}
        />
        {next === null ? null : (
          <div>
            <LinkButton tone="primary" to={paths.end(here.rep.id)}>
              {next === 'extend' ? 'Extend the plan' : 'End the plan'}
            </LinkButton>
          </div>
        )}
      </Section>
      <Section title="Carried forward">
        {carried.length === 0 ? (
          <p>Nothing: every item of this milestone was met.</p>
        ) : (
          <ul className={styles.lines} aria-label="Items carried forward">
            {carried.map(({ item }) => (
              <li key={item.id}>{shortly(item.text, 300)}</li>
            ))}
          </ul>
        )}
      </Section>
      <HeadsWord here={here} review={review} />
      <EveryItem here={here} today={today} milestone={review.milestone} review="" />
    </>
  )
}

/** Whether the trust has confirmed the review; with no signal it waits. */
function TrustsWord({ here, milestone }: { here: RepHere; milestone: Milestone }) {
  const nameOf = useNames()
  const { plan, propose } = here.decided
  const to = reviewedStage(milestone)
  const confirmed = plan.decisions.find((one) => one.to === to)
  if (confirmed)
    return (
      <Notice tone="ok" live={false} title={`“${milestoneWords(milestone)}” has been reviewed`}>
        Confirmed by the trust: {saidBy(confirmed, nameOf)}.
      </Notice>
    )
  if (plan.waiting.some((one) => one.to === to))
    return (
      <Notice tone="info" title="This waits for the trust’s word">
        The review is kept on this device. It is confirmed when the device has signal.
      </Notice>
    )
  const again = here.writesPlan && plan.stage === stageBefore(milestone)
  return (
    <Notice
      tone="warn"
      live={false}
      title="The trust has not confirmed this review"
      action={
        again ? (
          <Button onClick={() => void propose('plan', to)}>Ask the trust again</Button>
        ) : undefined
      }
    >
      {again
        ? 'What was written is kept. Ask again now.'
        : 'It was held on another device that has had no signal yet, or the plan had moved on. What was written is kept. The CEO or the EHT can ask the trust again.'}
    </Notice>
  )
}
