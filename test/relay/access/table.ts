import type { DocumentRef } from '../../../src/domain/documents.ts'
import type { Role } from '../../../src/domain/roles.ts'
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
const ANYBODY: Who = { ...ANY_ROLE, team: ['lead', 'writer', 'reviewer'] }
/** The team's people hold a role at another school, so what any role may do they may. */
const ANY_ROLE_HELD = ANYBODY

const LEADERS = ['CEO', 'EHT', 'COO', 'Central AHT'] as const
const READERS = [...LEADERS, 'CFO', 'Compliance Manager', 'SIP'] as const

export interface DocumentRow {
  readonly what: string
  /** One that exists, and one that does not and could: nobody may tell which is which. */
  readonly there: string
  readonly absent: string | null
  readonly read: Who
  readonly write: Who
}

const row = (
  what: string,
  there: string,
  absent: string | null,
  read: Who,
  write: Who,
): DocumentRow => ({ what, there, absent, read, write })

const notesOf = (review: string) => `review/${review}/notes/writer`

export const DOCUMENTS: Readonly<Record<DocumentRef['kind'], readonly DocumentRow[]>> = {
  trust: [
    row('The trust’s schools, people and templates', 'trust', null, ANY_ROLE_HELD, {
      trust: ['CEO', 'COO'],
    }),
  ],
  school: [
    row(
      'A school’s year: walks, defects, actions',
      `school/${OWN}/2026-27`,
      `school/${OWN}/2027-28`,
      { own: 'every role', trust: READERS },
      {
        own: ['Head', 'HoS', 'Site', 'DSL', 'SENDCO', 'Subject lead'],
        trust: [...LEADERS, 'Compliance Manager'],
      },
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
      'A review: questions, timetable, answers',
      `review/${REVIEWS.open}`,
      'review/no-such-review',
      { own: ['Head'], team: ['lead', 'writer', 'reviewer'] },
      { own: ['Head'], team: ['lead', 'writer', 'reviewer'] },
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
  qla: [row('A paper’s marks, pupil by pupil', 'qla/paper-1', 'qla/paper-2', NOBODY, NOBODY)],
  control: [
    row(
      'An internal control visit',
      `control/${OWN}/2026-11-24`,
      `control/${OWN}/2026-11-25`,
      { own: ['Head'], trust: ['CFO', 'COO'] },
      { trust: ['CFO', 'COO'] },
    ),
  ],
}

/** Who knows of a review of the own school at all, and may be told that a step of it is not theirs. */
export const KNOW_THE_REVIEW: Who = {
  own: ['Head', 'HoS'],
  trust: ['CEO', 'EHT', 'APF'],
  team: ['lead', 'writer', 'reviewer'],
}

/** Steps that are decided, by machine and step; all of one review of the own school. */
export const DECISIONS: readonly {
  readonly what: string
  readonly machine: string
  readonly from: string
  readonly to: string
  readonly who: Who
}[] = [
  {
    what: 'Withdraw a review',
    machine: 'peer-review',
    from: 'planned',
    to: 'withdrawn',
    who: { own: ['Head', 'HoS'], trust: ['CEO', 'EHT'] },
  },
  {
    what: 'Send the focus',
    machine: 'peer-review',
    from: 'planned',
    to: 'focus_sent',
    who: { own: ['Head', 'HoS'] },
  },
  {
    what: 'Reveal the notes',
    machine: 'notes-reveal',
    from: 'private',
    to: 'revealed',
    who: { team: ['lead'] },
  },
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

export interface Ask {
  readonly method: string
  readonly path: string
  /** The same asked of something that does not exist. */
  readonly absent?: string
  readonly body?: unknown
}

export interface RouteRow {
  readonly what: string
  readonly ask: Ask
  readonly nobody: number
  readonly who: Who
  /** Status for those who may, and for those who are signed in and may not. */
  readonly yes: number
  readonly no: number
}

const open = (what: string, ask: Ask, status: number): RouteRow => ({
  what,
  ask,
  nobody: status,
  who: ANYBODY,
  yes: status,
  no: status,
})

const plan = {
  date: '2099-12-01',
  lead: 'lead',
  reviewers: ['lead', 'writer', 'reviewer'],
  blindFirst: false,
  teamReason: 'A small school',
}
const PLANNERS: Who = { own: ['Head', 'HoS'], trust: ['CEO', 'EHT', 'Central AHT'] }

export const ROUTES: Readonly<Record<string, RouteRow>> = {
  'GET /healthz': open('Whether it is alive', { method: 'GET', path: '/healthz' }, 200),
  'GET /readyz': open('Whether it can write', { method: 'GET', path: '/readyz' }, 200),
  'GET /*': open('The built app, the same for all', { method: 'GET', path: '/index.html' }, 200),
  'GET /api/session': {
    what: 'Who I am and what I may open',
    ask: { method: 'GET', path: '/api/session' },
    nobody: 401,
    who: ANYBODY,
    yes: 200,
    no: 200,
  },
  'POST /api/session': open(
    'Sign in with one tap: a demonstration only',
    { method: 'POST', path: '/api/session', body: { person: 'lead' } },
    401,
  ),
  'DELETE /api/session': open('Sign out', { method: 'DELETE', path: '/api/session' }, 200),
  'GET /api/demo/people': open(
    'The people of a demonstration, and nothing elsewhere',
    { method: 'GET', path: '/api/demo/people' },
    404,
  ),
  'POST /api/reviews': {
    what: 'Plan a review of the own school',
    ask: { method: 'POST', path: '/api/reviews', body: { ...plan, id: 'next-review', urn: OWN } },
    nobody: 401,
    who: PLANNERS,
    yes: 200,
    no: 403,
  },
  'PUT /api/reviews/:id': {
    what: 'Change a review of the own school',
    ask: {
      method: 'PUT',
      path: `/api/reviews/${REVIEWS.open}`,
      absent: '/api/reviews/no-such-review',
      body: { ...plan, date: '2099-11-25' },
    },
    nobody: 401,
    who: PLANNERS,
    yes: 200,
    no: 403,
  },
  'GET /api/quarantine': {
    what: 'What was put aside: person, reason, count, times',
    ask: { method: 'GET', path: '/api/quarantine' },
    nobody: 401,
    who: { trust: ['CEO', 'COO'] },
    yes: 200,
    no: 403,
  },
  'POST /api/csp': open(
    'Say what the policy stopped: counted, never kept',
    { method: 'POST', path: '/api/csp', body: [] },
    204,
  ),
  'ALL /api/*': open('Nothing', { method: 'GET', path: '/api/no-such-thing' }, 404),
  'POST /sync': {
    what: 'The messages above, in one request',
    ask: { method: 'POST', path: '/sync', body: null },
    nobody: 401,
    who: ANYBODY,
    yes: 200,
    no: 200,
  },
  'ALL /sync': open('Only an upgrade or a POST', { method: 'GET', path: '/sync' }, 426),
}
