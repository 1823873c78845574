import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import { LIMITS } from '../src/domain/refusals.ts'
import { packFrames, unpackFrames } from '../src/domain/wire/frames.ts'
import type { Session } from './accounts/port.ts'
import type { SignIn } from './accounts/sign-in.ts'
import type { SqliteAccounts } from './accounts/sqlite.ts'
import { TRIES } from './demo/world.ts'
import { type HistoryPorts, historyRoutes } from './history.ts'
import { londonDate } from './london.ts'
import { isOurs } from './origin.ts'
import type { Relay } from './relay.ts'
import { reviewRoutes } from './reviews.ts'
import { staticFiles } from './static-files.ts'

export const COOKIE = 'corridor_session'

export interface HttpPorts {
  readonly relay: Relay
  readonly accounts: SqliteAccounts
  readonly now: () => number
  /** One-tap sign-in of a demonstration, or null. */
  readonly demo: SignIn | null
  readonly allowedOrigins: readonly string[]
  /** Folder of the built app, or null. */
  readonly app: string | null
  /** Rejects when nothing can be written. */
  readonly writable: () => Promise<void>
  /** What the history of documents is made from; none is given out without. */
  readonly history?: Pick<HistoryPorts, 'log' | 'worker'>
}

const tries = new Map<string, string>(TRIES)

const isSecure = (c: Context): boolean =>
  new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'

const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'blob:', 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  objectSrc: ["'none'"],
}

const withHeaders = (hsts: boolean) =>
  secureHeaders({
    contentSecurityPolicy: policy,
    strictTransportSecurity: hsts && 'max-age=31536000',
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: { geolocation: [], microphone: [], camera: ['self'] },
  })

const noStore: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
}

const sessionOf = (c: Context, { accounts, now }: HttpPorts): Session | null => {
  const token = getCookie(c, COOKIE)
  return token === undefined ? null : accounts.sessions.of(token, now())
}

function whoIsIn(c: Context, { accounts, now, demo }: HttpPorts, { person }: Session) {
  const today = londonDate(now())
  const facts = accounts.factsOf(person, today)
  const people = accounts.people.all()
  return c.json({ facts, name: facts.name, people, demo: demo !== null, today, now: now() })
}

async function signIn(c: Context, ports: HttpPorts) {
  const { accounts, now } = ports
  const person = await ports.demo?.prove(await c.req.json().catch(() => null))
  if (!person) return c.json({ error: 'not-proved' }, 401)
  const before = sessionOf(c, ports)
  if (before) accounts.signOut(before.id, before.person)
  const token = accounts.sessions.open(person, now())
  const { maxAge } = accounts.sessions
  const secure = isSecure(c)
  setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge, secure })
  const opened = accounts.sessions.of(token, now())
  return opened ? whoIsIn(c, ports, opened) : c.json({ error: 'not-proved' }, 401)
}

function signOut(c: Context, ports: HttpPorts) {
  const found = sessionOf(c, ports)
  if (found) ports.accounts.signOut(found.id, found.person)
  deleteCookie(c, COOKIE, { path: '/', secure: isSecure(c) })
  return c.json({})
}

function demoPeople(c: Context, { accounts, demo }: HttpPorts) {
  if (!demo) return c.json({ error: 'no-demo' }, 404)
  const people = accounts.people.all()
  return c.json(
    people.map(({ id, name, job }) => ({ person: id, name, job, tries: tries.get(id) ?? null })),
  )
}

async function sync(c: Context, ports: HttpPorts) {
  const found = sessionOf(c, ports)
  if (!found) return c.json({ error: 'signed-out' }, 401)
  const frames = unpackFrames(new Uint8Array(await c.req.arrayBuffer()))
  if (!frames.ok) return c.json({ error: frames.error }, 400)
  c.header('Content-Type', 'application/octet-stream')
  return c.body(await answerTo(ports.relay, found, frames.value))
}

async function readiness(c: Context, { writable }: HttpPorts) {
  try {
    await writable()
    return c.text('ready')
  } catch {
    return c.text('The log cannot be written', 503)
  }
}

/** Everything that is not a WebSocket. */
export function createHttp(ports: HttpPorts): Hono {
  const app = new Hono()
  const plain = withHeaders(false)
  const secure = withHeaders(true)
  app.use((c, next) => (isSecure(c) ? secure(c, next) : plain(c, next)))
  app.use(async (c, next) => {
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!safe && !isOurs(c.req.header('origin'), c.req.header('host'), ports.allowedOrigins))
      return c.json({ error: 'origin' }, 403)
    return next()
  })
  app.get('/healthz', (c) => c.text('alive'))
  app.get('/readyz', (c) => readiness(c, ports))
  app.use('/api/*', bodyLimit({ maxSize: 16 * 1024 }), noStore)
  app.get('/api/session', (c) => {
    const found = sessionOf(c, ports)
    return found ? whoIsIn(c, ports, found) : c.json({ error: 'signed-out' }, 401)
  })
  app.post('/api/session', (c) => signIn(c, ports))
  app.delete('/api/session', (c) => signOut(c, ports))
  app.get('/api/demo/people', (c) => demoPeople(c, ports))
  const { accounts, now } = ports
  const personOf = (c: Context) => sessionOf(c, ports)?.person ?? null
  app.route('/api/reviews', reviewRoutes({ accounts, now, personOf }))
  if (ports.history)
    app.route('/api/history', historyRoutes({ ...ports.history, accounts, now, personOf }))
  app.all('/api/*', (c) => c.json({ error: 'not-found' }, 404))
  app.use('/sync', bodyLimit({ maxSize: LIMITS.frameBytes * 4 }), noStore)
  app.post('/sync', (c) => sync(c, ports))
  app.all('/sync', (c) => c.json({ error: 'upgrade-or-post' }, 426))
  if (ports.app !== null) app.get('*', staticFiles(ports.app))
  return app
}

/** The same conversation as on a socket, ended when everything has been answered. */
async function answerTo(relay: Relay, session: Session, frames: readonly Uint8Array[]) {
  const answers: Uint8Array[] = []
  const line = relay.connect({
    session,
    brief: true,
    emit: (frame) => answers.push(frame),
    close: () => {},
  })
  for (const frame of frames) line.receive(frame)
  await line.settled()
  line.closed()
  return new Uint8Array(packFrames(answers))
}
