import { describe, expect, it } from 'vitest'
import type { LostReport } from '../../src/domain/devices.ts'
import { packCarried } from '../../src/domain/wire/carried.ts'
import { COOKIE, createHttp } from '../../sync-server/http.ts'
import { createVerify } from '../../sync-server/verify.ts'
import { newKey } from './device-key.ts'
import { deviceOf, editor, rowOf, typeInto } from './rows.ts'
import { openWorld, quiet, START } from './world.ts'

const ORIGIN = 'https://corridor.example'
const A = deviceOf('a')
const DAY = 86_400_000

interface Body {
  body?: Uint8Array
}

function openOffice() {
  const world = openWorld()
  const { accounts, relay, log, clock } = world
  const http = createHttp({
    relay,
    accounts,
    log,
    verify: createVerify(),
    now: () => clock.now,
    demo: null,
    allowedOrigins: [ORIGIN],
    app: null,
    writable: async () => undefined,
  })
  const tokens = new Map<string, string>()
  const tokenOf = (person: string) => {
    const token = tokens.get(person) ?? accounts.sessions.open(person, clock.now)
    tokens.set(person, token)
    return token
  }
  const ask = async (person: string | null, method: string, where: string, body?: unknown) => {
    const cookie = person === null ? '' : `${COOKIE}=${tokenOf(person)}`
    const init = { method, headers: { origin: ORIGIN, cookie } }
    const text = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await http.request(`/api/devices${where}`, { ...init, ...text })
    return { status: answer.status, headers: answer.headers, body: await answer.json() }
  }
  const key = newKey()
  const enrol = (person: string, device = A, spki = key.spki) =>
    ask(person, 'POST', '', { device, key: spki, name: 'iPad, Safari', agent: 'x', app: '1' })
  /** A request by the device's key alone. */
  const byKey = async (
    request: 'standing' | 'leftover' | 'wiped',
    options: { device?: string; by?: typeof key; nonce?: string; query?: string } & Body = {},
  ) => {
    const { device = A, by = key, nonce = '', query = '', body = new Uint8Array() } = options
    const given = (await (await http.request('/api/devices/nonce')).json()) as { nonce: string }
    const used = nonce || given.nonce
    const signature = by.asks(request, device, used)
    const answer = await http.request(`/api/devices/${device}/${request}${query}`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'corridor-nonce': used, 'corridor-signature': signature },
      body: new Uint8Array(body),
    })
    return { status: answer.status, headers: answer.headers, body: await answer.json(), used }
  }
  return { ...world, ask, enrol, byKey, key, tokenOf }
}

describe('enrolling', () => {
  it('K2 keeps one key a device, for one person; the same one again changes nothing', async () => {
    const { enrol, accounts } = openOffice()
    expect(await enrol('p04')).toMatchObject({
      status: 201,
      body: { device: A, person: 'p04', name: 'iPad, Safari', enrolledAt: START },
    })
    expect((await enrol('p04')).status).toBe(201)
    expect((await enrol('p05')).body).toEqual({ error: 'somebody-elses' })
    expect((await enrol('p04', A, newKey().spki)).status).toBe(201)
    expect((await enrol('p04', A, 'ab'.repeat(60))).body).toEqual({ error: 'malformed' })
    expect(accounts.signerOf(A)?.person).toBe('p04')
  })

  it('K2 needs a session, and the person whom the window is open for', async () => {
    const { ask } = openOffice()
    expect((await ask(null, 'POST', '', {})).status).toBe(401)
    expect((await ask(null, 'GET', '')).status).toBe(401)
  })
})

describe('who sees and manages devices', () => {
  it('T15 the owner and trust leaders, and nobody else', async () => {
    const { enrol, ask } = openOffice()
    await enrol('p04')
    const lists = async (person: string) =>
      ((await ask(person, 'GET', '')).body as { devices: unknown[] }).devices.length
    expect([await lists('p04'), await lists('p01'), await lists('p05')]).toEqual([1, 1, 0])
    const rename = (person: string, name: string) => ask(person, 'PUT', `/${A}`, { name })
    expect((await rename('p05', 'Mine now')).status).toBe(404)
    expect((await rename('p04', 'Rufus’s tablet')).body).toMatchObject({ name: 'Rufus’s tablet' })
    expect((await ask('p05', 'POST', `/${A}/lost`)).status).toBe(404)
    expect((await ask('p05', 'GET', `/${A}/report`)).status).toBe(404)
    expect((await ask('p01', 'POST', `/${deviceOf('e')}/lost`)).status).toBe(404)
    // A name that somebody chose is not lost when the device enrols again.
    expect((await enrol('p04')).body).toMatchObject({ name: 'Rufus’s tablet' })
  })
})

