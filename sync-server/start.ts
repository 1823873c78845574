import { mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import path from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import Database from 'better-sqlite3'
import type { Logger } from 'pino'
import { oneTapSignIn } from './accounts/sign-in.ts'
import { sqliteAccounts } from './accounts/sqlite.ts'
import { openDatabase } from './database.ts'
import { sqliteDecisions } from './decisions/sqlite.ts'
import { seedToday, seedTrust } from './demo/seed.ts'
import { createHandOverCheck } from './hand-over.ts'
import { createHttp } from './http.ts'
import { sqliteLog } from './log/sqlite.ts'
import { createRelay } from './relay.ts'
import { createSettle, settleAll } from './settle.ts'
import { attachSockets } from './socket.ts'
import { threadWorker } from './worker/threads.ts'

export interface StartOptions {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Whether invented people may sign in with one tap; left out: only where there are no others. */
  readonly demo?: boolean
  readonly app: string | null
  readonly allowedOrigins: readonly string[]
  readonly worker: URL
  readonly logger: Logger
}

export interface Running {
  readonly port: number
  readonly demo: boolean
  stop(): Promise<void>
}

const GATHER_MS = 4
/** Long enough for the one before to finish. */
const LOCK_WAIT_MS = 2_000
const FLUSH_MS = 1_000
const HOUR_MS = 3_600_000
const STOP_MS = 4_000

const listening = (server: Server, port: number, host: string) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })

/**
 * Two relays on one folder would each miss what the other writes. The lock is the operating
 * system's, so it ends with the process however that ends.
 */
function holdFolder(dataDir: string): () => void {
  const lock = new Database(path.join(dataDir, 'in-use.sqlite'), { timeout: LOCK_WAIT_MS })
  try {
    lock.exec('begin exclusive')
  } catch (cause) {
    lock.close()
    throw new Error(`Another relay is using ${dataDir}`, { cause })
  }
  return () => lock.close()
}

/** Opens the store in a folder; everything that lasts is in one database file. */
function openStore(dataDir: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const letGo = holdFolder(dataDir)
  const db = openDatabase(path.join(dataDir, 'corridor.sqlite'))
  const probe = db.prepare(`insert into meta (key, value) values ('ready', ?)
    on conflict (key) do update set value = excluded.value`)
  return {
    log: sqliteLog(db),
    decisions: sqliteDecisions(db),
    accounts: sqliteAccounts(db),
    writable: async () => void probe.run(String(Date.now())),
    close() {
      db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
      letGo()
    },
  }
}

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

/** Puts the relay together and starts it. */
export async function start(options: StartOptions): Promise<Running> {
  const { logger } = options
  const now = Date.now
  const store = openStore(options.dataDir)
  const { log, decisions, accounts, writable } = store
  const demo = options.demo ?? !accounts.people.hasReal()
  const worker = threadWorker(options.worker)
  const settle = createSettle(decisions, accounts.people, log)
  const relay = createRelay({
    log,
    decisions,
    accounts,
    worker,
    settle,
    check: createHandOverCheck({ log, decisions, accounts }),
    now,
    soon: gathering(),
    later: (ms, run) => void setTimeout(run, ms).unref(),
    note: (event, facts) => logger.warn(facts, event),
  })
  const seeds = { log, decisions, people: accounts.people, now }
  if (demo) await seedTrust(seeds)
  if (demo) await seedToday(seeds)
  // A stop between a decision and what follows from it heals here.
  await settleAll(settle, accounts.people)
  const timers = [repeat(FLUSH_MS, logger, 'devices', () => accounts.devices.flush())]
  if (demo) timers.push(repeat(HOUR_MS, logger, 'demo', () => seedToday(seeds)))

  const { allowedOrigins, app } = options
  const signIn = demo ? oneTapSignIn(accounts.people) : null
  const history = { log, worker }
  const http = createHttp({
    relay,
    accounts,
    now,
    demo: signIn,
    allowedOrigins,
    app,
    writable,
    history,
  })
  const server = createAdaptorServer({ fetch: http.fetch }) as Server
  const sessionOf = (token: string) => accounts.sessions.of(token, now())
  const sockets = attachSockets(server, { relay, sessionOf, allowedOrigins })
  const port = await listening(server, options.port, options.host)

  return {
    port,
    demo,
    async stop() {
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
      for (const timer of timers) clearInterval(timer)
      await worker.close()
      accounts.devices.flush()
      store.close()
    },
  }
}
