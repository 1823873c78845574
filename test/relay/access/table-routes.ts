import { open, only, type RouteRow, signedIn } from './route-row.ts'
import { OWN, READS_THE_REVIEW, REVIEWS, type Who } from './table.ts'
import { REP_LEADERS, REP_MENTORS, REPS } from './table-reps.ts'
import { DEVICE_ROUTES } from './table-routes-devices.ts'
import { INVITATION_ROUTES } from './table-routes-invitations.ts'
import { ACCOUNT_ROUTES, PEOPLE_ROUTES } from './table-routes-people.ts'
import { SCHOOL_ROUTES } from './table-routes-schools.ts'
import { PHOTO_ROUTES } from './table-routes-photos.ts'
import { SIGN_IN_ROUTES } from './table-routes-sign-in.ts'

const plan = {
  lead: 'lead',
  reviewers: ['lead', 'writer', 'reviewer'],
  blindFirst: false,
  teamReason: 'A small school',
}
const PLANNERS: Who = { own: ['Head', 'HoS'], trust: ['CEO', 'EHT', 'Central AHT'] }

const APP: readonly RouteRow[] = [
  open('GET /healthz', 'Whether it is alive', 200, { path: '/healthz' }),
  open('GET /readyz', 'Whether it can write', 200, { path: '/readyz' }),
  open('GET /*', 'The built app, the same for all', 200, { path: '/index.html' }),
  signedIn('GET /api/session', 'Who I am and what I may open', 200, { path: '/api/session' }),
  open('POST /api/session', 'Sign in with one tap: a demonstration only', 401, {
    path: '/api/session',
    body: { person: 'lead' },
  }),
  open('DELETE /api/session', 'Sign out', 200, { path: '/api/session' }),
  open('GET /api/demo/people', 'The people of a demonstration, and nothing elsewhere', 404, {
    path: '/api/demo/people',
  }),
]

const MAIL: readonly RouteRow[] = [
  signedIn('GET /api/digest', 'Whether I get the weekly e-mail', 200, { path: '/api/digest' }),
  signedIn('PUT /api/digest', 'Turn my own weekly e-mail on or off', 200, {
    path: '/api/digest',
    body: { wanted: true },
  }),
  open('GET /api/digest/stop/:code', 'The question of a link in a mail', 404, {
    path: '/api/digest/stop/no-such-code',
  }),
  open('POST /api/digest/stop/:code', 'Stop the mail whose link it is', 404, {
    path: '/api/digest/stop/no-such-code',
  }),
]

const WORK: readonly RouteRow[] = [
  only(PLANNERS, 'POST /api/reviews', 'Plan a review of the own school', [201, 403], {
    path: '/api/reviews',
    body: { ...plan, id: '{new}', urn: OWN, date: '{day}' },
  }),
  only(PLANNERS, 'PUT /api/reviews/:id', 'Change a review of the own school', [200, 403], {
    path: `/api/reviews/${REVIEWS.open}`,
    absent: '/api/reviews/no-such-review',
    body: { ...plan, date: '2099-11-25' },
  }),
  only(
    { own: ['Head', 'HoS'], trust: ['CEO', 'EHT', 'APF'] },
    'PUT /api/reviews/:id/facilitators',
    'Name who leads the action-plan session',
    [200, 403],
    {
      path: `/api/reviews/${REVIEWS.open}/facilitators`,
      absent: '/api/reviews/no-such-review/facilitators',
      body: { facilitators: [], reason: '' },
    },
  ),
  only(REP_LEADERS, 'POST /api/reps', 'Begin a plan of the own school', [201, 403], {
    path: '/api/reps',
    body: { id: '{new}', urn: OWN, kind: 'education', mentors: REP_MENTORS },
  }),
  only(
    { ...REP_LEADERS, trust: [...REP_LEADERS.trust, 'CFO'] },
    'POST /api/reps',
    'Begin a plan of the own school about finance',
    [201, 403],
    {
      path: '/api/reps',
      body: { id: '{new}', urn: OWN, kind: 'finance', mentors: [] },
    },
  ),
  only(REP_LEADERS, 'PUT /api/reps/:id', 'Name the mentors of a plan', [200, 403], {
    path: `/api/reps/${REPS.issued}`,
    absent: '/api/reps/no-such-rep',
    body: { mentors: REP_MENTORS },
  }),
  only(
    READS_THE_REVIEW,
    'GET /api/history/*',
    'What happened to a review before its day',
    [200, 403],
    {
      path: `/api/history/review/${REVIEWS.open}`,
      absent: '/api/history/review/no-such-review',
    },
  ),
  only(
    { trust: ['CEO', 'COO'] },
    'GET /api/quarantine',
    'What was put aside: person, reason, count, times',
    [200, 403],
    { path: '/api/quarantine' },
  ),
  open('POST /api/csp', 'Say what the policy stopped: counted, never kept', 204, {
    path: '/api/csp',
    body: [],
  }),
  open('ALL /api/*', 'Nothing', 404, { method: 'GET', path: '/api/no-such-thing' }),
  signedIn('POST /sync', 'The messages above, in one request', 200, { path: '/sync', body: null }),
  open('ALL /sync', 'Only an upgrade or a POST', 426, { method: 'GET', path: '/sync' }),
]

/** Every route of the relay, some with more than one line. */
export const ROUTES: readonly RouteRow[] = [
  ...APP,
  ...SIGN_IN_ROUTES,
  ...INVITATION_ROUTES,
  ...ACCOUNT_ROUTES,
  ...PEOPLE_ROUTES,
  ...DEVICE_ROUTES,
  ...SCHOOL_ROUTES,
  ...MAIL,
  ...PHOTO_ROUTES,
  ...WORK,
]
