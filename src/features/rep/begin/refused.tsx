import type { RepAnswer } from '../../../store/rep-calls.ts'
import { Notice } from '../../../ui/notice.tsx'

const words: Readonly<Record<string, string>> = {
  'not-allowed':
    'Only the CEO or the Executive Headteacher begins a plan here, or the CFO one about finance. Ask one of them.',
  'signed-out': 'Your sign-in has ended. Sign in again; what you chose stays here until you leave.',
  'not-its-plan': 'The plan it is to go on from is of another school or kind. Pick it again.',
  'not-extended': 'The plan it is to go on from is not extended. Extend it first, with a reason.',
  'already-extended': 'That plan goes on in another one already. Open it under REPs.',
  'not-a-mentor':
    'Somebody named does not hold the role of mentor. Take them off, or ask the office to give them the role.',
  taken: 'This plan was begun already. Open it under REPs.',
  ended: 'The plan is over, so nobody joins it.',
}

/** What came of asking the trust, unless it was done. */
export function Refused({ answer }: { answer: RepAnswer | null }) {
  if (answer === null || answer === 'done') return null
  if (answer === 'no-answer')
    return (
      <Notice tone="warn" title="The trust could not be reached">
        Nothing was changed. What you chose is still here: send it again when there is signal.
      </Notice>
    )
  return (
    <Notice tone="warn" title="The trust did not take it">
      {words[answer] ?? 'Something in it could not be read. Look it through and send it again.'}
    </Notice>
  )
}

/** Said before anybody chooses: this needs signal. */
export function NeedsSignal({ live, what }: { live: boolean; what: string }) {
  if (live) return null
  return (
    <Notice tone="warn" title={`No signal: ${what} waits`}>
      It decides who may open the plan, so the trust must have it first. You can choose now: it
      stays here while this page is open. Send it when there is signal.
    </Notice>
  )
}
