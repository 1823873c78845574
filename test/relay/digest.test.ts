import { SMTPServer } from 'smtp-server'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actionRecord, EMPTY_ACTION } from '../../src/domain/actions/action.ts'
import { sqliteAccounts } from '../../sync-server/accounts/sqlite.ts'
import { openDatabase } from '../../sync-server/database.ts'
import { writeOnce } from '../../sync-server/demo/write.ts'
import { createDigest } from '../../sync-server/digest/digest.ts'
import { sqliteReaders } from '../../sync-server/digest/readers.ts'
import { digestRoutes } from '../../sync-server/digest/routes.ts'
import { smtpSender } from '../../sync-server/digest/smtp.ts'
import { weekToSend } from '../../sync-server/digest/week.ts'
import { londonDate } from '../../src/domain/london.ts'
import { memoryLog } from '../../sync-server/log/memory.ts'
import { inlineWorker } from '../../sync-server/worker/inline.ts'
import { held, URN } from './world.ts'

const MINUTE = 60_000
/** A Monday in winter, when London is at UTC. */
const MONDAY = Date.parse('2026-11-23T07:00:00Z')
const WHAT = 'Replace the strip on the hall doors'
const OTHER = '900002'

interface Got {
  readonly to: readonly string[]
  readonly raw: string
}

/** What the mail server does with the next mail. */
type Behaviour = 'take' | 'refuse' | 'take-and-hang-up'

let got: Got[]
let next: Behaviour[]
let server: SMTPServer
let port: number

beforeEach(async () => {
  got = []
  next = []
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const how = next.shift() ?? 'take'
        if (how === 'refuse')
          return done(Object.assign(new Error('Come again later'), { responseCode: 451 }))
        got.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(pieces).toString('utf8'),
        })
        if (how === 'take') return done()
        for (const connection of server.connections)
          (connection as unknown as { _socket: { destroy(): void } })._socket.destroy()
      })
    },
  })
  // A line that is cut is what one of the tests is about.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.server.address() as AddressInfo).port
})
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())))

async function office() {
  const db = openDatabase(':memory:')
  const accounts = sqliteAccounts(db)
  accounts.trust.put(
    'Larkspur',
    [
      { urn: URN, name: 'Rookery Pond', phase: 'Primary' },
      { urn: OTHER, name: 'Nettle Copse', phase: 'Primary' },
    ],
    true,
  )
  const people = [
    ['p03', 'Primrose', held('Head', URN)],
    ['p09', 'Wilhelmina', held('Compliance Manager')],
    ['p12', 'Juno', held('Teacher', URN)],
    ['p13', 'Fergus', held('Site', URN)],
  ] as const
  for (const [id, name, role] of people) {
    accounts.people.add({ id, name, job: role.role, urn: role.urn }, [role])
    db.prepare('update people set email = ? where id = ?').run(`${id}@trust.example`, id)
  }
  const log = memoryLog()
  const write = (urn: string, actions: readonly { owner: string; due: string }[]) =>
    writeOnce(log, `school/${urn}/2026-27`, 1, (add) => {
      for (const { owner, due } of actions)
        add(actionRecord, {
          ...EMPTY_ACTION,
          source: { type: 'audit', id: '' },
          what: WHAT,
          owner: { kind: 'person', value: owner },
          due,
          by: 'p09',
          madeAt: 1,
        })
    })
  await write(URN, [
    { owner: 'p13', due: '2026-11-20' },
    { owner: 'p13', due: '2026-11-26' },
    // Owned by somebody who may not read the school's actions.
    { owner: 'p12', due: '2026-11-26' },
  ])
  await write(OTHER, [{ owner: 'p99', due: '2027-01-10' }])
  const clock = { now: MONDAY }
  const readers = sqliteReaders(db)
  const notes: Readonly<Record<string, unknown>>[] = []
  const digestTo = (at: number) =>
    createDigest({
      accounts,
      log,
      worker: inlineWorker(),
      readers,
      send: smtpSender({ url: `smtp://127.0.0.1:${at}`, from: 'Corridor <c@trust.example>' }),
      now: () => clock.now,
      publicUrl: 'https://corridor.example',
      note: (_event, facts) => notes.push(facts),
    })
  return { readers, clock, notes, accounts, digest: digestTo(port), digestTo }
}

const mailTo = (person: string) => got.filter(({ to }) => to.includes(`${person}@trust.example`))

/** The words of a mail, its soft line ends taken out. */
const textOf = ({ raw }: Got): string =>
  Buffer.from(
    raw
      .replaceAll(/=\r\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      ),
    'latin1',
  ).toString('utf8')

describe('when the weekly mail goes', () => {
  it.each([
    ['2026-11-23T06:59:00Z', null],
    ['2026-11-23T07:00:00Z', '2026-11-23'],
    ['2026-11-24T22:00:00Z', '2026-11-23'],
    ['2026-11-25T07:00:00Z', null],
    // In summer London is an hour ahead.
    ['2027-06-07T05:59:00Z', null],
    ['2027-06-07T06:00:00Z', '2027-06-07'],
  ])('at %s: %s', (at, week) => {
    expect(weekToSend(Date.parse(at), londonDate)).toBe(week)
  })
})

