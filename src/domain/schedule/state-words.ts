import type { WhatDay } from '../calendar/school-calendar.ts'
import type { VisitState } from './occurrences.ts'

const STATE_WORDS: Readonly<Record<VisitState, string>> = {
  planned: 'Planned',
  due_soon: 'Due soon',
  due: 'Due',
  late: 'Late',
  done: 'Done',
  missed: 'Missed',
}
export const visitStateWords = (state: VisitState): string => STATE_WORDS[state]

const DAY_WORDS: Readonly<Record<WhatDay, string>> = {
  school: 'a school day',
  inset: 'an INSET day',
  holiday: 'in the holidays',
  bank_holiday: 'a bank holiday',
  closed: 'a day on which the school is closed',
  weekend: 'at a weekend',
  unknown: 'no school day',
}
/** "is an INSET day": why a visit is on another day than its rule meant. */
export const whatDayWords = (what: WhatDay): string => DAY_WORDS[what]
