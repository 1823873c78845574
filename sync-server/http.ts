import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { PHOTO_BYTES } from '../src/domain/photos/photo.ts'
import { LIMITS } from '../src/domain/refusals.ts'
import type { PutAside } from '../src/domain/relay-care.ts'
import { packFrames, unpackFrames } from '../src/domain/wire/frames.ts'
import { createFlows } from './accounts/flows.ts'
import type { Session } from './accounts/port.ts'
import type { OpenSession } from './accounts/sessions.ts'
import type { SignIn } from './accounts/sign-in.ts'
import type { SqliteAccounts } from './accounts/sqlite.ts'
import { createThrottle } from './accounts/throttle.ts'
import { dropSession, isSecure, sessionToken } from './cookies.ts'
import { digestRoutes } from './digest/routes.ts'
import type { Readers } from './digest/readers.ts'
import { LEFTOVER_BYTES } from '../src/domain/devices.ts'
import { deviceRoutes } from './devices/routes.ts'
import type { DocumentLog } from './log/port.ts'
import type { Verify } from './ports.ts'
import { careRoutes } from './care.ts'
import { CSP_REPORTS, cspReports } from './csp-reports.ts'
import { TRIES } from './demo/world.ts'
import { accountRoutes } from './doors/account.ts'
import { invitationRoutes } from './doors/invitations.ts'
import { invitedRoutes } from './doors/invited.ts'
import { peopleRoutes } from './doors/people.ts'
import {
  actorOf,
  type DoorPorts,
  type Flow,
  type Identity,
  openSession,
  sessionOf,
} from './doors/ports.ts'
import { schoolRoutes } from './doors/schools.ts'
import { setUpRoutes } from './doors/set-up.ts'
import { signInRoutes } from './doors/sign-in.ts'
import { type HistoryPorts, historyRoutes } from './history.ts'
import { londonDate } from '../src/domain/london.ts'
import { isFromElsewhere, isOurs } from './origin.ts'
import { PHOTOS, type PhotoPorts, photoRoutes, sandboxed, UPLOADS } from './photos/routes.ts'
import type { Relay } from './relay.ts'
import { repRoutes } from './reps.ts'
import { reviewRoutes } from './reviews.ts'
import { staticFiles } from './static-files.ts'

export { COOKIE } from './cookies.ts'

export interface HttpPorts {
  readonly relay: Relay
  readonly log: DocumentLog
  readonly verify: Verify
  readonly accounts: SqliteAccounts
  readonly now: () => number
  /** One-tap sign-in of a demonstration, or null. */
  readonly demo: SignIn | null
  readonly allowedOrigins: readonly string[]
  /** Folder of the built app, or null. */
  readonly app: string | null
  /** Rejects when nothing can be written. */
  readonly writable: () => Promise<void>
  /** How real people sign in; a passkey at the address of each request when left out. */
  readonly identity?: Identity
  /** What was put aside, by person and reason. */
  readonly putAside?: () => PutAside[]
  /** What the operator should know: kinds and counts, never content. */
  readonly note?: (event: string, facts: Readonly<Record<string, unknown>>) => void
  /** What the history of documents is made from; none is given out without. */
  readonly history?: Pick<HistoryPorts, 'log' | 'worker'>
  /** Who wants the weekly mail, and whether it is sent at all. */
  readonly mail?: { readonly readers: Readers; readonly sends: boolean }
  /** Where photos are kept; there are none without. */
  readonly photos?: Pick<PhotoPorts, 'store' | 'worker' | 'dataDir'>
}

/** What a lost device had not sent is larger than other requests. */
const LEFTOVER = /^\/api\/devices\/[0-9a-f]{32}\/leftover$/

const tries = new Map<string, string>(TRIES)

const policy = {
  defaultSrc: ["'none'"],
  // WebAssembly of our own build only: a passphrase is stretched by Argon2id, which browsers lack.
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
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
  // No text becomes script or markup, whatever a library does; one policy, for one address.
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['corridor'],
  // Browsers that are told report-to as well leave this one out, and send nothing from a plain address.
  reportUri: CSP_REPORTS,
}

/** Everything that a notebook has no use for; the camera reads codes. */
const NOT_USED = [
  'accelerometer',
  'displayCapture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
] as const

const withHeaders = (hsts: boolean) =>
  secureHeaders({
    contentSecurityPolicy: policy,
    strictTransportSecurity: hsts && 'max-age=31536000; includeSubDomains',
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: {
      ...Object.fromEntries(NOT_USED.map((name) => [name, []])),
      camera: ['self'],
    },
  })

const noStore: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
}

function whoIsIn(c: Context, { accounts, now, demo }: HttpPorts, { person }: Session) {
  const today = londonDate(now())
  const facts = accounts.factsOf(person, today)
  const people = accounts.people.all()
  return c.json({ facts, name: facts.name, people, demo: demo !== null, today, now: now() })
}

