import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import WebSocket from 'ws'
import { inspectUpdate } from '../../../src/crdt/inspect.ts'
import { documentName } from '../../../src/domain/documents.ts'
import { newRecordId, repId, reviewId } from '../../../src/domain/ids.ts'
import type { RepAccess } from '../../../src/domain/access/facts.ts'
import { classRecord, sittingRefRecord } from '../../../src/domain/qla/classes.ts'
import { decodeRelayMessage, encodeDeviceMessage } from '../../../src/domain/wire/frames.ts'
import type { DeviceMessage, RelayMessage } from '../../../src/domain/wire/messages.ts'
import { sqliteAccounts } from '../../../sync-server/accounts/sqlite.ts'
import { openDatabase } from '../../../sync-server/database.ts'
import { chained } from '../../../sync-server/decisions/chain.ts'
import { sqliteDecisions } from '../../../sync-server/decisions/sqlite.ts'
import { writeOwn } from '../../../sync-server/demo/write.ts'
import { COOKIE } from '../../../sync-server/http.ts'
import { sqliteLog } from '../../../sync-server/log/sqlite.ts'
import { start } from '../../../sync-server/start.ts'
import { deviceOf, editor, nextId, rowOf, typeInto } from '../rows.ts'
import { EVERYBODY, urnOf } from './people.ts'
import { standIns } from './stand-ins.ts'
import { putPhoto } from './table-routes-photos.ts'
import { ASKING, DOCUMENTS, MARKED, OTHER, OWN, REVIEWS, TAUGHT } from './table.ts'
import { REP_MENTORS, REPS } from './table-reps.ts'

/** Words that stand in every document of the matrix. */
export const SECRET = 'Heard behind the closed door'
const HOUR = 3_600_000
const DAY = 24 * HOUR
const PATIENCE_MS = 10_000

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

function review(id: string, urn: string, blindFirst: boolean, team: readonly string[]) {
  const [lead = '', ...reviewers] = team
  return { id, urn, date: '2099-11-24', lead, reviewers, blindFirst, revealed: false }
}

const rep = (id: string, kind: RepAccess['kind'], mentors: readonly string[]): RepAccess => ({
  id,
  urn: OWN,
  kind,
  mentors: [...mentors],
  writtenBy: 'trust-eht',
  extensionOf: null,
  extensionNo: 0,
})

/** Writes the trust of the matrix into a folder: people, reviews, one row in each document. */
async function settle(dataDir: string, now: number) {
  mkdirSync(dataDir, { recursive: true })
  const db = openDatabase(path.join(dataDir, 'corridor.sqlite'))
  const accounts = sqliteAccounts(db)
  for (const one of EVERYBODY) {
    const { id, role, former } = one
    const to = former ? dayOf(now - DAY) : null
    const held = { role, urn: urnOf(one), from: '2020-09-01', to }
    accounts.people.add({ id, name: `Name of ${id}`, job: role, urn: held.urn }, [held])
  }
  const team = ['lead', 'writer', 'reviewer']
  accounts.people.putReview(review(REVIEWS.open, OWN, false, team))
  accounts.people.putReview(review(REVIEWS.blind, OWN, true, team))
  accounts.people.putReview(review(REVIEWS.elsewhere, OTHER, false, ['stranger']))
  for (const [id, kind, mentors] of [
    [REPS.issued, 'education', REP_MENTORS],
    [REPS.drafted, 'education', REP_MENTORS],
    [REPS.finance, 'finance', []],
    [REPS.ended, 'education', REP_MENTORS],
  ] as const)
    accounts.people.reps.put(rep(id, kind, mentors))
  const log = sqliteLog(db)
  for (const { there } of Object.values(DOCUMENTS).flat()) {
    const bytes = editor().one(typeInto(SECRET))
    const facts = inspectUpdate(bytes)
    if (!facts.ok) throw new Error(facts.error)
    const row = rowOf(there, bytes, { device: deviceOf('0') })
    await log.append([{ ...row, person: 'writer', receivedAt: now, facts: facts.value }])
  }
  const named = ['own-teacher']
  await writeOwn(log, TAUGHT, now, (add) => {
    add(newRecordId(now, randomBytes(16)), classRecord, {
      name: 'Owls',
      yearGroup: 6,
      teachers: named,
      by: 'somebody',
      madeAt: now,
    })
  })
  const sitting = MARKED.slice(MARKED.lastIndexOf('/') + 1)
  await writeOwn(log, ASKING, now, (add) => {
    add(newRecordId(now, randomBytes(16)), sittingRefRecord, {
      sitting,
      markers: named,
      by: 'somebody',
      madeAt: now,
    })
  })
  await decide(sqliteDecisions(db), now)
  putPhoto(db, dataDir)
  const cookies = new Map(
    EVERYBODY.map(({ id }) => [id, `${COOKIE}=${accounts.sessions.open(id, now)}`]),
  )
  db.close()
  return cookies
}

