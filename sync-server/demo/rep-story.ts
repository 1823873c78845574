import type { ItemStatus, Milestone } from '../../src/domain/rep/milestones.ts'
import type { RepReview } from '../../src/domain/rep/progress.ts'
import type { Role } from '../../src/domain/roles.ts'
import { HOST } from './world.ts'

/*
 * The plan of the demonstration: invented, and laid on the days of one autumn; `rep-content.ts` moves it
 * to any other day.
 */

export const CEO = 'p01'
export const EHT = 'p02'
export const HEAD = 'p03'
export const MENTOR = 'p08'
export const READING_LEAD = 'p23'

export const ROLE_OF: Readonly<Record<string, Role>> = {
  [CEO]: 'CEO',
  [EHT]: 'EHT',
  [HEAD]: 'Head',
  [MENTOR]: 'Mentor',
}

/** The plan as the relay is told of it. */
export const PLAN_OF_STORY = {
  urn: HOST.urn,
  kind: 'education',
  code: 'REP-RPS-1',
  writtenBy: EHT,
  mentors: [MENTOR],
} as const

/** The day in the story that is made today: the mentor's third half day, not yet begun. */
export const STORY_TODAY = '2025-11-20'
export const STARTED = '2025-11-03'

export const PLAN = {
  why: 'What pupils meet depends too much on the room they are in, and reading has stood still since the summer.',
  priority1: 'The same calm in every room',
  priority2: 'Reading that moves on each week',
  priority3: 'A timetable that gives time back to learning',
  success:
    'Pupils in Years 3 to 5 can say what happens next when somebody disturbs a lesson, and nine in ten know the next step in their reading.',
  daysPerWeek: 0.5,
  fundingGbp: 2400,
  weeks: 'calendar',
  shareStaff: true,
}

export const SHOWN_BY: Readonly<Record<string, string>> = {
  'w1-4': READING_LEAD,
  'w3-4': READING_LEAD,
}

type VisitKey = 'v1' | 'v2' | 'v3'

interface Line {
  readonly item: string
  readonly status: Exclude<ItemStatus, 'not_started'>
  /** Of which day it is true, and on which day it was set. */
  readonly on: string
  readonly set: string
  readonly seen: string
  readonly count?: { readonly n: number; readonly of: number }
  /** The mentor's visit at which it was seen; else the head shows it. */
  readonly visit?: VisitKey
  /** Why it is late and not failed. */
  readonly late?: string
}

export const W1_REVIEW = '2025-11-10'
export const W3_REVIEW = '2025-11-24'

export const LINES: readonly Line[] = [
  {
    item: 'w1-1',
    status: 'met',
    on: '2025-11-07',
    set: W1_REVIEW,
    seen: 'The card was given out at a briefing. Six rooms looked at since: it is up in all of them.',
    visit: 'v1',
  },
  {
    item: 'w1-2',
    status: 'met',
    on: '2025-11-06',
    set: W1_REVIEW,
    seen: 'A sign on the door; the copier stands in the office corridor now.',
  },
  {
    item: 'w1-3',
    status: 'met',
    on: '2025-11-07',
    set: W1_REVIEW,
    seen: 'The first meeting was held while the CEO took assembly.',
  },
  {
    item: 'w1-4',
    status: 'partly_met',
    on: '2025-11-10',
    set: W1_REVIEW,
    seen: 'Years 3 and 4 have it in every folder. Year 5 has not begun.',
    visit: 'v1',
  },
  {
    item: 'w1-5',
    status: 'met',
    on: '2025-11-10',
    set: W1_REVIEW,
    seen: 'Times tables on the way to the hall, spellings at the door.',
    count: { n: 4, of: 6 },
  },
  {
    item: 'w3-1',
    status: 'met',
    on: '2025-11-17',
    set: '2025-11-17',
    seen: 'Two skips went away full. The hallway is clear.',
  },
  {
    item: 'w3-2',
    status: 'met',
    on: '2025-11-13',
    set: '2025-11-17',
    seen: 'Three meetings in three days with the trust’s form. Joined the one for Year 5.',
    visit: 'v2',
  },
  {
    item: 'w3-3',
    status: 'met',
    on: '2025-11-19',
    set: W3_REVIEW,
    seen: 'Staff have a draft. Went through the afternoons with the head.',
    visit: 'v3',
  },
  {
    item: 'w3-4',
    status: 'partly_met',
    on: '2025-11-21',
    set: W3_REVIEW,
    seen: 'A trial has been asked for.',
  },
  {
    item: 'w3-5',
    status: 'not_met',
    on: '2025-11-24',
    set: W3_REVIEW,
    seen: 'Everybody has the policy. The training is two weeks away.',
    late: 'The provider sets the day of the training.',
  },
]

interface StoryVisit {
  readonly key: VisitKey
  readonly date: string
  readonly start: string
  readonly end: string
  readonly nextVisit: string
  readonly note: string
  readonly promised: string
}

export const VISITS: readonly StoryVisit[] = [
  {
    key: 'v1',
    date: '2025-11-06',
    start: '08:30',
    end: '12:00',
    nextVisit: '2025-11-13',
    note: 'Showed the steps in Year 5 with the teacher; looked at folders.',
    promised: 'Bring a folder from Nettle Copse that is filled in.',
  },
  {
    key: 'v2',
    date: '2025-11-13',
    start: '12:30',
    end: '16:00',
    nextVisit: '2025-11-20',
    note: 'In the Year 5 progress meeting.',
    promised: 'Bring two timetables from schools of the same size.',
  },
  {
    key: 'v3',
    date: '2025-11-20',
    start: '08:30',
    end: '12:00',
    nextVisit: '',
    note: 'Drew up the timetable with the head.',
    promised: '',
  },
]

interface StoryReview {
  readonly milestone: Milestone
  readonly date: string
  readonly present: readonly string[]
  readonly decision: NonNullable<RepReview['decision']>
  readonly carried: readonly string[]
  readonly note: string
  readonly headSays: string
}

export const REVIEWS: readonly StoryReview[] = [
  {
    milestone: 'w1',
    date: W1_REVIEW,
    present: [CEO, EHT, HEAD, MENTOR],
    decision: 'continue',
    carried: ['w1-4'],
    note: 'Folders of Year 5 within a week.',
    headSays: 'The reading lead takes the folders on.',
  },
  {
    milestone: 'w3',
    date: W3_REVIEW,
    present: [EHT, HEAD, MENTOR],
    decision: 'continue',
    carried: ['w3-4', 'w3-5'],
    note: 'The day of the training is not ours to choose: late, not failed.',
    headSays: 'Agreed.',
  },
]
