import { isMilestone, type Milestone, milestoneWords } from '../../../domain/rep/milestones.ts'
import { repReviewRecord } from '../../../domain/rep/progress.ts'
import { reviewAt } from '../../../domain/rep/review.ts'
import { useDesk } from '../../../store/react.tsx'
import { Button, LinkButton } from '../../../ui/button.tsx'
import { IconListCheck } from '../../../ui/icons.ts'
import { Page } from '../../../ui/page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { paths, useAddress } from '../paths.ts'
import { NewerRecords, RepGate } from '../rep-gate.tsx'
import type { RepHere } from '../use-rep.ts'
import { DueReminder } from './due-reminder.tsx'
import { HeldReview } from './held-review.tsx'
import { OpenReview } from './open-review.tsx'
import { EveryItem } from './review-items.tsx'

/** A milestone of a plan is looked at together: every item, and what is decided. */
export default function ReviewScreen() {
  const asked = useAddress()('milestone')
  return (
    <RepGate>
      {(here, today) =>
        isMilestone(asked) ? (
          <Milestone key={asked} here={here} today={today} milestone={asked} />
        ) : (
          <Page title="Milestone review" back={backTo(here)}>
            <EmptyState
              title="There is no such milestone"
              action={<LinkButton to={paths.rep(here.rep.id)}>Open the plan</LinkButton>}
            >
              <p>A plan is reviewed within one week, within three weeks and by week 6.</p>
            </EmptyState>
          </Page>
        )
      }
    </RepGate>
  )
}

const backTo = (here: RepHere) => ({
  to: paths.rep(here.rep.id),
  label: here.plan?.code || 'The plan',
})

interface MilestoneProps {
  here: RepHere
  today: string
  milestone: Milestone
}

function Milestone({ here, today, milestone }: MilestoneProps) {
  const due = here.due.find((one) => one.milestone === milestone)
  const review = reviewAt(here.reviews, milestone)
  return (
    <Page
      title={`Milestone review: ${milestoneWords(milestone)}`}
      lead={`${here.school}. ${due ? `Due ${sayUkDate(due.due) ?? due.due}.` : 'No day yet.'}`}
      back={backTo(here)}
      width="full"
    >
      <NewerRecords here={here} />
      <DueReminder here={here} today={today} milestone={milestone} />
      {review === null ? (
        <Begin here={here} today={today} milestone={milestone} />
      ) : review.heldAt === null ? (
        <OpenReview key={review.id} here={here} today={today} review={review} />
      ) : (
        <HeldReview here={here} today={today} review={review} />
      )}
    </Page>
  )
}

function Begin({ here, today, milestone }: MilestoneProps) {
  const { me } = useDesk()
  const over = ['extended', 'ended'].includes(here.decided.plan.stage)
  const opens = here.writesPlan && !here.drafted && !over
  const begin = () =>
    here.addToPlan(repReviewRecord, {
      milestone,
      date: today,
      present: [me.person],
      note: '',
      headSays: '',
    })
  return (
    <>
      <EmptyState
        icon={IconListCheck}
        title={over ? 'It was not held' : 'It has not begun'}
        action={
          opens ? (
            <Button tone="primary" onClick={begin}>
              Begin the review
            </Button>
          ) : (
            <LinkButton to={paths.rep(here.rep.id)}>Open the plan</LinkButton>
          )
        }
      >
        <p>{whatItNeeds(here)}</p>
      </EmptyState>
      <EveryItem here={here} today={today} milestone={milestone} review="" />
    </>
  )
}

function whatItNeeds({ drafted, decided, rep }: RepHere): string {
  if (drafted) return 'Milestones are reviewed once the Chief Executive has issued the plan.'
  if (decided.plan.stage === 'ended')
    return 'The plan has ended: no milestone is reviewed any more.'
  if (decided.plan.stage === 'extended')
    return 'The plan was extended: milestones are reviewed in the plan that goes on from it.'
  const who = rep.kind === 'finance' ? 'the CEO, the EHT or the CFO' : 'the CEO or the EHT'
  return `It is held by ${who}, with the Head there. The mentor is welcome. It works with no signal.`
}
