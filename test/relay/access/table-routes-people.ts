import { only, type RouteRow, signedIn } from './route-row.ts'
import { NOBODY, OWN } from './table.ts'
import {
  ADMINISTRATORS,
  HEADS_ANYWHERE,
  HEADS_ELSEWHERE,
  INVITERS,
  OWN_INVITERS,
} from './table-routes-invitations.ts'
import { MADE_UP_PASSKEY } from './table-routes-sign-in.ts'

const lately = { lately: true } as const
/** Answered as for one's own, and nothing happens. */
const theirs = { who: NOBODY, yes: 200, no: 200 } as const

export const ACCOUNT_ROUTES: readonly RouteRow[] = [
  signedIn('GET /api/account/ways', 'The own passkeys, accounts and sign-ins', 200, {
    path: '/api/account/ways',
  }),
  signedIn(
    'POST /api/account/passkeys/options',
    'Begin to make a passkey',
    200,
    { path: '/api/account/passkeys/options' },
    { chance: true, ...lately },
  ),
  signedIn(
    'POST /api/account/passkeys',
    'Make a passkey that proves nothing',
    401,
    { path: '/api/account/passkeys', body: { name: 'Mine', passkey: MADE_UP_PASSKEY } },
    lately,
  ),
  {
    ...signedIn('PUT /api/account/passkeys/:id', 'Name somebody else’s passkey', 200, {
      path: '/api/account/passkeys/{passkey}',
      absent: '/api/account/passkeys/no-such-one',
      body: { name: 'Mine now' },
    }),
    ...theirs,
  },
  {
    ...signedIn(
      'DELETE /api/account/passkeys/:id',
      'Remove somebody else’s passkey',
      200,
      {
        path: '/api/account/passkeys/{passkey}',
        absent: '/api/account/passkeys/no-such-one',
      },
      lately,
    ),
    ...theirs,
  },
  {
    ...signedIn('DELETE /api/account/sessions/:id', 'Sign somebody else out', 200, {
      path: '/api/account/sessions/{session}',
      absent: '/api/account/sessions/no-such-one',
    }),
    ...theirs,
  },
  signedIn('DELETE /api/account/sessions', 'Sign out everywhere else', 200, {
    path: '/api/account/sessions',
  }),
]

const held = (role: string) => ({ role, urn: OWN, from: '2020-09-01', to: null })
const given = (role: string) => ({ roles: [held('Teacher'), held(role)] })

/** What an administrator alone does to somebody. */
const done = (act: string, what: string): RouteRow =>
  only(
    ADMINISTRATORS,
    `POST /api/people/:id/${act}`,
    what,
    [200, 403],
    { path: `/api/people/{person}/${act}`, absent: `/api/people/nobody/${act}` },
    lately,
  )

export const PEOPLE_ROUTES: readonly RouteRow[] = [
  only(
    INVITERS,
    'GET /api/people',
    'People and invitations, heads those of their school',
    [200, 403],
    {
      path: '/api/people',
    },
  ),
  only(
    OWN_INVITERS,
    'GET /api/people/:id',
    'The page of somebody at the own school',
    [200, 403],
    { path: '/api/people/{person}', absent: '/api/people/nobody' },
    { elsewhere: HEADS_ELSEWHERE },
  ),
  only(
    ADMINISTRATORS,
    'GET /api/people/:id',
    'The page of somebody of the trust',
    [200, 403],
    { path: '/api/people/{trust-person}', absent: '/api/people/nobody' },
    { elsewhere: HEADS_ANYWHERE },
  ),
  only(
    OWN_INVITERS,
    'PUT /api/people/:id/roles',
    'Give somebody at the own school a teacher’s role',
    [200, 403],
    {
      path: '/api/people/{person}/roles',
      absent: '/api/people/nobody/roles',
      body: given('Subject lead'),
    },
    { elsewhere: HEADS_ELSEWHERE, ...lately },
  ),
  only(
    ADMINISTRATORS,
    'PUT /api/people/:id/roles',
    'Give somebody at the own school a head’s role',
    [200, 403],
    { path: '/api/people/{person}/roles', body: given('Head') },
    { elsewhere: HEADS_ELSEWHERE, ...lately },
  ),
  only(
    ADMINISTRATORS,
    'PUT /api/people/:id/roles',
    'Give somebody of the trust a role at the own school',
    [200, 403],
    {
      path: '/api/people/{trust-person}/roles',
      absent: '/api/people/nobody/roles',
      body: given('Teacher'),
    },
    { elsewhere: HEADS_ANYWHERE, ...lately },
  ),
  done('remove', 'Remove somebody'),
  done('bring-back', 'Bring somebody back'),
  done('end-sessions', 'Sign somebody out everywhere'),
]
