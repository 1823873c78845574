import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { secureHeaders } from 'hono/secure-headers'
import { LIMITS } from '../src/domain/refusals.ts'
import { packFrames, unpackFrames } from '../src/domain/wire/frames.ts'
import type { Session } from './accounts/port.ts'
import type { SignIn } from './accounts/sign-in.ts'
import type { SqliteAccounts } from './accounts/sqlite.ts'
import { TRIES } from './demo/world.ts'
import { londonDate } from './london.ts'
import { isOurs } from './origin.ts'
import type { Relay } from './relay.ts'
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
}

const tries = new Map<string, string>(TRIES)

const isSecure = (c: Context): boolean =>
  new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'

const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  // The component library sets sizes and positions in style attributes.
  styleSrc: ["'self'", "'unsafe-inline'"],
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

/** Everything that is not a WebSocket. */
export function createHttp(ports: HttpPorts): Hono {
  const { accounts, now } = ports
  const app = new Hono()
  const plain = withHeaders(false)
  const secure = withHeaders(true)
  app.use((c, next) => (isSecure(c) ? secure(c, next) : plain(c, next)))
  app.use(async (c, next) => {
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!safe && !isOurs(c.req.header('origin'), c.req.header('host'), ports.allowedOrigins))
      return c.json({ error: 'origin' }, 403)
    await next()
  })

  const sessionOf = (c: Context): Session | null => {
    const token = getCookie(c, COOKIE)
    return token === undefined ? null : accounts.sessions.of(token, now())
  }
  const session = (c: Context, { person }: Session) => {
    const today = londonDate(now())
    const facts = accounts.factsOf(person, today)
    const people = accounts.people.all()
    const demo = ports.demo !== null
    return c.json({ facts, name: facts.name, people, demo, today, now: now() })
  }

  app.get('/healthz', (c) => c.text('alive'))
  app.get('/readyz', async (c) => {
    try {
      await ports.writable()
      return c.text('ready')
    } catch {
      return c.text('The log cannot be written', 503)
    }
  })
  app.use('/api/*', bodyLimit({ maxSize: 16 * 1024 }), async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.get('/api/session', (c) => {
    const found = sessionOf(c)
    return found ? session(c, found) : c.json({ error: 'signed-out' }, 401)
  })
  app.post('/api/session', async (c) => {
    const person = await ports.demo?.prove(await c.req.json().catch(() => null))
    if (!person) return c.json({ error: 'not-proved' }, 401)
    const before = sessionOf(c)
    if (before) accounts.signOut(before.id, before.person)
    const token = accounts.sessions.open(person, now())
    const { maxAge } = accounts.sessions
    const secure = isSecure(c)
    setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge, secure })
    const opened = accounts.sessions.of(token, now())
    return opened ? session(c, opened) : c.json({ error: 'not-proved' }, 401)
  })
  app.delete('/api/session', (c) => {
    const found = sessionOf(c)
    if (found) accounts.signOut(found.id, found.person)
    deleteCookie(c, COOKIE, { path: '/', secure: isSecure(c) })
    return c.json({})
  })
  app.get('/api/demo/people', (c) =>
    ports.demo
      ? c.json(
          accounts.people
            .all()
            .map(({ id, name, job }) => ({ person: id, name, job, tries: tries.get(id) ?? null })),
        )
      : c.json({ error: 'no-demo' }, 404),
  )
  app.all('/api/*', (c) => c.json({ error: 'not-found' }, 404))
  app.post('/sync', bodyLimit({ maxSize: LIMITS.frameBytes * 4 }), async (c) => {
    const found = sessionOf(c)
    if (!found) return c.json({ error: 'signed-out' }, 401)
    const frames = unpackFrames(new Uint8Array(await c.req.arrayBuffer()))
    if (!frames.ok) return c.json({ error: frames.error }, 400)
    c.header('Cache-Control', 'no-store')
    c.header('Content-Type', 'application/octet-stream')
    return c.body(await answerTo(ports.relay, found, frames.value))
  })
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
