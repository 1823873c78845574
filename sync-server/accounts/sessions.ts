import { createHash, randomBytes } from 'node:crypto'
import { DEVICE_LEASE, type DeviceLease } from '../../src/domain/devices.ts'
import { type Db, transactor } from '../database.ts'
import type { Session } from './port.ts'

const DAY_MS = 24 * 3_600_000
/** What changes rights or ways of signing in asks for a sign-in that is no older. */
const FRESH_MS = 12 * 3_600_000
/** How often use is written down. */
const TOUCH_MS = 3_600_000
const KNOWN = 20_000

/** How somebody proved who they are. */
export type Way = 'passkey' | 'google' | 'microsoft' | 'demonstration'

export interface OpenSession extends Session {
  readonly openedAt: number
}

/** A session as its owner and an administrator see it. */
export interface SessionLine {
  readonly id: string
  readonly way: Way
  /** Browser and kind of machine, in words. */
  readonly agent: string
  /** Which of this person's devices it is, once it has said so. */
  readonly device: string | null
  readonly openedAt: number
  readonly seenAt: number
}

export interface Sessions {
  /** Opens a session. The token is told once; only its hash is kept. */
  open(person: string, now: number, how?: { readonly way: Way; readonly agent: string }): string
  of(token: string, now: number): OpenSession | null
  lives(id: string, now: number): boolean
  /** Whether it was opened so lately that it may change rights. */
  isFresh(session: OpenSession, now: number): boolean
  list(person: string, now: number): SessionLine[]
  /** When each person last signed in, and was last here. */
  lastSeen(): ReadonlyMap<string, { readonly openedAt: number; readonly seenAt: number }>
  end(id: string): void
  endAll(person: string): void
  endOthers(person: string, kept: string): void
  /** Which device uses it, kept from the next `noteDevices` on. */
  uses(id: string, device: string): void
  noteDevices(): void
  endOfDevice(device: string): void
  /** How long a browser should keep the token, in seconds. */
  readonly maxAge: number
}

interface Kept {
  readonly person: string
  readonly openedAt: number
  seenAt: number
  device: string | null
}

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** 256 bits of chance, to be told once. */
export const newToken = (): string => randomBytes(32).toString('base64url')

const statements = (db: Db) => ({
  add: db.prepare<[string, string, number, number, Way, string], unknown>(
    'insert into sessions (id, person, made_at, seen_at, way, agent) values (?, ?, ?, ?, ?, ?)',
  ),
  find: db.prepare<[string], Kept>(
    'select person, made_at as openedAt, seen_at as seenAt, device from sessions where id = ?',
  ),
  list: db.prepare<[string], SessionLine>(
    `select id, way, agent, device, made_at as openedAt, seen_at as seenAt from sessions
     where person = ? order by seen_at desc, id`,
  ),
  lastSeen: db.prepare<[], { person: string; openedAt: number; seenAt: number }>(
    'select person, max(made_at) as openedAt, max(seen_at) as seenAt from sessions group by person',
  ),
  touch: db.prepare<[number, string], unknown>('update sessions set seen_at = ? where id = ?'),
  setDevice: db.prepare<[string, string], unknown>('update sessions set device = ? where id = ?'),
  end: db.prepare<[string], unknown>('delete from sessions where id = ?'),
  endAll: db.prepare<[string], unknown>('delete from sessions where person = ?'),
  endOthers: db.prepare<[string, string], unknown>(
    'delete from sessions where person = ? and id <> ?',
  ),
  endOfDevice: db.prepare<[string], unknown>('delete from sessions where device = ?'),
})

/** @param lease a session that nobody used for so long, or that is so old, has ended; work on the device waits for the next one */
export function createSessions(db: Db, lease: DeviceLease = DEVICE_LEASE): Sessions {
  const sql = statements(db)
  const inOne = transactor(db)
  const moved = new Map<string, string>()
  // Asked for every frame. Only this process writes sessions, so what it remembers is true.
  const known = new Map<string, Kept>()
  const isOver = ({ openedAt, seenAt }: Pick<Kept, 'openedAt' | 'seenAt'>, now: number) =>
    now - seenAt >= lease.idleDays * DAY_MS || now - openedAt >= lease.absoluteDays * DAY_MS
  const livesOn = (id: string, now: number) => {
    const found = known.get(id) ?? sql.find.get(id)
    if (!found) return null
    if (known.size > KNOWN) known.clear()
    known.set(id, found)
    return isOver(found, now) ? null : found
  }
  const noteDevices = () => {
    if (moved.size === 0) return
    inOne(() => {
      for (const [id, device] of moved) sql.setDevice.run(device, id)
    })
    moved.clear()
  }
  return {
    maxAge: (lease.absoluteDays * DAY_MS) / 1000,
    open(person, now, how = { way: 'demonstration', agent: '' }) {
      const token = newToken()
      sql.add.run(hashOf(token), person, now, now, how.way, how.agent)
      return token
    },
    of(token, now) {
      const id = hashOf(token)
      const found = livesOn(id, now)
      if (!found) return null
      if (now - found.seenAt > TOUCH_MS) {
        sql.touch.run(now, id)
        found.seenAt = now
      }
      return { id, person: found.person, openedAt: found.openedAt }
    },
    lives: (id, now) => livesOn(id, now) !== null,
    isFresh: ({ openedAt }, now) => now - openedAt < FRESH_MS,
    list(person, now) {
      noteDevices()
      return sql.list.all(person).filter((line) => !isOver(line, now))
    },
    lastSeen: () =>
      new Map(sql.lastSeen.all().map(({ person, ...moments }) => [person, moments] as const)),
    end(id) {
      sql.end.run(id)
      known.delete(id)
    },
    uses(id, device) {
      const found = known.get(id) ?? sql.find.get(id)
      if (!found || found.device === device) return
      known.set(id, found)
      found.device = device
      moved.set(id, device)
    },
    noteDevices,
    endOfDevice(device) {
      noteDevices()
      sql.endOfDevice.run(device)
      known.clear()
    },
    endAll(person) {
      sql.endAll.run(person)
      known.clear()
    },
    endOthers(person, kept) {
      sql.endOthers.run(person, kept)
      known.clear()
    },
  }
}
