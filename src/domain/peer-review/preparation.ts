import type { AccessFacts, ReviewAccess } from '../access/facts.ts'
import { onTeam } from '../access/held.ts'
import type { Urn } from '../ids.ts'
import { rolesAt } from '../roles.ts'
import { liveQuestions } from './evidence.ts'
import { clashingNumbers, MOST_QUESTIONS } from './key-questions.ts'
import type { Pack } from './pack.ts'
import { isBeforeTheDay } from './stage-order.ts'

const DAY_MS = 86_400_000

/**
 * Last day on which the focus is in time (C6): the Sunday before the week of the review, weeks
 * beginning on Monday. Worked out by the calendar, so no clock change and no time zone moves it.
 * @param date of the review, `yyyy-mm-dd`; the answer too
 */
export function lastDayForFocus(date: string): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7
  return new Date(at - (sinceMonday + 1) * DAY_MS).toISOString().slice(0, 10)
}

export const focusIsLate = (reviewDate: string, day: string): boolean =>
  day > lastDayForFocus(reviewDate)

/** Who somebody is to the preparation: the school's lead, the CEO or EHT, or neither. */
export type Preparer = 'school' | 'ceo' | null

/**
 * A school lead who is also the CEO writes as the school: nothing of theirs is an addition (C7). CEO and
 * EHT prepare on the team or not; once the day has begun only on it.
 */
export function preparerOf(facts: AccessFacts, review: ReviewAccess): Preparer {
  const here = rolesAt(facts.roles, facts.today, review.urn as Urn)
  if (here.some((role) => role === 'Head' || role === 'HoS')) return 'school'
  const trust = rolesAt(facts.roles, facts.today, null)
  const leads = trust.some((role) => role === 'CEO' || role === 'EHT')
  const opens = onTeam(review, facts.person) || isBeforeTheDay(review.stage ?? '')
  return leads && opens ? 'ceo' : null
}

const ORDER_OPEN = ['planned', 'focus_sent']

export interface Opens {
  /** Focus, questions and all that explains them. */
  readonly words: boolean
  /** Which question comes first: until the questions are settled, since people then speak of them by number. */
  readonly order: boolean
  /** Taking a question out, and the practical side: on the day too (HC10). */
  readonly onTheDay: boolean
  /** Bringing a withdrawn question back: only while nobody has been sent anything. */
  readonly bringBack: boolean
}

/** What of the preparation may still be changed at a stage of the review. */
export const opensAt = (stage: string): Opens => ({
  words: isBeforeTheDay(stage),
  order: ORDER_OPEN.includes(stage),
  onTheDay: isBeforeTheDay(stage) || stage === 'on_the_day',
  bringBack: stage === 'planned',
})

export interface PreparationFault {
  readonly kind: 'stop' | 'ask' | 'show'
  /** Field of the pack's head, `questions`, or the record id of one key question. */
  readonly about: string
  readonly words: string
}

export interface PreparationFacts {
  /** `yyyy-mm-dd` by the school's clock. */
  readonly today: string
  /** The focus has been sent: from then on it is not late any more. */
  readonly sent: boolean
}

const ukDate = (iso: string) => iso.split('-').reverse().join('/')

function focusFaults({ review }: Pack, { today, sent }: PreparationFacts): PreparationFault[] {
  const none = review.focus.trim() === ''
  const unexplained = focusIsLate(review.date, today) && review.lateReason.trim() === ''
  const due = ukDate(lastDayForFocus(review.date))
  return [
    ...(none
      ? [{ kind: 'stop', about: 'focus', words: 'There is no focus yet: write one.' } as const]
      : []),
    ...(!sent && unexplained
      ? [
          {
            kind: 'ask',
            about: 'lateReason',
            words: `The focus was due by Sunday ${due}, the week before the review. It can go later: say why.`,
          } as const,
        ]
      : []),
  ]
}

function countFault(written: number): PreparationFault[] {
  const about = 'questions'
  if (written === 0)
    return [{ kind: 'stop', about, words: 'There is no key question yet: write two to four.' }]
  if (written > MOST_QUESTIONS)
    return [
      {
        kind: 'stop',
        about,
        words: `There are ${written} key questions and ${MOST_QUESTIONS} is the most: withdraw ${written - MOST_QUESTIONS}.`,
      },
    ]
  if (written >= 2 && written <= 4) return []
  const words = written === 1 ? 'There is one key question' : `There are ${written} key questions`
  return [{ kind: 'show', about, words: `${words}; two to four fit a day.` }]
}

function questionFaults({ questions }: Pack): PreparationFault[] {
  const live = liveQuestions(questions)
  const blank = live.filter(({ text }) => text.trim() === '')
  return [
    ...countFault(live.length - blank.length),
    ...blank.map(({ id, n }): PreparationFault => ({
      kind: 'stop',
      about: id,
      words: `Question ${n} has no words yet: write it or withdraw it.`,
    })),
    ...clashingNumbers(questions).map((n): PreparationFault => ({
      kind: 'stop',
      about: 'questions',
      words: `Two questions have the number ${n}: number them in order.`,
    })),
  ]
}

/** What is still missing from the preparation, in the order of the page (C6). */
export function preparationFaults(
  pack: Pack,
  facts: PreparationFacts,
): readonly PreparationFault[] {
  const noDsl = pack.review.dslName.trim() === ''
  return [
    ...focusFaults(pack, facts),
    ...questionFaults(pack),
    ...(noDsl
      ? [
          {
            kind: 'show',
            about: 'dslName',
            words: 'The designated safeguarding lead is not named: reviewers need it on the day.',
          } as const,
        ]
      : []),
  ]
}
