/** Stages of a peer review in order (domain notes B9), with the words for people. */
export const REVIEW_STAGES = [
  ['planned', 'Being planned'],
  ['focus_sent', 'Focus sent'],
  ['expanded', 'Questions settled'],
  ['timetable_drafted', 'Timetable drafted'],
  ['agreed', 'Timetable agreed'],
  ['circulated', 'Pack sent out'],
  ['on_the_day', 'On the day'],
  ['synthesised', 'Answers agreed'],
  ['notes_handed_over', 'Notes handed over'],
  ['letter_drafted', 'Letter drafted'],
  ['letter_agreed', 'Letter agreed'],
  ['letter_issued', 'Letter sent'],
  ['session_booked', 'Action-plan session booked'],
  ['session_held', 'Action-plan session held'],
  ['closed', 'Closed'],
] as const

/** Where a review may end early, at any stage before it is closed. */
export const REVIEW_ENDS = [
  ['withdrawn', 'Withdrawn'],
  ['moved', 'Moved to another date'],
] as const

export type ReviewStage = (typeof REVIEW_STAGES)[number][0] | (typeof REVIEW_ENDS)[number][0]

const words = new Map<string, string>([...REVIEW_STAGES, ...REVIEW_ENDS])
export const stageWords = (stage: string): string => words.get(stage) ?? stage

const ORDER: readonly string[] = REVIEW_STAGES.map(([stage]) => stage)
const ENDS: readonly string[] = REVIEW_ENDS.map(([stage]) => stage)

/** Whether a review has come as far as a stage; one that ended early has come nowhere. */
export function hasReached(stage: string, wanted: ReviewStage): boolean {
  return ORDER.includes(stage) && ORDER.indexOf(stage) >= ORDER.indexOf(wanted)
}

/** Planned, and its day has not begun: nothing has been found yet. */
export const isBeforeTheDay = (stage: string): boolean =>
  hasReached(stage, 'planned') && !hasReached(stage, 'on_the_day')

/** Withdrawn, or moved to another date: it does not take place on this one. */
export const isOff = (stage: string): boolean => ENDS.includes(stage)
