import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { assertionSchema, checkAssertion, signInOptions } from '../accounts/webauthn.ts'
import { providerRoutes } from './provider.ts'
import {
  beginFlow,
  bodyOf,
  type DoorPorts,
  mayTry,
  openSession,
  originOf,
  refuse,
  takeFlow,
} from './ports.ts'

const NAMES = { google: 'Google', microsoft: 'Microsoft' } as const
const passkeySchema = z.object({ passkey: assertionSchema })

/** Signing in by passkey or by the trust's own accounts. Nothing here tells whether a person exists. */
export function signInRoutes(ports: DoorPorts): Hono {
  const { accounts, now, identity, demo } = ports

  const ways = (c: Context) =>
    c.json({
      demo,
      trust: accounts.trust.name(),
      providers: (identity.providers ?? []).map(({ id }) => ({ id, name: NAMES[id] })),
    })

  async function begin(c: Context) {
    if (!mayTry(c, ports)) return refuse(c, 'too-many-tries')
    const origin = originOf(c, identity)
    const options = await signInOptions({ origin })
    beginFlow(c, ports, { kind: 'sign-in', challenge: options.challenge, origin })
    return c.json(options)
  }

  async function finish(c: Context) {
    const flow = takeFlow(c, ports, 'sign-in')
    const asked = await bodyOf(c, passkeySchema)
    if (!asked) return refuse(c, 'malformed')
    if (!mayTry(c, ports, asked.passkey.id)) return refuse(c, 'too-many-tries')
    if (!flow) return refuse(c, 'not-proved')
    const proved = await checkAssertion(flow, flow.challenge, asked.passkey, accounts.passkeys)
    if (!proved || !accounts.people.find(proved.passkey.person)) return refuse(c, 'not-proved')
    accounts.passkeys.used(proved.passkey.id, proved.counter, now())
    return ports.whoIsIn(c, openSession(c, ports, proved.passkey.person, 'passkey'))
  }

  return new Hono()
    .get('/ways', ways)
    .post('/passkey/options', begin)
    .post('/passkey', finish)
    .route('/with', providerRoutes(ports))
}
