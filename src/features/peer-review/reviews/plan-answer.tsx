import { Notice } from '../../../ui/notice.tsx'
import type { PlanAnswer } from './plan-api.ts'

const words: Record<string, string> = {
  'not-allowed':
    'Only the school’s head or head of school, the CEO, the Executive Headteacher or the Central Assistant Headteacher may plan its reviews. Ask one of them.',
  'signed-out': 'Your sign-in has ended. Sign in again; what you typed stays here until you leave.',
  'already-planned':
    'This school has a review on that day already. Open it under Reviews, or choose another date.',
  taken: 'This review was planned already. Open it under Reviews to change it.',
  'date-past': 'The date has passed. Choose today or a later day.',
  'unknown-person':
    'Somebody on the team is no longer with the trust. Take them off and send it again.',
  'lead-not-on-team': 'The review lead must be on the team. Pick who leads from the team.',
  'needs-reason': 'The team is not about six. Say why, and send it again.',
  'day-started':
    'The day has begun: its date and whether notes stay private stand as they are. The team can still change.',
  'too-late': 'The review is over or off, so its team stands as it was.',
  'no-such-review': 'The trust does not know this review any more. Go back to Reviews.',
}

/** What came of sending a plan, unless it was taken. */
export function PlanRefused({ answer }: { answer: PlanAnswer | null }) {
  if (answer === null || answer === 'done') return null
  if (answer === 'no-answer')
    return (
      <Notice tone="warn" title="The trust could not be reached">
        Nothing was changed. What you typed is still here: send it again when there is signal.
      </Notice>
    )
  return (
    <Notice tone="warn" title="The trust did not take it">
      {words[answer] ?? 'Something in it could not be read. Look it through and send it again.'}
    </Notice>
  )
}

/** Planning is the one job that needs signal; it says so before anybody types. */
export function NeedsSignal({ live, what }: { live: boolean; what: string }) {
  if (live) return null
  return (
    <Notice tone="warn" title={`No signal: ${what} waits`}>
      A team decides who may open the review, so the trust must have it first. You can fill it in
      now: it stays here while this page is open. Send it when there is signal.
    </Notice>
  )
}
