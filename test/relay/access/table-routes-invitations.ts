import { open, only, type RouteRow } from './route-row.ts'
import { OWN, type Who } from './table.ts'
import { MADE_UP_PASSKEY } from './table-routes-sign-in.ts'

export const ADMINISTRATORS: Who = { trust: ['CEO', 'COO'] }
const HEADS = ['Head', 'HoS'] as const
/** Administrators, and the heads of the school in question. */
export const OWN_INVITERS: Who = { ...ADMINISTRATORS, own: HEADS }
/** Whoever invites anybody at all. */
export const INVITERS: Who = { ...OWN_INVITERS, other: HEADS }
/** To a head, what is of another school or of the trust is as if it were not there. */
export const HEADS_ELSEWHERE = { who: { other: HEADS }, no: 404 } as const
export const HEADS_ANYWHERE = { who: { own: HEADS, other: HEADS }, no: 404 } as const

const inviting = (role: string, urn: string | null) => ({
  name: 'Somebody new',
  job: 'New here',
  email: '',
  roles: [{ role, urn, from: '2026-09-01', to: null }],
})

const lately = { lately: true } as const

const sending: readonly RouteRow[] = [
  only(
    OWN_INVITERS,
    'POST /api/invitations',
    'Invite a teacher to the own school',
    [201, 403],
    { path: '/api/invitations', body: inviting('Teacher', OWN) },
    lately,
  ),
  only(
    ADMINISTRATORS,
    'POST /api/invitations',
    'Invite a head to the own school',
    [201, 403],
    { path: '/api/invitations', body: inviting('Head', OWN) },
    lately,
  ),
  only(
    ADMINISTRATORS,
    'POST /api/invitations',
    'Invite an administrator',
    [201, 403],
    { path: '/api/invitations', body: inviting('COO', null) },
    lately,
  ),
  only(
    ADMINISTRATORS,
    'POST /api/invitations/for/:person',
    'A new way in for somebody who is there',
    [201, 403],
    { path: '/api/invitations/for/{person}', absent: '/api/invitations/for/nobody' },
    lately,
  ),
  only(
    OWN_INVITERS,
    'POST /api/invitations/:id/again',
    'Send a teacher’s invitation to the own school again',
    [201, 403],
    {
      path: '/api/invitations/{invitation}/again',
      absent: '/api/invitations/no-such-one/again',
    },
    { elsewhere: HEADS_ELSEWHERE, ...lately },
  ),
  only(
    ADMINISTRATORS,
    'POST /api/invitations/:id/again',
    'Send a trust leader’s invitation again',
    [201, 403],
    {
      path: '/api/invitations/{trust-invitation}/again',
      absent: '/api/invitations/no-such-one/again',
    },
    { elsewhere: HEADS_ANYWHERE, ...lately },
  ),
  only(
    OWN_INVITERS,
    'DELETE /api/invitations/:id',
    'Take back a teacher’s invitation to the own school',
    [200, 403],
    { path: '/api/invitations/{invitation}', absent: '/api/invitations/no-such-one' },
    { elsewhere: HEADS_ELSEWHERE, ...lately },
  ),
  only(
    ADMINISTRATORS,
    'DELETE /api/invitations/:id',
    'Take back a trust leader’s invitation',
    [200, 403],
    { path: '/api/invitations/{trust-invitation}', absent: '/api/invitations/no-such-one' },
    { elsewhere: HEADS_ANYWHERE, ...lately },
  ),
]

/** With the code in their hand: it alone lets somebody in. */
const invited: readonly RouteRow[] = [
  open('POST /api/invitations/look', 'Look at an invitation by its code', 200, {
    path: '/api/invitations/look',
    body: { code: '{code}' },
  }),
  open('POST /api/invitations/look', 'Look at one by a made-up code', 404, {
    path: '/api/invitations/look',
    body: { code: '{new}' },
  }),
  open(
    'POST /api/invitations/options',
    'Begin to accept by its code',
    200,
    { path: '/api/invitations/options', body: { code: '{code}' } },
    { chance: true },
  ),
  open('POST /api/invitations/options', 'Begin to accept by a made-up code', 404, {
    path: '/api/invitations/options',
    body: { code: '{new}' },
  }),
  open('POST /api/invitations/accept', 'Accept with a passkey that proves nothing', 401, {
    path: '/api/invitations/accept',
    body: { code: '{code}', passkey: MADE_UP_PASSKEY },
  }),
  open('POST /api/invitations/accept', 'Accept by a made-up code', 404, {
    path: '/api/invitations/accept',
    body: { code: '{new}', passkey: MADE_UP_PASSKEY },
  }),
]

export const INVITATION_ROUTES: readonly RouteRow[] = [...sending, ...invited]