describe('T26 device lost', () => {
  it('T26 closes its lines, ends its sessions, and reports exactly what the relay sent to it', async () => {
    const { enrol, ask, device, accounts, tokenOf, clock, byKey } = openOffice()
    await enrol('p04')
    const line = device('p04', 'a')
    for (const doc of ['review/r1', 'review/r1/notes/p04', 'review/r1/notes/p05', 'trust'])
      line.say({ type: 'follow', doc, cursor: 0 })
    line.say({ type: 'follow', doc: 'review/r1/notes/p99', cursor: 0 })
    line.say({ type: 'held', held: { unsent: 3, notes: { r1: 7 }, lock: 'passkey' } })
    await line.settled()
    await quiet()
    clock.now += 60_000
    const { status, body } = await ask('p01', 'POST', `/${A}/lost`)
    await quiet()
    const report = body as LostReport
    expect(status).toBe(200)
    expect(line.bye).toBe('revoked')
    expect(report.device).toMatchObject({
      docs: ['review/r1', 'review/r1/notes/p04', 'review/r1/notes/p05', 'trust'],
      unsent: 3,
      lock: 'passkey',
      lastContact: START,
      revokedAt: START + 60_000,
      revokedBy: 'p01',
      wipedAt: null,
    })
    expect(report.people.map(({ person }) => person).sort()).toEqual(['p04', 'p05'])
    expect(report.reviews).toEqual([{ id: 'r1', urn: '900001', date: '2026-11-24' }])
    expect(accounts.sessions.of(tokenOf('p04'), clock.now)).toBeNull()
    expect(device('p04', 'a').bye).toBe('revoked')
    expect((await byKey('standing')).body).toEqual({ revoked: true })
    // Told again later, it is what was true then.
    expect((await ask('p01', 'GET', `/${A}/report`)).body).toEqual(body)
  })

  it('T26 leaves the person’s other device alone', async () => {
    const { enrol, ask, device, accounts } = openOffice()
    await enrol('p04')
    const lost = device('p04', 'a')
    const otherSession = accounts.sessions.open('p04', START)
    accounts.uses(accounts.sessions.of(otherSession, START)?.id ?? '', deviceOf('c'))
    await ask('p01', 'POST', `/${A}/lost`)
    await quiet()
    expect(lost.bye).toBe('revoked')
    expect(accounts.sessions.of(otherSession, START)).not.toBeNull()
  })

  it('T26 a device that is silent for 30 days must sign in anew', async () => {
    const { enrol, ask, clock } = openOffice()
    await enrol('p04')
    clock.now += 31 * DAY
    expect((await ask('p04', 'GET', '')).status).toBe(401)
  })
})

describe('a device without a session', () => {
  it('T27 hands what it had not sent to the quarantine, once it is lost and not before', async () => {
    const { enrol, ask, byKey, key, log } = openOffice()
    await enrol('p04')
    const row = key.signs('p04', rowOf('review/r1', editor().one(typeInto('x')), { device: A }))
    const signature = row.signature ?? new Uint8Array()
    const body = packCarried([{ ...row, signature, person: 'p04' }])
    expect((await byKey('leftover', { body })).body).toEqual({ error: 'not-revoked' })
    await ask('p04', 'POST', `/${A}/lost`)
    expect((await byKey('leftover', { body })).body).toEqual({ kept: 1 })
    expect(await log.quarantined('review/r1')).toMatchObject([
      { id: row.id, reason: 'device-revoked', person: 'p04', bytes: row.bytes },
    ])
    expect(await log.head('review/r1')).toBe(0)
    expect((await byKey('leftover', { body: body.subarray(1) })).status).toBe(400)
  })

  it('T27 is told to empty itself only by its own key: no anonymous, forged or replayed request is', async () => {
    const { enrol, byKey, ask, accounts } = openOffice()
    await enrol('p04')
    const forged = await byKey('wiped', { by: newKey(), query: '?alone=yes' })
    const anonymous = await ask(null, 'POST', `/${A}/wiped?alone=yes`)
    const stranger = await byKey('wiped', { device: deviceOf('f'), query: '?alone=yes' })
    for (const { status, headers } of [forged, anonymous, stranger]) {
      expect(status).toBe(401)
      expect(headers.get('clear-site-data')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    }
    const first = await byKey('wiped', { query: '?alone=yes' })
    expect(first.headers.get('clear-site-data')).toBe('"storage", "cookies"')
    expect(first.headers.get('set-cookie')).toContain(`${COOKIE}=;`)
    expect((await byKey('wiped', { nonce: first.used })).status).toBe(401)
    expect((await byKey('wiped', { nonce: 'made.up' })).status).toBe(401)
    const shared = await byKey('wiped')
    expect(shared.headers.get('clear-site-data')).toBeNull()
    expect(accounts.enrolments.view(A)).toMatchObject({ wipedAt: START, docs: [] })
    expect((await ask('p01', 'GET', '')).body).toMatchObject({ devices: [] })
  })
})
