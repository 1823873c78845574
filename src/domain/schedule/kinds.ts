import type { TemplateJob } from '../checks/template.ts'

/** Kinds of visit (domain notes B2 and A3), and the checklists whose runs show that one was made. */
export const VISIT_KINDS = [
  ['walkaround', 'Health and safety walkaround', 'walkaround'],
  ['site_audit', 'Full site audit', 'premises'],
  ['scr_spot', 'SCR spot check', 'scr'],
  ['learning_walk', 'Learning walk', 'learning_walk'],
  ['book_look', 'Book look', 'book_look'],
  ['pupil_voice', 'Pupil voice', 'pupil_voice'],
  ['book_study', 'Pupil book study', 'book_study'],
  ['attendance_visit', 'Attendance visit', 'attendance_visit'],
  ['internal_control', 'Internal control visit', 'internal_control'],
  ['peer_review', 'Peer review', null],
  ['qa', 'Quality assurance (QA)', null],
  ['sip_visit', 'School improvement partner visit', null],
  ['ceo_visit', 'CEO visit', null],
  ['curriculum_review', 'Curriculum review', null],
  ['safeguarding_review', 'Safeguarding review', null],
  ['moderation', 'Moderation', null],
  ['other', 'Another visit', null],
] as const satisfies readonly (readonly [string, string, TemplateJob | null])[]

/** Kinds that stand in the list by themselves, from records elsewhere: nobody plans them a second time. */
const FOUND_KINDS = [
  ['rep_mentor', 'Mentor’s visit'],
  ['milestone_review', 'Milestone review'],
] as const

export type VisitKind = (typeof VISIT_KINDS)[number][0]
export const VISIT_KIND_NAMES = VISIT_KINDS.map(([kind]) => kind)

export const visitKindWords = (kind: string): string =>
  [...VISIT_KINDS, ...FOUND_KINDS].find(([known]) => known === kind)?.[1] ?? kind

export const jobOfKind = (kind: string): TemplateJob | null =>
  VISIT_KINDS.find(([known]) => known === kind)?.[2] ?? null
