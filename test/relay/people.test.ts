import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../sync-server/database.ts'
import { memoryLog } from '../../sync-server/log/memory.ts'
import { start } from '../../sync-server/start.ts'
import { createTrustList } from '../../sync-server/trust-list.ts'
import { softPasskey } from '../helpers/soft-passkey.ts'
import { faultOf, openOffice } from './office.ts'
import { editor, rowOf, typeInto } from './rows.ts'
import { held, quiet, REVIEW, URN } from './world.ts'

const DOC = `review/${REVIEW.id}`

describe('people and roles', () => {
  it('are shown to administrators whole, and to heads for their own school', async () => {
    const { browser } = openOffice()
    const ids = async (person: string) => {
      const { body } = await browser(person).ask('GET', '/api/people')
      return ((body['people'] ?? []) as { id: string }[]).map(({ id }) => id).sort()
    }
    expect(await ids('p01')).toEqual(['p01', 'p03', 'p04', 'p05', 'p07', 'p11', 'p12'])
    expect(await ids('p03')).toEqual(['p03', 'p12'])
    for (const person of ['p07', 'p12', null])
      expect((await browser(person).ask('GET', '/api/people')).status).not.toBe(200)
    const head = browser('p03')
    expect((await head.ask('GET', '/api/people/p12')).status).toBe(200)
    expect(faultOf(await head.ask('GET', '/api/people/p04'))).toEqual([404, 'no-such-person'])
  })

  it('A7 change at once, with a line in the log of rights that nobody can change', async () => {
    const { browser, accounts, clock, device } = openOffice()
    const line = device('p12', 'a')
    line.say({ type: 'feed', cursors: { log: 0, decisions: 0, access: 0 } })
    await quiet()
    line.clear()
    const roles = [held('Teacher', URN), held('DSL', URN)]
    const coo = browser('p11')
    expect((await coo.ask('PUT', '/api/people/p12/roles', { roles })).status).toBe(200)
    await quiet()
    expect(line.of('feed').some(({ access }) => access)).toBe(true)
    const { body } = await coo.ask('GET', '/api/people/p12')
    expect(Object.keys(body['names'] as object)).toEqual(['p11'])
    expect(body['events']).toMatchObject([
      {
        by: 'p11',
        what: 'roles-changed',
        at: clock.now,
        detail: { roles, before: [held('Teacher', URN)] },
      },
    ])
    expect(accounts.people.rolesOf('p12')).toEqual(roles)
  })

  it('B1: a head gives and ends the roles of their own staff, and no others', async () => {
    const { browser, accounts } = openOffice()
    const head = browser('p03')
    const put = async (person: string, roles: object[]) =>
      faultOf(await head.ask('PUT', `/api/people/${person}/roles`, { roles }))
    const teacher = held('Teacher', URN)
    expect((await put('p12', [teacher, held('SENDCO', URN)]))[0]).toBe(200)
    expect(await put('p12', [teacher, held('CEO')])).toEqual([403, 'not-allowed'])
    expect(await put('p03', [])).toEqual([403, 'not-allowed'])
    expect(await put('p04', [])).toEqual([404, 'no-such-person'])
    expect(accounts.people.rolesOf('p12')).toHaveLength(2)
    for (const act of ['remove', 'bring-back', 'end-sessions'])
      expect(faultOf(await head.ask('POST', `/api/people/p12/${act}`))).toEqual([
        403,
        'not-allowed',
      ])
  })

  it('keep one who may give roles, whatever is ended', async () => {
    const { browser } = openOffice()
    const coo = browser('p11')
    expect((await coo.ask('POST', '/api/people/p01/remove')).status).toBe(200)
    expect(faultOf(await coo.ask('POST', '/api/people/p11/remove'))).toEqual([
      409,
      'last-administrator',
    ])
    expect(faultOf(await coo.ask('PUT', '/api/people/p11/roles', { roles: [] }))).toEqual([
      409,
      'last-administrator',
    ])
  })

  it('A8 T17 removed: lines close, nothing opens, and what was still on the device is put aside and said', async () => {
    const { browser, device, log, accounts } = openOffice()
    const own = browser('p05')
    const before = device('p05', 'b')
    await quiet()
    expect((await browser('p11').ask('POST', '/api/people/p05/remove')).status).toBe(200)
    expect(before.bye).toBe('signed-out')
    expect(faultOf(await own.ask('GET', '/api/session'))).toEqual([401, 'signed-out'])
    expect(faultOf(await own.ask('GET', '/api/account/ways'))).toEqual([401, 'signed-out'])
    const after = device('p05', 'b')
    const row = rowOf(DOC, editor().one(typeInto('late')), { device: after.id })
    await after.push(row)
    expect(after.of('refused')[0]?.rows).toEqual([{ id: row.id, doc: DOC, reason: 'not-allowed' }])
    expect(await log.quarantined(DOC)).toMatchObject([{ id: row.id, person: 'p05' }])
    expect(await log.head(DOC)).toBe(0)
    const coo = browser('p11')
    expect((await coo.ask('POST', '/api/people/p05/bring-back')).status).toBe(200)
    expect(accounts.people.find('p05')).not.toBeNull()
    // Brought back, they sign in anew.
    expect(await own.who()).toBeNull()
    expect(accounts.rights.of('p05').map(({ what }) => what)).toEqual(['brought-back', 'removed'])
  })

  it('T16 sessions end one by one, all others, or all by an administrator', async () => {
    const { browser, device, accounts, clock } = openOffice()
    const [first, second] = [browser('p04'), browser('p04')]
    const { body } = await first.ask('GET', '/api/account/ways')
    const lines = body['sessions'] as { id: string; here: boolean }[]
    expect(lines.filter(({ here }) => here)).toHaveLength(1)
    expect(lines).toHaveLength(2)
    const other = lines.find(({ here }) => !here)?.id ?? ''
    // Nobody ends somebody else's.
    await browser('p05').ask('DELETE', `/api/account/sessions/${other}`)
    expect(await second.who()).toBe('p04')
    await first.ask('DELETE', `/api/account/sessions/${other}`)
    expect(await second.who()).toBeNull()
    const third = browser('p04')
    await first.ask('DELETE', '/api/account/sessions')
    expect([await third.who(), await first.who()]).toEqual([null, 'p04'])
    const line = device('p04', 'c')
    await quiet()
    await browser('p11').ask('POST', '/api/people/p04/end-sessions')
    expect(line.bye).toBe('signed-out')
    expect(await first.who()).toBeNull()
    expect(accounts.sessions.list('p04', clock.now)).toEqual([])
  })

  it('act in nobody else’s name because another window signed in', async () => {
    const { http, accounts, clock } = openOffice()
    const token = accounts.sessions.open('p11', clock.now)
    const answer = await http.request('/api/people', {
      headers: { cookie: `corridor_session=${token}`, 'corridor-person': 'p01' },
    })
    expect(answer.status).toBe(401)
  })
})

