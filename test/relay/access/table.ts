import type { DocumentRef } from '../../../src/domain/documents.ts'
import type { Role } from '../../../src/domain/roles.ts'
import { type DocumentRow, row } from './document-row.ts'
import { REP_DECISIONS, REP_DOCUMENTS } from './table-reps.ts'
import type { DeviceMessage } from '../../../src/domain/wire/messages.ts'

/*
 * Who may do what, written by hand from the trust's own rules (domain notes B1 and B10) and not
 * from the code that it is held against. `docs/access.md` is printed from it: npm run access.
 */

export const OWN = '900001'
export const OTHER = '900002'
/** A review of the own school, one whose notes are private until revealed, and one elsewhere. */
export const REVIEWS = { open: 'open-review', blind: 'blind-review', elsewhere: 'other-review' }

/** People of a review's team who hold no role that would let them in. */
export type Team = 'lead' | 'writer' | 'reviewer'

/** Roles by where they are held: for the trust, at the school in question, at another school. */
export interface Who {
  readonly trust?: readonly Role[] | 'every role'
  readonly own?: readonly Role[] | 'every role'
  readonly other?: readonly Role[] | 'every role'
  readonly team?: readonly Team[]
}

export const NOBODY: Who = {}
const ANY_ROLE: Who = { trust: 'every role', own: 'every role', other: 'every role' }
export const ANYBODY: Who = { ...ANY_ROLE, team: ['lead', 'writer', 'reviewer'] }
/** The team's people hold a role at another school, so what any role may do they may. */
const ANY_ROLE_HELD = ANYBODY

export const LEADERS = ['CEO', 'EHT', 'COO', 'Central AHT'] as const
const READERS = [...LEADERS, 'CFO', 'Compliance Manager', 'SIP'] as const

const SCHOOL_STAFF = ['Head', 'HoS', 'Site', 'DSL', 'SENDCO', 'Subject lead'] as const
const WALKERS = {
  own: ['Head', 'HoS', 'Subject lead', 'SENDCO'],
  trust: [...LEADERS, 'SIP', 'TIL'],
} as const satisfies Who

const ASSESSMENT_LEADERS = {
  own: ['Head', 'HoS', 'AP Achievement', 'Subject lead'],
} as const satisfies Who
const ASSESSORS = {
  own: ['Head', 'HoS', 'AP Achievement', 'Subject lead', 'Teacher'],
} as const satisfies Who

/** A class list that names the own school's teacher; and one that only asks them to mark a paper. */
export const TAUGHT = `class/${OWN}/2026-27/colleague-1`
export const ASKING = `class/${OWN}/2026-27/somebody-1`
export const MARKED = `qla/${OWN}/2026-27/somebody-1-asked`

const notesOf = (review: string) => `review/${review}/notes/writer`

/** CEO and EHT settle the questions and send the pack out (C7); on the day it is the team's and the head's. */
export const READS_THE_REVIEW: Who = {
  own: ['Head'],
  trust: ['CEO', 'EHT'],
  team: ['lead', 'writer', 'reviewer'],
}

