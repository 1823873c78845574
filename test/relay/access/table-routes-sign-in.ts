import { open, type RouteRow } from './route-row.ts'

/** Well formed, and proves nothing. */
export const MADE_UP_PASSKEY = {
  id: '{new}',
  rawId: '{new}',
  type: 'public-key',
  response: { clientDataJSON: 'e30', attestationObject: 'e30' },
} as const

const setUp = {
  trust: 'Another trust',
  schools: [{ urn: '900009', name: 'Another school', phase: 'Primary' }],
  person: { name: 'Somebody', job: 'Chief executive', role: 'CEO' },
}

/** Signing in, and making the trust: open to all, for nobody is signed in yet. */
export const SIGN_IN_ROUTES: readonly RouteRow[] = [
  open('GET /api/sign-in/ways', 'How people of this trust sign in', 200, {
    path: '/api/sign-in/ways',
  }),
  open(
    'POST /api/sign-in/passkey/options',
    'Begin to sign in with a passkey; it names nobody',
    200,
    { path: '/api/sign-in/passkey/options' },
    { chance: true },
  ),
  open('POST /api/sign-in/passkey', 'Sign in with a passkey that proves nothing', 401, {
    path: '/api/sign-in/passkey',
    body: {
      passkey: {
        ...MADE_UP_PASSKEY,
        response: { clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30' },
      },
    },
  }),
  open('POST /api/sign-in/passkey', 'Sign in with somebody’s passkey and no signature', 401, {
    path: '/api/sign-in/passkey',
    body: {
      passkey: {
        ...MADE_UP_PASSKEY,
        id: '{passkey}',
        response: { clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30' },
      },
    },
  }),
  open('GET /api/sign-in/with/:provider', 'To a provider that this trust does not use', 404, {
    path: '/api/sign-in/with/google',
  }),
  open(
    'GET /api/sign-in/with/:provider/back',
    'Back from a provider without having gone: to the sign-in page',
    303,
    { path: '/api/sign-in/with/google/back?code=made-up&state=made-up' },
  ),
  open('POST /api/set-up/look', 'Make the trust, once somebody is there', 404, {
    path: '/api/set-up/look',
    body: { code: '{new}' },
  }),
  open('POST /api/set-up/options', 'Make the trust, once somebody is there', 404, {
    path: '/api/set-up/options',
    body: { code: '{new}', name: 'Somebody' },
  }),
  open('POST /api/set-up/finish', 'Make the trust, once somebody is there', 404, {
    path: '/api/set-up/finish',
    body: { code: '{new}', plan: setUp, passkey: MADE_UP_PASSKEY },
  }),
]
