import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Logger } from 'pino'
import { createProvider, type ProviderSettings } from './accounts/oidc.ts'
import { oneTapSignIn } from './accounts/sign-in.ts'
import type { SqliteAccounts } from './accounts/sqlite.ts'
import { weeklyMail } from './digest/digest.ts'
import type { MailSettings } from './digest/smtp.ts'
import { seedAnalysis } from './demo/analysis.ts'
import { seedReps } from './demo/reps.ts'
import { seedToday, seedTrust } from './demo/seed.ts'
import { calendarOfToday, seedWork } from './demo/work/seed-work.ts'
import { SCHOOLS, TRUST } from './demo/world.ts'
import { createClassLists } from './class-lists.ts'
import { createHandOverCheck } from './hand-over.ts'
import { createHttp } from './http.ts'
import { openStore } from './open-store.ts'
import { uploadsIn } from './photos/store.ts'
import type { RelayPorts } from './ports.ts'
import { createRelay, type Relay } from './relay.ts'
import { createSettle, settleAll } from './settle.ts'
import { attachSockets } from './socket.ts'
import { createVerify } from './verify.ts'
import { createTrustList } from './trust-list.ts'
import type { WorkerPort } from './worker/port.ts'
import { threadWorker } from './worker/threads.ts'

export interface StartOptions {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Whether invented people may sign in with one tap; left out: only where there are no others. */
  readonly demo?: boolean
  /** Whether invented people also have walks, checks and actions behind them; left out: they have. */
  readonly demoWork?: boolean
  readonly app: string | null
  readonly allowedOrigins: readonly string[]
  readonly worker: URL
  readonly logger: Logger
  /** The one address that people use, e.g. https://corridor.trust.example; that of each request when left out. */
  readonly publicUrl?: string
  readonly providers?: readonly ProviderSettings[]
  /** The weekly mail; none is sent without it, nor without `publicUrl`, to which its links lead. */
  readonly mail?: MailSettings
  /** A proxy of ours says in X-Forwarded-For who asks. */
  readonly behindProxy?: boolean
}

export interface Running {
  readonly port: number
  readonly demo: boolean
  /** Opens the set-up page, once, for a day; null unless nobody real is there. Told to the console alone. */
  readonly setUpPath: string | null
  /** Every route there is, so that none stays out of the table of who may do what. */
  readonly routes: readonly { readonly method: string; readonly path: string }[]
  stop(): Promise<void>
}

const GATHER_MS = 10
const FLUSH_MS = 1_000
const CARRY_MS = 3_000
const HOUR_MS = 3_600_000
const MAIL_MS = 60_000
const STOP_MS = 4_000

const listening = (server: Server, port: number, host: string) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })

/**
 * At once when it is quiet. Every commit waits for the disk, so under load rows gather
 * for a few milliseconds and wait for it together.
 */
function gathering() {
  let last = 0
  return (run: () => void) => {
    const go = () => {
      last = performance.now()
      run()
    }
    const wait = GATHER_MS - (performance.now() - last)
    if (wait <= 0) setImmediate(go)
    else setTimeout(go, wait)
  }
}

/** Does something now and then; what goes wrong is logged and tried again next time. */
function repeat(ms: number, logger: Logger, what: string, run: () => unknown) {
  const timer = setInterval(() => {
    void (async () => run())().catch((error: unknown) =>
      logger.error({ what, error: String(error) }),
    )
  }, ms)
  timer.unref()
  return timer
}

const identityOf = ({ publicUrl, behindProxy, providers = [] }: StartOptions) => ({
  ...(publicUrl !== undefined && { publicUrl }),
  ...(behindProxy !== undefined && { behindProxy }),
  providers: providers.map(createProvider),
})

const originsOf = ({ publicUrl, allowedOrigins }: StartOptions) =>
  publicUrl === undefined ? allowedOrigins : [...allowedOrigins, new URL(publicUrl).origin]

/** Where the first person of a real trust begins; null once anybody is there. */
function setUpPathOf(accounts: SqliteAccounts, now: number, logger: Logger): string | null {
  if (accounts.people.all().length === 0) return `/set-up/${accounts.trust.newSetUpCode(now)}`
  if (!accounts.people.hasReal())
    logger.warn('This folder holds the demonstration: for a real trust, set DATA_DIR to a new one')
  return null
}