/** A decision about each review and plan that nobody but its readers may hear of; two plans are issued, one has ended. */
async function decide(decisions: ReturnType<typeof sqliteDecisions>, now: number) {
  for (const id of Object.values(REPS)) {
    const subject = documentName({ kind: 'rep', rep: repId(id) })
    const machine = id === REPS.drafted ? 'seen' : 'rep'
    const to = id === REPS.ended ? 'ended' : 'issued'
    const made = { id: nextId(), machine, subject, from: 'drafted', to, reason: SECRET }
    const by = { madeAt: now, by: 'trust-ceo', role: 'CEO', device: '', receivedAt: now }
    await decisions.add(chained({ ...made, ...by }, await decisions.last()))
  }
  for (const id of Object.values(REVIEWS)) {
    const subject = documentName({ kind: 'review', review: reviewId(id) })
    const made = { id: nextId(), machine: 'seen', subject, from: 'a', to: 'b', reason: SECRET }
    const by = { madeAt: now, by: 'lead', role: 'Review lead', device: '', receivedAt: now }
    await decisions.add(chained({ ...made, ...by }, await decisions.last()))
  }
}

/** A relay of one trust with everybody of the matrix in it. */
export async function openTrust(worker: URL) {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-access-'))
  const dataDir = path.join(folder, 'data')
  const cookies = await settle(dataDir, Date.now())
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Corridor</title>')
  const running = await start({
    port: 0,
    host: '127.0.0.1',
    dataDir,
    demo: false,
    app: folder,
    allowedOrigins: [],
    // Everybody asks from an address of their own: this is no test of how often one may try.
    behindProxy: true,
    worker,
    logger: pino({ level: 'silent' }),
  })
  const db = openDatabase(path.join(dataDir, 'corridor.sqlite'))
  // What is lost with the machine's power is of no interest here.
  db.pragma('synchronous = OFF')
  const accounts = sqliteAccounts(db)
  const base = `http://127.0.0.1:${running.port}`
  return {
    base,
    dataDir,
    routes: running.routes,
    cookieOf: (id: string): string => cookies.get(id) ?? '',
    /** A new sign-in, so many hours old. */
    signIn: (id: string, hours = 0): string =>
      `${COOKIE}=${accounts.sessions.open(id, Date.now() - hours * HOUR)}`,
    accounts,
    fill: standIns(accounts),
    async end() {
      db.close()
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Line = Awaited<ReturnType<typeof openLine>>

/** A signed-in socket, or null with the status it was refused with. */
export async function openLine(base: string, headers: Record<string, string>) {
  const socket = new WebSocket(`${base.replace('http', 'ws')}/sync`, { headers })
  const got: RelayMessage[] = []
  let wake = () => {}
  socket.on('message', (data: Buffer) => {
    const message = decodeRelayMessage(data)
    if (message.ok) got.push(message.value)
    wake()
  })
  const status = await new Promise<number>((resolve, reject) => {
    socket.on('open', () => resolve(101))
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('error', reject)
  })
  return {
    status,
    got,
    say: (message: DeviceMessage) => socket.send(encodeDeviceMessage(message)),
    /** Everything heard from now on, until so many messages are of the wanted kinds. */
    async hear(kinds: readonly RelayMessage['type'][], count: number): Promise<RelayMessage[]> {
      const wanted = () => got.filter(({ type }) => kinds.includes(type))
      const until = Date.now() + PATIENCE_MS
      while (wanted().length < count) {
        if (Date.now() > until) throw new Error(`${wanted().length} of ${count} ${kinds.join()}`)
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, PATIENCE_MS)
        })
      }
      return got.splice(0)
    },
    end: () => socket.terminate(),
  }
}
