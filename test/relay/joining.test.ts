import { describe, expect, it } from 'vitest'
import { softPasskey } from '../helpers/soft-passkey.ts'
import { faultOf, openOffice, ORIGIN } from './office.ts'
import { held, URN } from './world.ts'

const DAY = 86_400_000
const PLAN = { name: 'Rowan', job: 'Headteacher', email: '', roles: [held('Teacher', URN)] }

/** An office where the COO has invited somebody. */
async function invited(plan: object = PLAN) {
  const office = openOffice()
  const coo = office.browser('p11')
  const { status, body } = await coo.ask('POST', '/api/invitations', plan)
  expect(status).toBe(201)
  return { ...office, coo, id: String(body['id']), code: String(body['code']) }
}

describe('an invitation', () => {
  it('A2 lets somebody in once, with their roles, a passkey and a cookie bound to the host', async () => {
    const { browser, code, accounts, clock } = await invited()
    const own = browser()
    const { body } = await own.ask('POST', '/api/invitations/look', { code })
    expect(body).toMatchObject({ name: 'Rowan', again: false, roles: PLAN.roles })
    const joined = await own.join(code, softPasskey())
    expect(joined.status).toBe(200)
    expect(joined.cookies.join('\n')).toMatch(
      /^__Host-corridor_session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/m,
    )
    const person = (await own.who()) ?? ''
    expect(accounts.people.rolesOf(person)).toEqual(PLAN.roles)
    expect(accounts.sessions.list(person, clock.now)).toMatchObject([{ way: 'passkey' }])
    expect(accounts.rights.of(person).map(({ what, by }) => [what, by])).toEqual([
      ['joined', 'p11'],
      ['passkey-made', person],
      ['invited', 'p11'],
    ])
    const second = browser()
    expect(faultOf(await second.join(code, softPasskey()))).toEqual([410, 'link-used'])
    expect(await second.who()).toBeNull()
  })

  it('A2 ends after seven days, and opens again when it is sent again, under another code', async () => {
    const { browser, code, id, clock } = await invited()
    clock.now += 7 * DAY
    expect(faultOf(await browser().join(code, softPasskey()))).toEqual([410, 'link-ended'])
    const coo = browser('p11')
    const sent = await coo.ask('POST', `/api/invitations/${id}/again`)
    expect(faultOf(await browser().join(code, softPasskey()))).toEqual([404, 'unknown-link'])
    expect((await browser().join(String(sent.body['code']), softPasskey())).status).toBe(200)
  })

  it('that was taken back opens nothing', async () => {
    const { browser, coo, code, id } = await invited()
    expect((await coo.ask('DELETE', `/api/invitations/${id}`)).status).toBe(200)
    expect(faultOf(await browser().join(code, softPasskey()))).toEqual([410, 'link-taken-back'])
    expect(faultOf(await coo.ask('POST', `/api/invitations/${id}/again`))[0]).toBe(404)
  })

  it('A2 falls with the rights of whoever sent it', async () => {
    const { browser, code, accounts, clock } = await invited()
    accounts.people.remove('p11', clock.now)
    expect(faultOf(await browser().join(code, softPasskey()))).toEqual([410, 'link-taken-back'])
  })

  it('A1 is known by the hash of its code alone, which no answer repeats', async () => {
    const { coo, code, browser } = await invited()
    const { body } = await coo.ask('GET', '/api/people')
    expect(JSON.stringify(body)).not.toContain(code)
    expect(faultOf(await browser().join(`${code}x`, softPasskey()))).toEqual([404, 'unknown-link'])
  })

  it.each([
    ['made for another site', { origin: 'https://evil.example' }],
    ['made for another name', { rpId: 'evil.example' }],
    ['without proof that it is them', { verified: false }],
    ['to another question', { challenge: 'bWFkZSB1cA' }],
  ])('takes no passkey %s', async (_what, change) => {
    const { browser, code } = await invited()
    const own = browser()
    expect(faultOf(await own.join(code, softPasskey(), change))).toEqual([401, 'not-proved'])
    expect(await own.who()).toBeNull()
    expect((await own.join(code, softPasskey())).status).toBe(200)
  })

  it('may be sent by a head for their own staff, and for nobody else', async () => {
    const { browser } = openOffice()
    const ask = async (person: string | null, role: ReturnType<typeof held>) =>
      faultOf(await browser(person).ask('POST', '/api/invitations', { ...PLAN, roles: [role] }))
    expect((await ask('p03', held('Teacher', URN)))[0]).toBe(201)
    for (const role of [
      held('Teacher', '900002'),
      held('Head', URN),
      held('LSB Chair', URN),
      held('COO'),
    ])
      expect(await ask('p03', role)).toEqual([403, 'not-allowed'])
    for (const person of ['p12', 'p07'])
      expect(await ask(person, held('Teacher', URN))).toEqual([403, 'not-allowed'])
    expect(await ask(null, held('Teacher', URN))).toEqual([401, 'signed-out'])
    expect(await ask('p11', held('Head'))).toEqual([422, 'wrong-place'])
  })

  it('A6 asks for a sign-in of the last twelve hours', async () => {
    const { browser, clock } = openOffice()
    const coo = browser('p11')
    clock.now += DAY / 2
    expect(faultOf(await coo.ask('POST', '/api/invitations', PLAN))).toEqual([403, 'sign-in-again'])
    expect((await coo.ask('GET', '/api/people')).status).toBe(200)
  })

  it('gives somebody who lost their passkey a new one, and keeps who they are', async () => {
    const { browser, accounts } = openOffice()
    const sent = await browser('p11').ask('POST', '/api/invitations/for/p04')
    const own = browser()
    const code = String(sent.body['code'])
    expect((await own.ask('POST', '/api/invitations/look', { code })).body['again']).toBe(true)
    expect((await own.join(code, softPasskey())).status).toBe(200)
    expect(await own.who()).toBe('p04')
    expect(accounts.people.find('p04')?.name).toBe('Person p04')
    expect(faultOf(await browser('p03').ask('POST', '/api/invitations/for/p12'))[0]).toBe(403)
  })
})