/** Takes no more, finishes what it has, and lets go of whoever will not leave. */
async function stopServing(
  server: Server,
  sockets: ReturnType<typeof attachSockets>,
  relay: Relay,
) {
  sockets.stop()
  const closed = new Promise((resolve) => server.close(resolve))
  const cut = setTimeout(() => {
    sockets.cut()
    server.closeAllConnections()
  }, STOP_MS)
  await relay.stop()
  server.closeIdleConnections()
  await closed
  clearTimeout(cut)
}

async function seedDemo(
  seeds: Parameters<typeof seedToday>[0],
  { trust }: SqliteAccounts,
  work: boolean,
) {
  await seedTrust(seeds, work ? calendarOfToday(seeds.now()) : [])
  if (work) await seedWork(seeds)
  await seedToday(seeds)
  if (work) await seedAnalysis(seeds)
  if (work) await seedReps(seeds)
  trust.put(TRUST.name, SCHOOLS, true)
}

function startTimers(
  { logger, dataDir }: StartOptions,
  { accounts, carry }: ReturnType<typeof openStore>,
  worker: WorkerPort,
) {
  const uploads = uploadsIn(dataDir)
  return [
    repeat(FLUSH_MS, logger, 'devices', () => accounts.flush()),
    repeat(CARRY_MS, logger, 'carry', () => carry(worker)),
    repeat(HOUR_MS, logger, 'uploads', () => uploads.deleteExpired()),
  ]
}

type FromStart = 'worker' | 'verify' | 'settle' | 'grew' | 'note'

const relayOf = (
  { log, decisions, accounts }: ReturnType<typeof openStore>,
  ports: Pick<RelayPorts, FromStart>,
): Relay =>
  createRelay({
    log,
    decisions,
    accounts,
    ...ports,
    check: createHandOverCheck({ log, decisions, accounts }),
    now: Date.now,
    soon: gathering(),
    later: (ms, run) => void setTimeout(run, ms).unref(),
  })

/** Puts the relay together and starts it. */
export async function start(options: StartOptions): Promise<Running> {
  const { logger } = options
  const now = Date.now
  const store = openStore(options.dataDir)
  const { log, decisions, accounts, putAside, photos, writable } = store
  const worker = threadWorker(options.worker)
  const verify = createVerify()
  const { people, enrolments } = accounts
  const demo = options.demo ?? !people.hasReal()
  const settle = createSettle({ decisions, people, log, enrolments })
  const note = (event: string, facts: Readonly<Record<string, unknown>>) =>
    logger.warn(facts, event)
  const classLists = createClassLists({ log, people, note })
  const relay = relayOf(store, { worker, verify, settle, grew: classLists.grew, note })
  const seeds = { log, decisions, people, now }
  if (demo) await seedDemo(seeds, accounts, options.demoWork ?? true)
  // A stop between a decision and what follows from it heals here.
  await settleAll(settle, people)
  await classLists.readAll()
  const timers = startTimers(options, store, worker)
  if (demo) timers.push(repeat(HOUR_MS, logger, 'demo', () => seedToday(seeds)))

  const wrote = relay.wrote.bind(relay)
  const listPeople = createTrustList({ log, trust: accounts.trust, now, wrote })
  await listPeople()
  const allowedOrigins = originsOf(options)
  const identity = { ...identityOf(options), listPeople }
  const setUpPath = demo ? null : setUpPathOf(accounts, now(), logger)
  const signIn = demo ? oneTapSignIn(accounts.people) : null
  const { readers } = store
  const digest = weeklyMail({ accounts, log, worker, readers, now, note }, options)
  if (digest) timers.push(repeat(MAIL_MS, logger, 'weekly-mail', digest.run))
  const ports = {
    relay,
    accounts,
    log,
    verify,
    now,
    demo: signIn,
    allowedOrigins,
    app: options.app,
    writable,
    identity,
    putAside,
    note,
    history: { log, worker },
    mail: { readers, sends: digest !== null },
    photos: { store: photos, worker, dataDir: options.dataDir },
  }
  const http = createHttp(ports)
  const server = createAdaptorServer({ fetch: http.fetch }) as Server
  const sockets = attachSockets(server, {
    relay,
    sessionOf: (token) => accounts.sessions.of(token, now()),
    allowedOrigins,
  })
  const port = await listening(server, options.port, options.host)

  return {
    port,
    demo,
    setUpPath,
    routes: http.routes.map(({ method, path: at }) => ({ method, path: at })),
    async stop() {
      await stopServing(server, sockets, relay)
      for (const timer of timers) clearInterval(timer)
      await classLists.settled()
      await worker.close()
      accounts.flush()
      await store.close()
    },
  }
}
