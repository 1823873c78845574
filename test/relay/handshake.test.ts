import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { openDatabase } from '../../sync-server/database.ts'
import { bundleRelay } from './bundle.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'corridor-handshake-'))
let bundle: Awaited<ReturnType<typeof bundleRelay>>
let relay: ChildProcess
let port = 0
let base = ''
let log = ''

/** Asked by a signal, the relay says what it holds once the rubbish is out. */
const SAY_HELD = `data:text/javascript,${encodeURIComponent(`process.on('SIGUSR2', () => {
  gc()
  const { heapUsed, external } = process.memoryUsage()
  process.stderr.write('HELD ' + (heapUsed + external) + '\\n')
})`)}`

function run(): Promise<number> {
  relay = spawn(process.execPath, ['--expose-gc', '--import', SAY_HELD, bundle.main], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'trace' },
  })
  return new Promise((resolve, reject) => {
    relay.once('exit', () => reject(new Error(log)))
    for (const stream of [relay.stdout, relay.stderr])
      stream?.on('data', (chunk: Buffer) => {
        log += chunk.toString('utf8')
        const found = /Corridor is at http:\/\/[^:\s]+:(\d+)\s/.exec(log)
        if (found) resolve(Number(found[1]))
      })
  })
}

const stop = async () => {
  const gone = new Promise((resolve) => relay.once('exit', resolve))
  relay.removeAllListeners('exit')
  relay.once('exit', () => undefined)
  relay.kill('SIGTERM')
  while (relay.exitCode === null && relay.signalCode === null)
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 50))])
}

beforeAll(async () => {
  bundle = await bundleRelay()
  port = await run()
  base = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await stop()
  bundle.remove()
  rmSync(folder, { recursive: true, force: true })
})

async function signIn(person: string): Promise<string> {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ person }),
    headers: { origin: base },
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** The status of an upgrade, and how many bytes came after it. */
function upgrade(headers: Record<string, string>): Promise<{ status: number; frames: number }> {
  const socket = new WebSocket(`${base.replace('http', 'ws')}/sync`, { headers })
  let frames = 0
  socket.on('message', () => (frames += 1))
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      resolve({ status: 101, frames })
      socket.terminate()
    })
    socket.on('unexpected-response', (_request, response) => {
      resolve({ status: response.statusCode ?? 0, frames })
      socket.terminate()
    })
    socket.on('error', reject)
  })
}

describe('T16 the handshake', () => {
  it('X2 T16 tells nobody anything whose session ran out, and opens no line for them', async () => {
    const cookie = await signIn('p04')
    expect(await upgrade({ origin: base, cookie })).toEqual({ status: 101, frames: 0 })
    await stop()
    const db = openDatabase(path.join(folder, 'corridor.sqlite'))
    db.prepare('update sessions set seen_at = 0, made_at = 0').run()
    db.close()
    await run()
    expect(await upgrade({ origin: base, cookie })).toEqual({ status: 401, frames: 0 })
    const asked = await fetch(`${base}/api/session`, { headers: { cookie } })
    expect({ status: asked.status, said: await asked.json() }).toEqual({
      status: 401,
      said: { error: 'signed-out' },
    })
  })

  it.each([
    ['a wrong origin', { origin: 'https://elsewhere.example' }, 403],
    ['no origin', {}, 403],
    ['an origin that only begins like ours', { origin: 'http://127.0.0.1:1.example' }, 403],
    ['the word null', { origin: 'null' }, 403],
    ['no cookie', { origin: '' }, 401],
    ['a made-up cookie', { origin: '', cookie: 'corridor_session=../../etc' }, 401],
  ])('T16 is closed on %s before any byte of a document', async (_what, headers, status) => {
    const own =
      'origin' in headers && headers.origin === '' ? { ...headers, origin: base } : headers
    expect(await upgrade({ ...own })).toEqual({ status, frames: 0 })
  })

  it('T16 takes no change that a browser says another site caused', async () => {
    const send = (site: string | null) =>
      fetch(`${base}/api/session`, {
        method: 'POST',
        body: JSON.stringify({ person: 'p07' }),
        headers: { origin: base, ...(site !== null && { 'sec-fetch-site': site }) },
      })
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await send(site)).status).toBe(403)
    expect((await send('same-origin')).status).toBe(200)
    expect((await send(null)).status).toBe(200)
  })
})

it('T23 every answer carries the policy and the headers that go with it', async () => {
  for (const where of ['/', '/api/session', '/sync', '/healthz', '/nowhere']) {
    const { headers } = await fetch(base + where)
    const csp = headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'none'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types corridor',
      'report-uri /api/csp',
    ])
      expect(csp.split('; ')).toContain(part)
    expect(csp.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe-inline|unsafe-eval|\*|http/)
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('geolocation=()')
    expect(headers.get('strict-transport-security')).toBe(null)
  }
  const secure = await fetch(base, { headers: { 'x-forwarded-proto': 'https' } })
  expect(secure.headers.get('strict-transport-security')).toBe(
    'max-age=31536000; includeSubDomains',
  )
})

const CROWD = 100
const KIB = 1024
/** What the process needs for itself from one moment to the next. */
const OWN = 1024 * KIB

async function heldNow(): Promise<number> {
  const from = log.length
  relay.kill('SIGUSR2')
  for (;;) {
    const found = /HELD (\d+)/.exec(log.slice(from))
    if (found) return Number(found[1])
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Connections that nobody has signed in to, each pouring in as much as it can for a second. */
async function pour(head: string): Promise<number> {
  const sockets: Socket[] = []
  const block = Buffer.alloc(64 * KIB, 'x')
  for (let i = 0; i < CROWD; i++) {
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.write(head)
    const more = () => {
      while (socket.writable && socket.write(block));
    }
    socket.on('drain', more)
    more()
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  // What is only passing through is gone at the next look; what is held is there each time.
  let most = Infinity
  for (let look = 0; look < 4; look++) {
    most = Math.min(most, await heldNow())
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  for (const socket of sockets) socket.destroy()
  return most
}

describe('T16 a flood before anybody has signed in', () => {
  it.each([
    [
      'an upgrade with frames behind it',
      () =>
        `GET /sync HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${base}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
    ],
    [
      'a request that never ends',
      () =>
        `POST /sync HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${base}\r\nContent-Type: application/octet-stream\r\nContent-Length: 4000000\r\n\r\n`,
    ],
    ['headers that never end', () => `GET /sync HTTP/1.1\r\nX-Long: `],
  ])('T16 %s fills no more than 64 KiB for each connection', async (_what, head) => {
    // The first crowd leaves compiled code behind, which later ones use too.
    await pour(head())
    const before = await heldNow()
    const most = await pour(head())
    expect(most - before).toBeLessThanOrEqual(CROWD * 64 * KIB + OWN)
    expect((await fetch(`${base}/healthz`)).status).toBe(200)
  })
})

it('keeps cookies, names and words out of everything it logs', async () => {
  const cookie = await signIn('p05')
  await upgrade({ origin: base, cookie })
  await fetch(`${base}/api/reviews`, {
    method: 'POST',
    body: '{"id":"a secret focus"}',
    headers: { origin: base, cookie },
  })
  const logged = log.split('\n').filter((line) => line.startsWith('{'))
  const said = logged.join('\n')
  for (const secret of [cookie.split('=')[1] ?? '?', 'Odette', 'Puddlejump', 'a secret focus'])
    expect(said).not.toContain(secret)
})
