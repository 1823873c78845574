import type { DayEvent } from '../export/calendar-file.ts'
import { type VisitNow } from './occurrences.ts'
import { ruleTitle } from './rule.ts'
import { visitStateWords } from './state-words.ts'

/** Visits for a calendar file, a whole day each; those that were missed are left out. */
export const visitEvents = (
  visits: readonly VisitNow[],
  schoolOf: (urn: string) => string,
): DayEvent[] =>
  visits
    .filter(({ state }) => state !== 'missed')
    .map((visit) => ({
      uid: `${visit.id}@corridor`,
      date: visit.doneOn === '' ? visit.due : visit.doneOn,
      title: `${ruleTitle(visit.rule)}, ${schoolOf(visit.urn)}`,
      details: [
        visitStateWords(visit.state),
        visit.external ? 'Led by somebody from outside the trust' : '',
      ]
        .filter((words) => words !== '')
        .join('. '),
    }))
