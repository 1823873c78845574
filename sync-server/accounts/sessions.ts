import { createHash, randomBytes } from 'node:crypto'
import { DEVICE_LEASE, type DeviceLease } from '../../src/domain/devices.ts'
import { type Db, transactor } from '../database.ts'
import type { Session } from './port.ts'

const DAY_MS = 24 * 3_600_000
/** How often use is written down. */
const TOUCH_MS = 3_600_000
const KNOWN = 20_000

export interface Sessions {
  /** Opens a session. The token is told once; only its hash is kept. */
  open(person: string, now: number): string
  of(token: string, now: number): Session | null
  lives(id: string, now: number): boolean
  end(id: string): void
  endAll(person: string): void
  /** Which device uses it, kept from the next `noteDevices` on. */
  uses(id: string, device: string): void
  noteDevices(): void
  endOfDevice(device: string): void
  /** How long a browser should keep the token, in seconds. */
  readonly maxAge: number
}

interface Known {
  readonly person: string
  readonly madeAt: number
  seenAt: number
  device: string | null
}

const idOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** @param lease a session that nobody used for so long, or that is so old, has ended; work on the device waits for the next one */
export function createSessions(db: Db, lease: DeviceLease = DEVICE_LEASE): Sessions {
  const add = db.prepare<[string, string, number, number], unknown>(
    'insert into sessions (id, person, made_at, seen_at) values (?, ?, ?, ?)',
  )
  const find = db.prepare<[string], Known>(
    'select person, made_at as madeAt, seen_at as seenAt, device from sessions where id = ?',
  )
  const touch = db.prepare<[number, string], unknown>(
    'update sessions set seen_at = ? where id = ?',
  )
  const end = db.prepare<[string], unknown>('delete from sessions where id = ?')
  const endAll = db.prepare<[string], unknown>('delete from sessions where person = ?')

  const setDevice = db.prepare<[string, string], unknown>(
    'update sessions set device = ? where id = ?',
  )
  const endOfDevice = db.prepare<[string], unknown>('delete from sessions where device = ?')
  const inOne = transactor(db)
  const moved = new Map<string, string>()

  // Asked for every frame. Only this process writes sessions, so what it remembers is true.
  const known = new Map<string, Known>()
  const livesOn = (id: string, now: number) => {
    const found = known.get(id) ?? find.get(id)
    if (!found) return null
    if (known.size > KNOWN) known.clear()
    known.set(id, found)
    const { seenAt, madeAt } = found
    const used = now - seenAt < lease.idleDays * DAY_MS
    return used && now - madeAt < lease.absoluteDays * DAY_MS ? found : null
  }
  return {
    maxAge: (lease.absoluteDays * DAY_MS) / 1000,
    open(person, now) {
      const token = randomBytes(32).toString('base64url')
      add.run(idOf(token), person, now, now)
      return token
    },
    of(token, now) {
      const id = idOf(token)
      const found = livesOn(id, now)
      if (!found) return null
      if (now - found.seenAt > TOUCH_MS) {
        touch.run(now, id)
        found.seenAt = now
      }
      return { id, person: found.person }
    },
    lives: (id, now) => livesOn(id, now) !== null,
    end(id) {
      end.run(id)
      known.delete(id)
    },
    uses(id, device) {
      const found = known.get(id) ?? find.get(id)
      if (!found || found.device === device) return
      known.set(id, found)
      found.device = device
      moved.set(id, device)
    },
    noteDevices() {
      if (moved.size === 0) return
      inOne(() => {
        for (const [id, device] of moved) setDevice.run(device, id)
      })
      moved.clear()
    },
    endOfDevice(device) {
      this.noteDevices()
      endOfDevice.run(device)
      known.clear()
    },
    endAll(person) {
      endAll.run(person)
      known.clear()
    },
  }
}
