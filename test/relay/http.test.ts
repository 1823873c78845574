import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import {
  decodeRelayMessage,
  encodeDeviceMessage,
  packFrames,
  unpackFrames,
} from '../../src/domain/wire/frames.ts'
import { LIMITS } from '../../src/domain/refusals.ts'
import type { DeviceMessage, RelayMessage } from '../../src/domain/wire/messages.ts'
import { londonDate } from '../../src/domain/london.ts'
import { type Running, start } from '../../sync-server/start.ts'
import { deviceOf, editor, rowOf, typeInto } from './rows.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'corridor-http-'))
const app = path.join(folder, 'app')
const lines: string[] = []
let running: Running
let base = ''

const boot = (dataDir: string, demo?: boolean) =>
  start({
    port: 0,
    host: '127.0.0.1',
    dataDir: path.join(folder, dataDir),
    app,
    allowedOrigins: ['https://corridor.example'],
    worker: new URL('file:///nowhere.js'),
    logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    ...(demo === undefined ? {} : { demo }),
  })

beforeAll(async () => {
  mkdirSync(path.join(app, 'assets'), { recursive: true })
  writeFileSync(path.join(app, 'index.html'), '<!doctype html><title>Corridor</title>')
  writeFileSync(path.join(app, 'sw.js'), 'self.addEventListener("install", () => {})')
  writeFileSync(path.join(app, 'assets/main-abc123.js'), `console.log(${'"hello"+'.repeat(500)}"")`)
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  running = await boot('data')
  base = `http://127.0.0.1:${running.port}`
})
afterAll(async () => {
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
})

