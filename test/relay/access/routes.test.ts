import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packFrames } from '../../../src/domain/wire/frames.ts'
import { bundleRelay } from '../bundle.ts'
import { EVERYBODY, isOneOf, type Somebody } from './people.ts'
import type { Ask, RouteRow } from './route-row.ts'
import { BYSTANDER, BYSTANDERS_KEY } from './stand-ins.ts'
import { MANAGERS } from './table-routes-devices.ts'
import { OWN_INVITERS } from './table-routes-invitations.ts'
import { ROUTES } from './table-routes.ts'
import { openTrust } from './world.ts'

let ours: Awaited<ReturnType<typeof openTrust>>
let theirs: Awaited<ReturnType<typeof openTrust>>
let bundle: Awaited<ReturnType<typeof bundleRelay>>

beforeAll(async () => {
  bundle = await bundleRelay()
  ours = await openTrust(bundle.worker)
  theirs = await openTrust(bundle.worker)
})
afterAll(async () => {
  await ours.end()
  await theirs.end()
  bundle.remove()
})

let asked = 0

/** One question with everything it names there, from an address that nobody used before. */
async function request(ask: Ask, cookie: string | null) {
  const { method, path, body } = ours.fill(ask)
  const headers: Record<string, string> = { origin: ours.base, accept: '*/*' }
  headers['x-forwarded-for'] = `test-${(asked += 1)}`
  if (cookie !== null) headers['cookie'] = cookie
  const sent = body === null ? new Uint8Array(packFrames([])) : JSON.stringify(body)
  const init: RequestInit = { method, headers, redirect: 'manual' }
  const answer = await fetch(ours.base + path, body === undefined ? init : { ...init, body: sent })
  return { status: answer.status, text: await answer.text() }
}

/** The answer to a question, and to the same about what does not exist, if one can ask about it. */
async function bothOf(ask: Ask, cookie: string | null) {
  const answer = await request(ask, cookie)
  const { absent } = ask
  const none = absent === undefined ? answer : await request({ ...ask, path: absent }, cookie)
  return { answer, none }
}

/** What somebody is to be answered. */
function expectedOf({ who, yes, no, elsewhere }: RouteRow, one: Somebody): number {
  if (isOneOf(who, one)) return yes
  return elsewhere && isOneOf(elsewhere.who, one) ? elsewhere.no : no
}

const named = (rows: readonly RouteRow[]) =>
  rows.map((row) => [`${row.route}: ${row.what}`, row] as const)

describe('T15 every route', () => {
  it.each(named(ROUTES))('T15 %s', async (_name, row) => {
    const { ask, who, nobody } = row
    const signedOut = await bothOf(ask, null)
    expect(signedOut.answer.status).toBe(nobody)
    expect(signedOut.none).toEqual(signedOut.answer)
    for (const one of EVERYBODY) {
      // Some questions end the sign-in that they are asked with.
      const cookie = ours.signIn(one.id)
      // Who may open it may know as well that something else is not there.
      const asks = isOneOf(who, one) ? { ...ask, absent: undefined } : ask
      const { answer, none } = await bothOf(asks, cookie)
      const { status } = answer
      expect({ id: one.id, status }).toEqual({ id: one.id, status: expectedOf(row, one) })
      expect(none).toEqual(answer)
    }
  })

  it.each(named(ROUTES))(
    'T15 %s: another trust’s cookie is nobody’s',
    async (_name, { ask, chance }) => {
      const nobody = await request(ask, null)
      for (const id of ['trust-ceo', 'own-head', 'lead']) {
        const answer = await request(ask, theirs.cookieOf(id))
        expect(chance ? answer.status : answer).toEqual(chance ? nobody.status : nobody)
      }
    },
  )

  it.each(named(ROUTES.filter(({ lately }) => lately)))(
    'T15 %s: only with a sign-in of the last twelve hours',
    async (_name, { ask }) => {
      const again = { status: 403, text: JSON.stringify({ error: 'sign-in-again' }) }
      for (const id of ['trust-ceo', 'own-head', 'other-head', 'lead']) {
        const cookie = ours.signIn(id, 13)
        expect(await bothOf(ask, cookie)).toEqual({ answer: again, none: again })
      }
    },
  )
})

describe('T15 what stands behind an answer', () => {
  it('T15 lists of devices and people name only those that may be opened', async () => {
    const [device, person, invitation] = ['{device}', '{person}', '{invitation}'].map(
      (path) => ours.fill({ method: 'GET', path }).path,
    )
    for (const one of EVERYBODY) {
      const list = async (path: string) =>
        (await request({ method: 'GET', path }, ours.signIn(one.id))).text
      const devices = await list('/api/devices')
      const people = await list('/api/people')
      const inviter = isOneOf(OWN_INVITERS, one)
      expect({
        id: one.id,
        device: devices.includes(`"${device}"`),
        person: people.includes(`"${person}"`),
        invitation: people.includes(`"${invitation}"`),
      }).toEqual({
        id: one.id,
        device: isOneOf(MANAGERS, one),
        person: inviter,
        invitation: inviter,
      })
    }
  })

  it('T15 nobody renames or removes another’s passkey, or ends their sign-in', async () => {
    const { passkeys, sessions } = ours.accounts
    const theirWays = ROUTES.filter(({ ask }) => /\{(passkey|session)\}/.test(ask.path))
    expect(theirWays).toHaveLength(3)
    const asks = theirWays.map(({ ask }) => ours.fill(ask))
    const before = [passkeys.list(BYSTANDER), sessions.list(BYSTANDER, Date.now())]
    for (const one of EVERYBODY) for (const ask of asks) await request(ask, ours.signIn(one.id))
    expect([passkeys.list(BYSTANDER), sessions.list(BYSTANDER, Date.now())]).toEqual(before)
    expect(passkeys.list(BYSTANDER).every(({ name }) => name === BYSTANDERS_KEY)).toBe(true)
  })
})
