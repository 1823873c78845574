import { londonDate } from '../../../domain/london.ts'
import { type TimelineLine, timelineOf } from '../../../domain/rep/timeline.ts'
import type { RepHere } from '../use-rep.ts'

/** Everything that happened to a plan and is due, in order of the days. */
export const timelineHere = (here: RepHere): TimelineLine[] =>
  timelineOf({
    ...here,
    decisions: [...here.decided.plan.decisions, ...here.decided.funding.decisions],
    dayOf: londonDate,
  })