const post = (where: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(base + where, { method: 'POST', body, headers: { origin: base, ...headers } })

async function signIn(person: string): Promise<string> {
  const answer = await post('/api/session', JSON.stringify({ person }))
  expect(answer.status).toBe(200)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

const review = () => `review/rookery-pond-${londonDate(Date.now())}`
const hello = (digit: string): DeviceMessage => ({
  type: 'hello',
  protocol: 1,
  device: deviceOf(digit),
  app: 'test',
  journalHigh: 0,
})
const decoded = (frame: Uint8Array): RelayMessage => {
  const message = decodeRelayMessage(frame)
  if (!message.ok) throw new Error(message.error)
  return message.value
}

async function sync(cookie: string, messages: readonly DeviceMessage[]): Promise<RelayMessage[]> {
  const body = packFrames(messages.map(encodeDeviceMessage))
  const answer = await post('/sync', new Uint8Array(body), { cookie })
  expect(answer.status).toBe(200)
  const frames = unpackFrames(new Uint8Array(await answer.arrayBuffer()))
  return frames.ok ? frames.value.map(decoded) : []
}

/** A socket, or the status with which it was refused. */
function connect(headers: Record<string, string>, where = '/sync') {
  const socket = new WebSocket(base.replace('http', 'ws') + where, { headers })
  const got: RelayMessage[] = []
  socket.on('message', (data: Buffer) => got.push(decoded(data)))
  const opened = new Promise<number>((resolve, reject) => {
    socket.on('open', () => resolve(101))
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('error', reject)
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  )
  const until = async (type: RelayMessage['type']) => {
    for (let i = 0; i < 500; i++) {
      const found = got.find((m) => m.type === type)
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error(`No ${type}`)
  }
  return {
    socket,
    got,
    opened,
    closed,
    until,
    say: (m: DeviceMessage) => socket.send(encodeDeviceMessage(m)),
  }
}

describe('health', () => {
  it('is alive, and ready while the log can be written', async () => {
    expect((await fetch(`${base}/healthz`)).status).toBe(200)
    expect((await fetch(`${base}/readyz`)).status).toBe(200)
  })
})

describe('sessions over HTTP', () => {
  it('T16 signs an invented person in with one tap, in a cookie that scripts cannot read', async () => {
    const answer = await post('/api/session', JSON.stringify({ person: 'p07' }))
    const cookie = answer.headers.getSetCookie()[0] ?? ''
    expect(cookie).toMatch(
      /^corridor_session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    expect(await answer.json()).toMatchObject({ name: 'Clementine Hopscotch', demo: true })
    const secure = await post('/api/session', JSON.stringify({ person: 'p07' }), {
      'x-forwarded-proto': 'https',
    })
    expect(secure.headers.getSetCookie()[0]).toContain('; Secure')
    expect(secure.headers.get('strict-transport-security')).toContain('max-age')
  })

  it('says who somebody is, what they may see and what day it is', async () => {
    const cookie = await signIn('p07')
    const session: unknown = await (
      await fetch(`${base}/api/session`, { headers: { cookie } })
    ).json()
    const today = londonDate(Date.now())
    expect(session).toMatchObject({
      today,
      facts: { person: 'p07', today, reviews: [{ id: `rookery-pond-${today}`, lead: 'p07' }] },
    })
    const people: unknown = await (await fetch(`${base}/api/demo/people`)).json()
    expect(people).toContainEqual(
      expect.objectContaining({ person: 'p04', name: 'Rufus Candlestick' }),
    )
  })

  it('answers 401 without a session, with a made-up one, and after it was ended', async () => {
    const status = async (cookie?: string) =>
      (await fetch(`${base}/api/session`, { headers: cookie ? { cookie } : {} })).status
    expect(await status()).toBe(401)
    expect(await status('corridor_session=made-up')).toBe(401)
    const cookie = await signIn('p05')
    expect(await status(cookie)).toBe(200)
    const headers = { cookie, origin: base }
    expect((await fetch(`${base}/api/session`, { method: 'DELETE', headers })).status).toBe(200)
    expect(await status(cookie)).toBe(401)
  })

  it('T16 takes no request that changes anything from another site', async () => {
    const body = JSON.stringify({ person: 'p07' })
    const from = async (origin: string | null) => {
      const headers: Record<string, string> = origin === null ? {} : { origin }
      return (await fetch(`${base}/api/session`, { method: 'POST', body, headers })).status
    }
    expect(await from('https://elsewhere.example')).toBe(403)
    expect(await from('null')).toBe(403)
    expect(await from(null)).toBe(403)
    expect(await from('https://corridor.example')).toBe(200)
  })

  it('signs nobody in who does not exist, and nobody at all without a demonstration', async () => {
    for (const body of [JSON.stringify({ person: 'p99' }), '{', '""'])
      expect((await post('/api/session', body)).status).toBe(401)
    const real = await boot('real', false)
    const there = `http://127.0.0.1:${real.port}`
    const answer = await fetch(`${there}/api/session`, {
      method: 'POST',
      body: JSON.stringify({ person: 'p07' }),
      headers: { origin: there },
    })
    expect(answer.status).toBe(401)
    expect((await fetch(`${there}/api/demo/people`)).status).toBe(404)
    await real.stop()
  })
})

describe('T16 the handshake of a WebSocket', () => {
  it('T16 is refused before the upgrade without our origin or a session, and elsewhere', async () => {
    const cookie = await signIn('p04')
    const refused = (headers: Record<string, string>, where?: string) =>
      connect(headers, where).opened
    expect(await refused({ cookie })).toBe(403)
    expect(await refused({ cookie, origin: 'https://elsewhere.example' })).toBe(403)
    expect(await refused({ origin: base })).toBe(401)
    expect(await refused({ origin: base, cookie: 'corridor_session=made-up' })).toBe(401)
    expect(await refused({ origin: base, cookie }, '/other')).toBe(404)
    const ours = connect({ origin: base, cookie })
    expect(await ours.opened).toBe(101)
    ours.socket.close()
  })

  it('T16 hears nothing larger than a frame, and nothing that is not binary', async () => {
    const cookie = await signIn('p04')
    const large = connect({ origin: base, cookie })
    await large.opened
    large.socket.send(new Uint8Array(LIMITS.frameBytes + 1))
    expect((await large.closed).code).toBe(1009)
    const text = connect({ origin: base, cookie })
    await text.opened
    text.socket.send('hello')
    expect((await text.closed).code).toBe(1003)
  })

  it('keeps twenty of one person; the oldest gives way', async () => {
    const cookie = await signIn('p10')
    const all = Array.from({ length: 21 }, () => connect({ origin: base, cookie }))
    expect(await Promise.all(all.map((one) => one.opened))).toEqual(all.map(() => 101))
    const first = await Promise.race(all.map((one) => one.closed))
    expect(first).toEqual({ code: 4409, reason: 'replaced' })
    expect(all.filter((one) => one.socket.readyState === WebSocket.OPEN)).toHaveLength(20)
    for (const one of all) one.socket.close()
  })
})

describe('the conversation', () => {
  it('means the same over requests as on a socket', async () => {
    const doc = `${review()}/notes/p04`
    const source = editor()
    const cookie = await signIn('p04')
    const rows = [rowOf(doc, source.one(typeInto('From a request')), { device: deviceOf('1') })]
    const first = await sync(cookie, [hello('1'), { type: 'push', rows }])
    expect(first.map((m) => m.type)).toEqual(['welcome', 'ack'])

    const other = connect({ origin: base, cookie: await signIn('p05') })
    await other.opened
    other.say(hello('2'))
    other.say({ type: 'follow', doc, cursor: 0 })
    expect(await other.until('updates')).toMatchObject({ doc, rows: [{ seq: 1, person: 'p04' }] })

    const forbidden = rowOf(doc, editor().one(typeInto('x')), { device: deviceOf('2') })
    other.say({ type: 'push', rows: [forbidden] })
    expect(await other.until('refused')).toMatchObject({ rows: [{ reason: 'not-allowed' }] })

    const second = await sync(cookie, [
      hello('1'),
      { type: 'follow', doc, cursor: 0 },
      { type: 'feed', cursors: { log: 0, decisions: 0, access: 0 } },
      { type: 'follow', doc: 'standing/900001', cursor: 0 },
    ])
    expect(second[0]?.type).toBe('welcome')
    expect(second).toContainEqual(expect.objectContaining({ type: 'following', doc, head: 1 }))
    expect(second).toContainEqual(
      expect.objectContaining({ type: 'notFollowing', reason: 'not-allowed' }),
    )
    const feed = second.find((m) => m.type === 'feed')
    expect(feed?.docs).toContainEqual({ doc, head: 1 })
    expect(feed?.decisions.map(({ to }) => to)).toEqual([
      'focus_sent',
      'expanded',
      'timetable_drafted',
      'agreed',
      'circulated',
    ])
    other.socket.close()
  })

  it('answers 401 and 400 to requests that are not ours', async () => {
    expect((await post('/sync', new Uint8Array([0]))).status).toBe(401)
    const cookie = await signIn('p04')
    expect((await post('/sync', new Uint8Array([200, 1]), { cookie })).status).toBe(400)
    expect((await fetch(`${base}/sync`, { headers: { cookie } })).status).toBe(426)
  })

  it('T17 closes the sockets of a session that ends', async () => {
    const cookie = await signIn('p02')
    const own = connect({ origin: base, cookie })
    await own.opened
    own.say(hello('3'))
    await own.until('welcome')
    await fetch(`${base}/api/session`, { method: 'DELETE', headers: { cookie, origin: base } })
    expect(await own.closed).toEqual({ code: 4401, reason: 'signed-out' })
    expect(own.got.at(-1)).toEqual({ type: 'bye', reason: 'signed-out' })
  })

  it('writes no content into its logs', () => {
    expect(lines.join('')).not.toContain('From a request')
  })
})

describe('the built app', () => {
  const get = (where: string, headers: Record<string, string> = {}) =>
    fetch(base + where, { headers: { 'accept-encoding': 'identity', ...headers } })

  it('is served with a policy that lets nothing in from elsewhere', async () => {
    const answer = await get('/')
    expect(await answer.text()).toContain('Corridor')
    expect(answer.headers.get('content-security-policy')).toContain(
      `default-src 'none'; script-src 'self'`,
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
  })

  it('may be kept for ever where the name has a hash, and is asked about elsewhere', async () => {
    const cache = async (where: string) => (await get(where)).headers.get('cache-control')
    expect(await cache('/assets/main-abc123.js')).toBe('public, max-age=31536000, immutable')
    expect(await cache('/')).toBe('no-cache')
    expect(await cache('/sw.js')).toBe('no-cache')
    expect(await cache('/api/session')).toBe('no-store')
    const etag = (await get('/sw.js')).headers.get('etag') ?? ''
    expect((await get('/sw.js', { 'if-none-match': etag })).status).toBe(304)
  })

  it('is compressed for those who can read it', async () => {
    const plain = await get('/assets/main-abc123.js')
    const size = (await plain.arrayBuffer()).byteLength
    for (const coding of ['br', 'gzip']) {
      const answer = await get('/assets/main-abc123.js', { 'accept-encoding': coding })
      expect(answer.headers.get('content-encoding')).toBe(coding)
      expect(Number(answer.headers.get('content-length') ?? 0)).toBeLessThan(size / 4)
      expect((await answer.text()).length).toBe(size)
    }
  })

  it('answers addresses inside the app with the app, and nothing else', async () => {
    const navigation = { accept: 'text/html,*/*' }
    expect(await (await get('/reviews/today', navigation)).text()).toContain('Corridor')
    expect((await get('/reviews/today')).status).toBe(404)
    expect((await get('/assets/gone-1.js', navigation)).status).toBe(404)
    expect((await get('/api/unknown', navigation)).status).toBe(404)
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%00',
    '/%ff',
    '/assets/../../secret.txt',
  ])('does not leave its folder: %s', async (where) => {
    const answer = await get(where)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await answer.text()).not.toContain('secret')
  })
})

it('does not share its folder with another relay', async () => {
  await expect(boot('data')).rejects.toThrow('Another relay is using')
})

describe('the demonstration', () => {
  it('is the same after a second start, and has one review for today', async () => {
    const first = await boot('twice')
    await first.stop()
    const second = await boot('twice')
    const there = `http://127.0.0.1:${second.port}`
    const answer = await fetch(`${there}/api/session`, {
      method: 'POST',
      body: JSON.stringify({ person: 'p03' }),
      headers: { origin: there },
    })
    expect(await answer.json()).toMatchObject({ facts: { reviews: [{ urn: '900001' }] } })
    await second.stop()
  })
})