/** Whose session the cookie is: for lines, where somebody who was removed still delivers. */
const lineSessionOf = (c: Context, { accounts, now }: HttpPorts): OpenSession | null => {
  const token = sessionToken(c)
  return token === undefined ? null : accounts.sessions.of(token, now())
}

async function signIn(c: Context, ports: HttpPorts, doors: DoorPorts) {
  const person = await ports.demo?.prove(await c.req.json().catch(() => null))
  if (!person) return c.json({ error: 'not-proved' }, 401)
  return whoIsIn(c, ports, openSession(c, doors, person, 'demonstration'))
}

function signOut(c: Context, ports: HttpPorts) {
  const found = lineSessionOf(c, ports)
  if (found) ports.accounts.signOut(found.id, found.person)
  dropSession(c)
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
  const found = lineSessionOf(c, ports)
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

const doorsOf = (ports: HttpPorts): DoorPorts => ({
  accounts: ports.accounts,
  now: ports.now,
  demo: ports.demo !== null,
  identity: ports.identity ?? {},
  flows: createFlows<Flow>(ports.now),
  throttle: createThrottle(ports.now),
  whoIsIn: (c, session) => whoIsIn(c, ports, session),
})

/** Everything that is not a WebSocket. */
export function createHttp(ports: HttpPorts): Hono {
  const app = new Hono()
  const doors = doorsOf(ports)
  const plain = withHeaders(false)
  const secure = withHeaders(true)
  // Outside the others, which would say again what holds for pages.
  app.use(sandboxed)
  app.use((c, next) => (isSecure(c) ? secure(c, next) : plain(c, next)))
  app.use(async (c, next) => {
    // Browsers send reports of the policy by themselves, often without an origin.
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.path === CSP_REPORTS
    if (!safe && isFromElsewhere(c.req.header('sec-fetch-site')))
      return c.json({ error: 'origin' }, 403)
    if (!safe && !isOurs(c.req.header('origin'), c.req.header('host'), ports.allowedOrigins))
      return c.json({ error: 'origin' }, 403)
    return next()
  })
  app.get('/healthz', (c) => c.text('alive'))
  app.get('/readyz', (c) => readiness(c, ports))
  const usual = bodyLimit({ maxSize: 16 * 1024 })
  const leftover = bodyLimit({ maxSize: LEFTOVER_BYTES })
  const photo = bodyLimit({ maxSize: PHOTO_BYTES })
  app.use('/api/*', (c, next) => {
    if (c.req.path.startsWith(UPLOADS)) return photo(c, next)
    return LEFTOVER.test(c.req.path) ? leftover(c, next) : usual(c, next)
  })
  app.use('/api/*', noStore)
  app.get('/api/session', (c) => {
    const found = sessionOf(c, ports)
    return found ? whoIsIn(c, ports, found) : c.json({ error: 'signed-out' }, 401)
  })
  app.post('/api/session', (c) => signIn(c, ports, doors))
  app.delete('/api/session', (c) => signOut(c, ports))
  app.get('/api/demo/people', (c) => demoPeople(c, ports))
  const { accounts, now } = ports
  const personOf = (c: Context) => sessionOf(c, ports)?.person ?? null
  app.route('/api/sign-in', signInRoutes(doors))
  app.route('/api/set-up', setUpRoutes(doors))
  app.route('/api/invitations', invitedRoutes(doors))
  app.route('/api/invitations', invitationRoutes(doors))
  app.route('/api/account', accountRoutes(doors))
  app.route('/api/people', peopleRoutes(doors))
  app.route('/api/schools', schoolRoutes(doors))
  app.route('/api/reviews', reviewRoutes({ accounts, now, personOf }))
  app.route('/api/reps', repRoutes({ accounts, now, personOf }))
  const { log, verify } = ports
  const session = (c: Context) => sessionOf(c, ports)
  const devicePorts = { accounts, log, verify, now, sessionOf: session, dropCookie: dropSession }
  app.route('/api/devices', deviceRoutes(devicePorts))
  if (ports.history)
    app.route('/api/history', historyRoutes({ ...ports.history, accounts, now, personOf }))
  if (ports.photos) {
    const sender = (c: Context) => actorOf(c, doors)?.person ?? null
    app.route(PHOTOS, photoRoutes({ ...ports.photos, accounts, now, personOf: sender }))
  }
  const putAside = ports.putAside ?? (() => [])
  app.route('/api/quarantine', careRoutes({ accounts, now, personOf, putAside }))
  app.route(CSP_REPORTS, cspReports({ now, note: ports.note ?? (() => undefined) }))
  const emailOf = (person: string) =>
    accounts.trust.everybody().find(({ id }) => id === person)?.email ?? null
  if (ports.mail) app.route('/api/digest', digestRoutes({ ...ports.mail, now, personOf, emailOf }))
  app.all('/api/*', (c) => c.json({ error: 'not-found' }, 404))
  // Before the body is touched, which would begin to gather it for somebody nobody knows.
  app.post('/sync', noStore, async (c, next) =>
    sessionOf(c, ports) ? next() : c.json({ error: 'signed-out' }, 401),
  )
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