it('A7 the log of rights refuses changes in the database itself', () => {
  const db = openDatabase(':memory:')
  db.prepare(
    `insert into rights_log (at, by, person, what, detail) values (1, 'a', 'b', 'removed', '{}')`,
  ).run()
  expect(() => db.prepare(`update rights_log set by = 'c'`).run()).toThrow(/only added to/)
  expect(() => db.prepare('delete from rights_log').run()).toThrow(/only added to/)
})

it('new people and schools reach the document “trust” once, also after a stop in between', async () => {
  const { accounts, clock } = openOffice()
  const log = memoryLog()
  const wrote: number[] = []
  accounts.trust.put('Teasel Trust', [{ urn: '990001', name: 'Pebble', phase: 'Primary' }], false)
  accounts.trust.unlist('p04')
  const bring = createTrustList({
    log,
    trust: accounts.trust,
    now: () => clock.now,
    wrote: (_doc, seq) => void wrote.push(seq),
  })
  await Promise.all([bring(), bring()])
  expect([await log.head('trust'), wrote]).toEqual([1, [1]])
  expect(accounts.trust.unlisted()).toEqual({ trust: null, schools: [], people: [] })
})

describe('a real trust', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-set-up-'))
  const boot = () =>
    start({
      port: 0,
      host: '127.0.0.1',
      dataDir: folder,
      demo: false,
      app: null,
      allowedOrigins: [],
      worker: new URL('file:///nowhere.js'),
      logger: pino({ level: 'silent' }),
    })

  it('is set up by the link of the newest start, once; only the code’s hash is kept', async () => {
    const first = await boot()
    await first.stop()
    const second = await boot()
    const codes = [first, second].map(({ setUpPath }) => setUpPath?.slice('/set-up/'.length) ?? '')
    const origin = `http://localhost:${second.port}`
    let cookie = ''
    const post = async (where: string, body: object) => {
      const answer = await fetch(origin + where, {
        method: 'POST',
        headers: { origin, cookie },
        body: JSON.stringify(body),
      })
      for (const line of answer.headers.getSetCookie()) cookie = line.split(';')[0] ?? ''
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    }
    const [old = '', code = ''] = codes
    expect((await post('/api/set-up/look', { code: old })).status).toBe(404)
    expect((await post('/api/set-up/look', { code })).status).toBe(200)
    const plan = {
      trust: 'Teasel Trust',
      schools: [{ urn: '990001', name: 'Pebble Brook', phase: 'Primary' }],
      person: { name: 'Sybil', job: 'COO', role: 'COO' },
    }
    const finish = async (passkey = softPasskey()) => {
      const asked = await post('/api/set-up/options', { code, name: 'Sybil' })
      const challenge = String(asked.body['challenge'])
      const made = passkey.register({ origin, challenge })
      return post('/api/set-up/finish', { code, plan, passkey: made })
    }
    const made = await finish()
    expect(made).toMatchObject({ status: 200, body: { name: 'Sybil', demo: false } })
    expect((await finish()).status).toBe(404)
    await second.stop()
    const db = openDatabase(path.join(folder, 'corridor.sqlite'))
    const kept = JSON.stringify([
      db.prepare('select * from meta').all(),
      db.prepare('select * from rights_log').all(),
    ])
    db.close()
    expect(kept).not.toContain(code)
    const third = await boot()
    expect(third.setUpPath).toBeNull()
    await third.stop()
    rmSync(folder, { recursive: true, force: true })
  })
})
