import { type Role, type RoleAssignment } from '../../src/domain/roles.ts'
import { decodeRelayMessage, encodeDeviceMessage } from '../../src/domain/wire/frames.ts'
import type {
  DeviceMessage,
  LogRow,
  PushRow,
  RelayMessage,
} from '../../src/domain/wire/messages.ts'
import type { ReviewAccess } from '../../src/domain/access/facts.ts'
import type { Session } from '../../sync-server/accounts/port.ts'
import { type SqliteAccounts, sqliteAccounts } from '../../sync-server/accounts/sqlite.ts'
import { openDatabase } from '../../sync-server/database.ts'
import { memoryDecisions } from '../../sync-server/decisions/memory.ts'
import type { DecisionLog } from '../../sync-server/decisions/port.ts'
import { memoryLog } from '../../sync-server/log/memory.ts'
import type { DocumentLog } from '../../sync-server/log/port.ts'
import { createHandOverCheck } from '../../sync-server/hand-over.ts'
import { createRelay } from '../../sync-server/relay.ts'
import { createVerify } from '../../sync-server/verify.ts'
import { createSettle } from '../../sync-server/settle.ts'
import { inlineWorker } from '../../sync-server/worker/inline.ts'
import type { WorkerPort } from '../../sync-server/worker/port.ts'
import { deviceOf } from './rows.ts'

export const URN = '900001'
export const REVIEW: ReviewAccess = {
  id: 'r1',
  urn: URN,
  date: '2026-11-24',
  lead: 'p07',
  reviewers: ['p04', 'p05'],
  blindFirst: false,
  revealed: false,
}
/** A weekday morning in term. */
export const START = Date.UTC(2026, 10, 24, 9, 0)

export const held = (role: Role, urn: string | null = null): RoleAssignment => ({
  role,
  urn,
  from: '2020-09-01',
  to: null,
})

const PEOPLE: readonly (readonly [string, RoleAssignment])[] = [
  ['p01', held('CEO')],
  ['p03', held('Head', URN)],
  ['p04', held('Head', '900002')],
  ['p05', held('HoS', '900003')],
  ['p07', held('Central AHT')],
  ['p11', held('COO')],
  ['p12', held('Teacher', URN)],
]

function seed(accounts: SqliteAccounts) {
  for (const [id, role] of PEOPLE)
    accounts.people.add({ id, name: `Person ${id}`, job: role.role, urn: role.urn }, [role])
  accounts.people.putReview(REVIEW)
}

/** What a test sees of one device's connection. */
export interface FakeDevice {
  readonly id: string
  readonly got: RelayMessage[]
  readonly frames: Uint8Array[]
  bye: string | null
  say(message: DeviceMessage): void
  hear(frame: Uint8Array): void
  push(...rows: PushRow[]): Promise<void>
  settled(): Promise<void>
  closed(): void
  of<T extends RelayMessage['type']>(type: T): Extract<RelayMessage, { type: T }>[]
  /** Rows heard of a document, in the order heard. */
  rows(doc: string): LogRow[]
  clear(): void
}

interface WorldOptions {
  readonly log?: DocumentLog
  readonly decisions?: DecisionLog
  readonly worker?: WorkerPort
}

export interface DeviceOptions {
  readonly brief?: boolean
  readonly hello?: boolean
  readonly buffered?: () => number
}

/** A relay in this process with a trust of seven people and one review. Time stands still unless moved. */
export function openWorld(options: WorldOptions = {}) {
  const log = options.log ?? memoryLog()
  const decisions = options.decisions ?? memoryDecisions()
  const worker = options.worker ?? inlineWorker()
  const accounts = sqliteAccounts(openDatabase(':memory:'))
  seed(accounts)
  const clock = { now: START }
  const notes: string[] = []
  const relay = createRelay({
    log,
    decisions,
    accounts,
    worker,
    verify: createVerify(),
    settle: createSettle({
      decisions,
      people: accounts.people,
      log,
      enrolments: accounts.enrolments,
    }),
    check: createHandOverCheck({ log, decisions, accounts }),
    now: () => clock.now,
    soon: (run) => void setImmediate(run),
    note: (event) => notes.push(event),
  })

  const sessions = new Map<string, Session>()
  const sessionOf = (person: string): Session => {
    const known = sessions.get(person)
    if (known && accounts.sessions.lives(known.id, clock.now)) return known
    const fresh = accounts.sessions.of(accounts.sessions.open(person, clock.now), clock.now)
    if (!fresh) throw new Error('No session')
    sessions.set(person, fresh)
    return fresh
  }

  function device(person: string, digit: string, extra: DeviceOptions = {}): FakeDevice {
    const session = sessionOf(person)
    const got: RelayMessage[] = []
    const frames: Uint8Array[] = []
    const own: FakeDevice = {
      id: deviceOf(digit),
      got,
      frames,
      bye: null,
      say: (message) => line.receive(encodeDeviceMessage(message)),
      hear: (frame) => line.receive(frame),
      push: (...rows) => {
        own.say({ type: 'push', rows })
        return line.settled()
      },
      settled: () => line.settled(),
      closed: () => line.closed(),
      of: (type) => got.filter((m) => m.type === type) as never,
      rows: (doc) => own.of('updates').flatMap((m) => (m.doc === doc ? m.rows : [])),
      clear: () => void got.splice(0),
    }
    const line = relay.connect({
      session,
      emit(frame) {
        const message = decodeRelayMessage(frame)
        if (!message.ok) throw new Error(`The relay sent a ${message.error}`)
        frames.push(frame)
        got.push(message.value)
      },
      close: (reason) => {
        own.bye = reason
      },
      ...(extra.buffered && { buffered: extra.buffered }),
      ...(extra.brief && { brief: true }),
    })
    if (extra.hello !== false)
      own.say({ type: 'hello', protocol: 1, device: own.id, app: 'test', journalHigh: 0 })
    return own
  }
  return { relay, log, decisions, accounts, clock, notes, device }
}

/** Long enough for everything that is already on its way. */
export const quiet = async (turns = 6) => {
  for (let i = 0; i < turns; i++) await new Promise((resolve) => setImmediate(resolve))
}