export const DOCUMENTS: Readonly<Record<DocumentRef['kind'], readonly DocumentRow[]>> = {
  trust: [
    row('The trust’s schools, people and templates', 'trust', null, ANY_ROLE_HELD, {
      trust: ['CEO', 'COO'],
    }),
  ],
  templates: [
    row('The trust’s checklists and prompts', 'templates', null, ANY_ROLE_HELD, {
      trust: [...LEADERS, 'Compliance Manager', 'SIP', 'TIL'],
    }),
  ],
  school: [
    row(
      'A school’s year: actions and visits',
      `school/${OWN}/2026-27`,
      `school/${OWN}/2027-28`,
      { own: [...SCHOOL_STAFF, 'AP Achievement', 'LSB Chair'], trust: READERS },
      { own: SCHOOL_STAFF, trust: [...LEADERS, 'Compliance Manager'] },
    ),
  ],
  checks: [
    row(
      'Walkarounds and other checks of a school',
      `checks/${OWN}/2026-27`,
      `checks/${OWN}/2027-28`,
      { own: ['Head', 'HoS', 'Site', 'DSL'], trust: READERS },
      { own: ['Head', 'HoS', 'Site'], trust: [...LEADERS, 'Compliance Manager'] },
    ),
  ],
  scr: [
    row(
      'Spot checks of the single central record',
      `scr/${OWN}/2026-27`,
      `scr/${OWN}/2027-28`,
      { own: ['Head', 'HoS', 'DSL'], trust: ['Compliance Manager', 'Trust DSL'] },
      { own: ['Head', 'DSL'], trust: ['Compliance Manager'] },
    ),
  ],
  walks: [
    row(
      'Learning walks, book looks, pupil voice',
      `walks/${OWN}/2026-27`,
      `walks/${OWN}/2027-28`,
      WALKERS,
      WALKERS,
    ),
  ],
  visited: [
    row(
      'What was shared of walks with one of the staff',
      `visited/${OWN}/2026-27/somebody`,
      `visited/${OWN}/2026-27/nobody`,
      WALKERS,
      WALKERS,
    ),
    row(
      'What was shared of walks with oneself',
      `visited/${OWN}/2026-27/own-teacher`,
      null,
      { ...WALKERS, own: [...WALKERS.own, 'Teacher'] },
      { ...WALKERS, own: [...WALKERS.own, 'Teacher'] },
    ),
  ],
  standing: [
    row(
      'A school’s plan, risks and card',
      `standing/${OWN}`,
      null,
      { own: ['Head', 'HoS', 'LSB Chair'], trust: [...READERS, 'Mentor'] },
      { own: ['Head', 'HoS'], trust: [...LEADERS, 'Mentor', 'Compliance Manager'] },
    ),
  ],
  review: [
    row(
      'A review before its day: questions, timetable (from the day on not the CEO, not the EHT)',
      `review/${REVIEWS.open}`,
      'review/no-such-review',
      READS_THE_REVIEW,
      READS_THE_REVIEW,
    ),
  ],
  notes: [
    row(
      'One reviewer’s notes',
      notesOf(REVIEWS.open),
      notesOf('no-such-review'),
      { team: ['lead', 'writer', 'reviewer'] },
      { team: ['writer'] },
    ),
    row(
      'One reviewer’s notes, private until the lead reveals them',
      notesOf(REVIEWS.blind),
      null,
      { team: ['writer'] },
      { team: ['writer'] },
    ),
  ],
  letter: [
    row(
      'A letter while it is written',
      `letter/${REVIEWS.open}`,
      'letter/no-such-review',
      { own: ['Head'], team: ['lead', 'writer', 'reviewer'] },
      { own: ['Head'], team: ['lead', 'writer', 'reviewer'] },
    ),
  ],
  'letter-reply': [
    row(
      'The head’s reply, before a letter is sent',
      `letter-reply/${REVIEWS.open}`,
      'letter-reply/no-such-review',
      NOBODY,
      NOBODY,
    ),
  ],
  plan: [
    row(
      'The action plan of a review',
      `plan/${REVIEWS.open}`,
      'plan/no-such-review',
      { own: ['Head', 'HoS'], trust: ['CEO', 'EHT'], team: ['lead', 'writer', 'reviewer'] },
      { own: ['Head', 'HoS'] },
    ),
  ],
  papers: [
    row('The trust’s library of test papers', 'papers', null, ANY_ROLE_HELD, {
      trust: ['Head', 'HoS', 'EHT', 'Central AHT', 'TIL', 'Subject lead', 'AP Achievement'],
      own: ['Head', 'HoS', 'EHT', 'Central AHT', 'TIL', 'Subject lead', 'AP Achievement'],
      other: ['Head', 'HoS', 'EHT', 'Central AHT', 'TIL', 'Subject lead', 'AP Achievement'],
    }),
  ],
  achievement: [
    row('Settings of question analysis', 'achievement', null, ANY_ROLE_HELD, {
      trust: ['EHT', 'Central AHT', 'TIL', 'AP Achievement'],
      own: ['AP Achievement'],
      other: ['AP Achievement'],
    }),
  ],
  'boundary-checks': [
    row('Checks of grade boundaries (C30)', 'boundary-checks', null, ANY_ROLE_HELD, {
      trust: ['AP Achievement'],
      own: ['AP Achievement'],
      other: ['AP Achievement'],
    }),
  ],
  class: [
    row(
      'The list of a class that names nobody of these',
      ASKING,
      `class/${OWN}/2026-27/somebody-2`,
      ASSESSMENT_LEADERS,
      ASSESSMENT_LEADERS,
    ),
    row(
      'The list of a class that one began oneself',
      `class/${OWN}/2026-27/own-teacher-1`,
      `class/${OWN}/2026-27/own-teacher-2`,
      ASSESSORS,
      ASSESSORS,
    ),
    row('The list of a class that names one as its teacher', TAUGHT, null, ASSESSORS, ASSESSORS),
  ],
  qla: [
    row(
      'A paper’s marks, pupil by pupil, of a class that is not one’s own',
      `qla/${OWN}/2026-27/somebody-1-paper`,
      `qla/${OWN}/2026-27/somebody-1-other`,
      ASSESSMENT_LEADERS,
      ASSESSMENT_LEADERS,
    ),
    row(
      'A paper’s marks of one’s own class',
      `qla/${OWN}/2026-27/own-teacher-1-paper`,
      `qla/${OWN}/2026-27/own-teacher-1-other`,
      ASSESSORS,
      ASSESSORS,
    ),
    row('A paper that one was asked to mark', MARKED, null, ASSESSORS, ASSESSORS),
  ],
  moderation: [
    row(
      'Samples of a school’s scripts for moderation',
      `moderation/${OWN}/2026-27`,
      `moderation/${OWN}/2027-28`,
      ASSESSMENT_LEADERS,
      ASSESSMENT_LEADERS,
    ),
  ],
  'qla-counts': [
    row(
      'Counts of a school’s analyses, small groups masked',
      `qla-counts/${OWN}/2026-27`,
      `qla-counts/${OWN}/2027-28`,
      { ...ASSESSORS, trust: [...LEADERS, 'SIP', 'TIL'] },
      ASSESSORS,
    ),
  ],
  control: [
    row(
      'An internal control visit',
      `control/${OWN}/2026-11-24`,
      `control/${OWN}/2026-11-25`,
      { own: ['Head'], trust: ['CFO', 'COO'] },
      { trust: ['CFO', 'COO'] },
    ),
  ],
  ...REP_DOCUMENTS,
}

