import type { RepAccess } from '../access/facts.ts'
import { REP_START } from '../access/reps.ts'
import type { WhatDay } from '../calendar/school-calendar.ts'
import type { Milestone } from './milestones.ts'
import { type RepReview, reviewsHeld } from './progress.ts'
import type { MilestoneDue } from './weeks.ts'
import { type RepVisit, visitsInOrder } from './work.ts'

/** A day of a plan in the list of visits, read from the plan's own records: nobody enters it twice. */
export interface RepDay {
  readonly id: string
  readonly rep: string
  readonly urn: string
  readonly kind: 'rep_mentor' | 'milestone_review'
  /** Of a milestone review; null for a mentor's visit. */
  readonly milestone: Milestone | null
  /** yyyy-mm-dd on which it is meant to be, or was. */
  readonly due: string
  /** yyyy-mm-dd, or '' while it is to come. */
  readonly doneOn: string
  /** What the due day is, and the last school day before one that is none (HC13); null where it is done. */
  readonly falls: WhatDay | null
  readonly remindOn: string | null
}

interface RepDayFacts {
  readonly visits: readonly RepVisit[]
  readonly reviews: readonly RepReview[]
  readonly due: readonly MilestoneDue[]
}

type Rep = Pick<RepAccess, 'id' | 'urn' | 'stage'>

const visitDay = (rep: Rep, id: string, due: string, done: boolean): RepDay => ({
  id: `${rep.id} visit ${id}`,
  rep: rep.id,
  urn: rep.urn,
  kind: 'rep_mentor',
  milestone: null,
  due,
  doneOn: done ? due : '',
  falls: null,
  remindOn: null,
})

/** Visits that were made, and the next one while the plan runs. */
function mentorDays(rep: Rep, visits: readonly RepVisit[], today: string): RepDay[] {
  const inOrder = visitsInOrder(visits).filter(({ date }) => date !== '')
  const last = inOrder.at(-1)
  const next = last && last.nextVisit > last.date ? last.nextVisit : ''
  return [
    ...inOrder.map(({ id, date }) => visitDay(rep, id, date, date <= today)),
    ...(next === '' || rep.stage === 'ended' ? [] : [visitDay(rep, 'next', next, false)]),
  ]
}

function reviewDays(rep: Rep, { reviews, due }: RepDayFacts): RepDay[] {
  const held = new Map(reviewsHeld(reviews).map(({ milestone, date }) => [milestone, date]))
  return due.flatMap(({ milestone, due: day, falls, remindOn }): RepDay[] => {
    const doneOn = held.get(milestone) ?? ''
    // What was not reviewed when the plan ended, or went on as an extension, is not to come any more.
    if (doneOn === '' && ['ended', 'extended'].includes(rep.stage ?? REP_START)) return []
    const open = doneOn === ''
    return [
      {
        id: `${rep.id} ${milestone}`,
        rep: rep.id,
        urn: rep.urn,
        kind: 'milestone_review',
        milestone,
        due: day,
        doneOn,
        falls: open ? falls : null,
        remindOn: open ? remindOn : null,
      },
    ]
  })
}

/** The days of a plan that is issued, in order; a draft has none. @param today yyyy-mm-dd */
export function repDays(rep: Rep, facts: RepDayFacts, today: string): RepDay[] {
  if ((rep.stage ?? REP_START) === REP_START) return []
  return [...mentorDays(rep, facts.visits, today), ...reviewDays(rep, facts)].sort(
    (a, b) => a.due.localeCompare(b.due) || (a.id < b.id ? -1 : 1),
  )
}
