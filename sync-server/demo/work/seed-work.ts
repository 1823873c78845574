import { londonDate } from '../../../src/domain/london.ts'
import type { DemoPorts } from '../seed.ts'
import { writeOnce } from '../write.ts'
import { actionsOfSchools } from './actions.ts'
import { checklist } from './checklist.ts'
import { type DemoDays, demoDays } from './days.ts'
import type { Entry } from './entries.ts'
import { learningWalk } from './learning-walk.ts'
import { calendar, rules, visits } from './schedule.ts'
import { scrCheck } from './scr.ts'
import { walkaround } from './walkaround.ts'

/** What people of the demonstration did before today, by document. */
export function workOf(days: DemoDays): ReadonlyMap<string, readonly Entry[]> {
  const entries = [
    ...checklist(days),
    ...rules(days),
    ...visits(days),
    ...walkaround(days),
    ...scrCheck(days),
    ...learningWalk(days),
    ...actionsOfSchools(days),
  ]
  const byDocument = new Map<string, Entry[]>()
  for (const entry of entries)
    byDocument.set(entry.doc, [...(byDocument.get(entry.doc) ?? []), entry])
  return byDocument
}

/** The school calendar of the year of a moment, for the document `trust`. */
export const calendarOfToday = (now: number): readonly Entry[] =>
  calendar(demoDays(londonDate(now)))

/** Walks, checks, actions and visits of the weeks before, in documents that nobody has begun. */
export async function seedWork({ log, now }: Pick<DemoPorts, 'log' | 'now'>): Promise<void> {
  for (const [doc, entries] of workOf(demoDays(londonDate(now()))))
    await writeOnce(log, doc, now(), (_, addAs) => {
      for (const { id, type, fields, at } of entries) addAs(id, type, fields, at)
    })
}