/** Who knows of a review of the own school at all, and may be told that a step of it is not theirs. */
const KNOW_THE_REVIEW: Who = {
  own: ['Head', 'HoS'],
  trust: ['CEO', 'EHT', 'APF'],
  team: ['lead', 'writer', 'reviewer'],
}

const OF_REVIEW = {
  subject: `review/${REVIEWS.open}`,
  absent: 'review/no-such-review',
  know: KNOW_THE_REVIEW,
}

/** A step that is decided about a review or plan of the own school. */
export interface DecisionRow {
  readonly what: string
  readonly machine: string
  readonly from: string
  readonly to: string
  readonly who: Who
  readonly subject: string
  readonly absent: string
  readonly know: Who
}

export const DECISIONS: readonly DecisionRow[] = [
  {
    what: 'Withdraw a review',
    machine: 'peer-review',
    from: 'planned',
    to: 'withdrawn',
    who: { own: ['Head', 'HoS'], trust: ['CEO', 'EHT'] },
    ...OF_REVIEW,
  },
  {
    what: 'Send the focus',
    machine: 'peer-review',
    from: 'planned',
    to: 'focus_sent',
    who: { own: ['Head', 'HoS'] },
    ...OF_REVIEW,
  },
  {
    what: 'Reveal the notes',
    machine: 'notes-reveal',
    from: 'private',
    to: 'revealed',
    who: { team: ['lead'] },
    ...OF_REVIEW,
  },
  ...REP_DECISIONS,
]

/** What stands behind each message of a device; nothing is heard without a session. */
export const MESSAGES: Readonly<Record<DeviceMessage['type'], string>> = {
  hello: 'anybody signed in, for a device that is not somebody else’s',
  push: 'whoever may write the document, and then each row through the gate',
  follow: 'whoever may read the document',
  unfollow: 'anybody signed in; it is never answered',
  feed: 'anybody signed in; it names only what they may read',
  digest: 'whoever may read the document',
  propose: 'whoever holds the role for the step on the day it arrives',
  presence: 'whoever may read the document; told only to those who follow it',
  held: 'anybody signed in, about the device they speak from',
  ping: 'anybody signed in',
}