describe('the weekly mail, through a mail server', () => {
  it('tells an owner counts and days by school, as plain text, with no word of what was found', async () => {
    const { digest, notes } = await office()
    await digest.run()
    const [mail] = mailTo('p13')
    const text = mail ? textOf(mail) : ''
    expect(text).toContain('Subject: 2 open actions, 1 overdue')
    expect(text).toContain('Content-Type: text/plain; charset=utf-8')
    expect(text).toContain('Hello Fergus,')
    expect(text).toMatch(
      /Rookery Pond\r\n {2}Yours: 2 open, 1 overdue, 1 due this week, next due on Thursday 26 November 2026\r\n/,
    )
    expect(text).toContain('https://corridor.example/actions')
    expect(notes).toEqual([{ week: '2026-11-23', sent: 2, 'not-sent': 0, unknown: 0 }])
  })

  it('names no finding, no pupil and no other member of staff', async () => {
    const { digest } = await office()
    await digest.run()
    expect(got).toHaveLength(2)
    for (const mail of got) expect(textOf(mail)).not.toContain('hall doors')
    for (const name of ['Primrose', 'Wilhelmina', 'Juno', 'p99'])
      for (const mail of mailTo('p13')) expect(textOf(mail)).not.toContain(name)
  })

  it('tells the Compliance Manager how every school stands, and nobody what they may not read', async () => {
    const { digest } = await office()
    await digest.run()
    const [mail] = mailTo('p09')
    expect(mail && textOf(mail)).toMatch(
      /Nettle Copse\r\n {2}Everybody’s: 1 open, next due on Sunday 10/,
    )
    // Nothing of hers is open, and of the teacher's own action she may read nothing here.
    expect(mailTo('p03')).toEqual([])
    expect(mailTo('p12')).toEqual([])
  })

  it('goes once a week, however often it is asked and after a new start too', async () => {
    const { digest, digestTo, clock } = await office()
    await digest.run()
    await digestTo(port).run()
    clock.now = MONDAY + 20 * 60 * MINUTE
    await digest.run()
    expect(got).toHaveLength(2)
    clock.now = MONDAY + 7 * 24 * 60 * MINUTE
    await digest.run()
    expect(got).toHaveLength(4)
  })

  it('is tried again later and later when it was refused, and arrives once', async () => {
    const { digest, clock } = await office()
    next = ['refuse', 'refuse']
    await digest.run()
    expect(got).toHaveLength(0)
    clock.now += 4 * MINUTE
    await digest.run()
    expect(got).toHaveLength(0)
    clock.now += MINUTE
    next = ['refuse', 'refuse']
    await digest.run()
    clock.now += 9 * MINUTE
    await digest.run()
    expect(got).toHaveLength(0)
    clock.now += MINUTE
    await digest.run()
    expect(got).toHaveLength(2)
  })

  it('is tried again when no mail server answers', async () => {
    const { digest, digestTo, clock, notes } = await office()
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const nobody = (closed.address() as AddressInfo).port
    await new Promise<void>((resolve) => closed.close(() => resolve()))
    await digestTo(nobody).run()
    expect(notes).toEqual([{ week: '2026-11-23', sent: 0, 'not-sent': 2, unknown: 0 }])
    clock.now += 5 * MINUTE
    await digest.run()
    expect(got).toHaveLength(2)
  })

  it('is not sent twice where the line broke after the server may have taken it', async () => {
    const { digest, clock, notes } = await office()
    next = ['take-and-hang-up', 'take-and-hang-up']
    await digest.run()
    expect(notes).toEqual([{ week: '2026-11-23', sent: 0, 'not-sent': 0, unknown: 2 }])
    clock.now += 60 * MINUTE
    await digest.run()
    expect(got).toHaveLength(2)
  })

  it('does not go to who was removed', async () => {
    const { digest, accounts } = await office()
    accounts.people.remove('p13', 1)
    await digest.run()
    expect(mailTo('p13')).toEqual([])
  })
})

describe('stopping it', () => {
  it('takes the button behind the link of the mail, and no sign-in; opening the link stops nothing', async () => {
    const { digest, readers, clock } = await office()
    await digest.run()
    const [mail] = mailTo('p13')
    const link = /Stop this weekly e-mail: https:\/\/corridor\.example\/api\/digest(\S+)/.exec(
      mail ? textOf(mail) : '',
    )?.[1]
    expect(mail && textOf(mail)).toMatch(
      /List-Unsubscribe:\s+<https:\/\/corridor\.example\/api\/digest\/stop\//,
    )
    const http = digestRoutes({
      readers,
      sends: true,
      now: () => clock.now,
      personOf: () => null,
      emailOf: () => null,
    })
    expect((await http.request(link ?? '')).status).toBe(200)
    expect(readers.wants('p13')).toBe(true)
    expect((await http.request(link ?? '', { method: 'POST' })).status).toBe(200)
    expect(readers.wants('p13')).toBe(false)
    clock.now += 7 * 24 * 60 * MINUTE
    await digest.run()
    expect(mailTo('p13')).toHaveLength(1)
    expect(mailTo('p09')).toHaveLength(2)
  })

  it('with a made-up link says so and changes nothing', async () => {
    const { readers, clock } = await office()
    const ports = { readers, sends: true, now: () => clock.now, emailOf: () => null }
    const http = digestRoutes({ ...ports, personOf: () => null })
    expect((await http.request('/stop/no-such-code', { method: 'POST' })).status).toBe(404)
  })

  it('is also one tap in the app, for oneself', async () => {
    const { readers, clock } = await office()
    const http = digestRoutes({
      readers,
      sends: true,
      now: () => clock.now,
      personOf: () => 'p13',
      emailOf: () => 'p13@trust.example',
    })
    const set = (wanted: boolean) =>
      http.request('/', { method: 'PUT', body: JSON.stringify({ wanted }) })
    expect(await (await http.request('/')).json()).toEqual({
      sends: true,
      address: true,
      wanted: true,
    })
    expect((await set(false)).status).toBe(200)
    expect(readers.wants('p13')).toBe(false)
    await set(true)
    expect(readers.wants('p13')).toBe(true)
  })
})
