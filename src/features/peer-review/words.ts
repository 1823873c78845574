import type { DecisionFault } from '../../domain/decisions.ts'
import type { EVIDENCE_KINDS, LEANINGS } from '../../domain/peer-review/note.ts'
import type { ReviewStage } from '../../domain/peer-review/stage-order.ts'
import type { IconType } from '../../ui/glyph.tsx'
import { IconBook, IconEar, IconEye, IconFlag, IconSearch, IconStar } from '../../ui/icons.ts'

export type Kind = (typeof EVIDENCE_KINDS)[number]
export type Lean = (typeof LEANINGS)[number]

interface Word<T extends string> {
  readonly value: T
  readonly label: string
  readonly icon: IconType
}

export const kinds: readonly Word<Kind>[] = [
  { value: 'saw', label: 'Saw', icon: IconEye },
  { value: 'heard', label: 'Heard', icon: IconEar },
  { value: 'read', label: 'Read', icon: IconBook },
]

export const leans: readonly Word<Lean>[] = [
  { value: 'strength', label: 'Strength', icon: IconStar },
  { value: 'explore', label: 'Area to explore', icon: IconSearch },
  { value: 'follow_up', label: 'Follow up', icon: IconFlag },
]

export const sayCount = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`

/** "26 of 28". */
export const sayOutOf = ({ n, of }: { n: number; of: number }): string => `${n} of ${of}`

/** Names as people say them: "Primrose, Rufus and Odette". */
export const sayList = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`

/** What the button of each step says. */
export const stepVerbs: Record<Exclude<ReviewStage, 'planned'>, string> = {
  focus_sent: 'Send the focus',
  expanded: 'Settle the questions',
  timetable_drafted: 'Timetable is drafted',
  agreed: 'Agree the timetable',
  circulated: 'Send out the pack',
  on_the_day: 'Start the day',
  synthesised: 'Answers are agreed',
  notes_handed_over: 'Notes are handed over',
  letter_drafted: 'Letter is drafted',
  letter_agreed: 'Agree the letter',
  letter_issued: 'Letter is sent',
  session_booked: 'Session is booked',
  session_held: 'Session was held',
  closed: 'Close the review',
  withdrawn: 'Withdraw the review',
  moved: 'Move to another date',
}

export const isStage = (stage: string): stage is keyof typeof stepVerbs =>
  Object.hasOwn(stepVerbs, stage)

const faultWords: Record<DecisionFault, string> = {
  'unknown-machine': 'the trust’s computer does not know this kind of step yet',
  'not-a-step': 'this step does not follow from where the review is',
  'moved-on': 'the review had already moved on when it arrived',
  'not-your-role': 'your role did not allow it on that day',
  'needs-reason': 'it needs a reason',
  'not-allowed': 'you may not change this review',
  'not-the-same': 'the trust does not hold exactly what the receipt says: hand over again',
  outstanding: 'notes are outstanding: only the review lead goes on, by naming whose',
  'notes-held': 'a device still holds notes of this review: hand them over first',
  'too-early': 'the answers are not agreed yet',
}

/** Why the trust said no to a step, in words. */
export const sayFault = (reason: string): string =>
  Object.hasOwn(faultWords, reason) ? faultWords[reason as DecisionFault] : reason