describe('a passkey', () => {
  async function joined() {
    const office = await invited()
    const passkey = softPasskey('handle')
    await office.browser().join(office.code, passkey)
    return { ...office, passkey }
  }

  it('A3 signs its owner in, and an answer serves once', async () => {
    const { browser, passkey } = await joined()
    const own = browser()
    const asked = await own.options('/api/sign-in/passkey/options')
    const signed = { passkey: passkey.assert(asked) }
    expect((await own.ask('POST', '/api/sign-in/passkey', signed)).status).toBe(200)
    expect(await own.who()).not.toBeNull()
    const replay = browser()
    await replay.options('/api/sign-in/passkey/options')
    expect(faultOf(await replay.ask('POST', '/api/sign-in/passkey', signed))).toEqual([
      401,
      'not-proved',
    ])
  })

  it('A5 answers alike when it is unknown, signs wrongly, or its owner was removed', async () => {
    const { browser, passkey, accounts, clock } = await joined()
    const unknown = await browser().signIn(softPasskey())
    const wrong = await browser().signIn(passkey, { challenge: 'bWFkZSB1cA' })
    const untouched = await browser().signIn(passkey, { verified: false })
    const person = accounts.passkeys.find(passkey.id)?.person ?? ''
    accounts.people.remove(person, clock.now)
    const removed = await browser().signIn(passkey)
    const answers = [unknown, wrong, untouched, removed].map(({ status, body }) => ({
      status,
      body,
    }))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ status: 401, body: { error: 'not-proved' } })]),
    )
  })

  it('A3 that counts backwards was copied, and signs nobody in', async () => {
    const { browser, passkey } = await joined()
    passkey.setCounter(41)
    expect((await browser().signIn(passkey)).status).toBe(200)
    passkey.setCounter(7)
    expect(faultOf(await browser().signIn(passkey))).toEqual([401, 'not-proved'])
  })

  it('A3 is asked for within ten minutes, in the browser that asked', async () => {
    const { browser, passkey, clock } = await joined()
    const slow = browser()
    const asked = await slow.options('/api/sign-in/passkey/options')
    clock.now += 10 * 60_000
    const late = await slow.ask('POST', '/api/sign-in/passkey', { passkey: passkey.assert(asked) })
    expect(faultOf(late)).toEqual([401, 'not-proved'])
    const other = await browser().options('/api/sign-in/passkey/options')
    const stolen = await browser().ask('POST', '/api/sign-in/passkey', {
      passkey: passkey.assert(other),
    })
    expect(faultOf(stolen)).toEqual([401, 'not-proved'])
  })

  it('is named and taken away by its owner, never the last way in', async () => {
    const { browser, passkey, accounts } = await joined()
    const own = browser()
    await own.signIn(passkey)
    const second = softPasskey()
    expect(faultOf(await own.ask('DELETE', `/api/account/passkeys/${passkey.id}`))).toEqual([
      409,
      'last-way-in',
    ])
    const asked = await own.options('/api/account/passkeys/options')
    const made = { name: 'My phone', passkey: second.register(asked) }
    expect((await own.ask('POST', '/api/account/passkeys', made)).status).toBe(201)
    await own.ask('PUT', `/api/account/passkeys/${second.id}`, { name: 'Blue phone' })
    const person = (await own.who()) ?? ''
    expect(accounts.passkeys.list(person).map(({ name }) => name)).toContain('Blue phone')
    const other = browser('p04')
    await other.ask('PUT', `/api/account/passkeys/${second.id}`, { name: 'Mine now' })
    await other.ask('DELETE', `/api/account/passkeys/${second.id}`)
    expect(accounts.passkeys.list(person).map(({ name }) => name)).toContain('Blue phone')
    expect((await own.ask('DELETE', `/api/account/passkeys/${passkey.id}`)).status).toBe(200)
    expect(faultOf(await browser().signIn(passkey))[0]).toBe(401)
    expect((await browser().signIn(second)).status).toBe(200)
  })

  it('is asked for with user verification, discoverable, and with the extension that opens sealed work', async () => {
    const { browser } = await joined()
    const { body } = await browser('p04').ask('POST', '/api/account/passkeys/options')
    expect(body).toMatchObject({
      rp: { id: new URL(ORIGIN).hostname },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      extensions: { prf: {} },
    })
    const asked = await browser().ask('POST', '/api/sign-in/passkey/options')
    expect(asked.body).toMatchObject({ userVerification: 'required' })
    expect(asked.body['allowCredentials'] ?? []).toEqual([])
  })
})

