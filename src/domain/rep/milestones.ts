/** The three looks at a plan, and how many weeks after its start each is due. */
export const MILESTONES = [
  ['w1', 'Within 1 week', 1],
  ['w3', 'Within 3 weeks', 3],
  ['w6', 'By week 6', 6],
] as const
export type Milestone = (typeof MILESTONES)[number][0]
export const MILESTONE_NAMES = MILESTONES.map(([milestone]) => milestone)

export const isMilestone = (text: string): text is Milestone =>
  MILESTONE_NAMES.some((milestone) => milestone === text)

const names = new Map<string, string>(MILESTONES.map(([milestone, words]) => [milestone, words]))
export const milestoneWords = (milestone: string): string => names.get(milestone) ?? milestone

export const ITEM_STATUSES = [
  ['not_started', 'Not started'],
  ['partly_met', 'Partly met'],
  ['met', 'Met'],
  ['not_met', 'Not met'],
] as const
export type ItemStatus = (typeof ITEM_STATUSES)[number][0]
export const ITEM_STATUS_NAMES = ITEM_STATUSES.map(([status]) => status)

const statusNames = new Map<string, string>(ITEM_STATUSES)

/** "Not met: late, not failed". @param late somebody said that it is late through no fault of the work */
export function itemStatusWords(status: string, late = false): string {
  const words = statusNames.get(status) ?? status
  return late ? `${words}: late, not failed` : words
}

export const REP_KINDS = ['education', 'finance'] as const
export type RepKind = (typeof REP_KINDS)[number]