describe('the set-up link', () => {
  const plan = {
    trust: 'Teasel Trust',
    schools: [{ urn: '990001', name: 'Pebble Brook', phase: 'Primary' }],
    person: { name: 'Sybil', job: 'COO', role: 'COO' },
  }
  const fresh = () => {
    const office = openOffice({ empty: true })
    return { ...office, code: office.accounts.trust.newSetUpCode(office.clock.now) }
  }
  async function setUp(own: ReturnType<ReturnType<typeof openOffice>['browser']>, code: string) {
    const asked = await own.options('/api/set-up/options', { code, name: 'Sybil' })
    const passkey = softPasskey().register(asked)
    return own.ask('POST', '/api/set-up/finish', { code, plan, passkey })
  }

  it('A2 opens nothing where somebody real is there already, or in a demonstration', async () => {
    for (const office of [openOffice(), openOffice({ demo: true, empty: true })]) {
      const code = office.accounts.trust.newSetUpCode(office.clock.now)
      const own = office.browser()
      expect(faultOf(await own.ask('POST', '/api/set-up/look', { code }))).toEqual([
        404,
        'unknown-link',
      ])
      expect(faultOf(await setUp(own, code))).toEqual([404, 'unknown-link'])
    }
  })

  it('A2 ends after a day, and with the next one that is printed', () => {
    const { accounts, clock, code } = fresh()
    const { trust } = accounts
    expect(trust.setUpCodeIs(code, clock.now + DAY - 1)).toBe(true)
    expect(trust.setUpCodeIs(code, clock.now + DAY)).toBe(false)
    const next = trust.newSetUpCode(clock.now)
    expect([trust.setUpCodeIs(code, clock.now), trust.setUpCodeIs(next, clock.now)]).toEqual([
      false,
      true,
    ])
  })
})

describe('tries', () => {
  it('are counted by address: one that tries on and on is asked to wait, another is not', async () => {
    const { browser, clock } = openOffice()
    const rude = browser(null, '198.51.100.7')
    const statuses: number[] = []
    for (let i = 0; i < 70; i++)
      statuses.push((await rude.ask('POST', '/api/sign-in/passkey/options')).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(10)
    expect((await browser().ask('POST', '/api/sign-in/passkey/options')).status).toBe(200)
    clock.now += 10_000
    expect((await rude.ask('POST', '/api/sign-in/passkey/options')).status).toBe(200)
  })

  it('are counted by link and by passkey, from whatever address', async () => {
    const { browser } = openOffice()
    const look = async (i: number) =>
      (
        await browser(null, `198.51.100.${i}`).ask('POST', '/api/invitations/look', {
          code: 'guessed',
        })
      ).status
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) statuses.push(await look(i))
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 404), 429, 429])
    const passkey = softPasskey()
    const signIns: number[] = []
    for (let i = 0; i < 12; i++)
      signIns.push((await browser(null, `198.51.100.${i}`).signIn(passkey)).status)
    expect(signIns).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429])
  })
})
