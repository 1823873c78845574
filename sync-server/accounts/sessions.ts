import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '../database.ts'
import type { Session } from './port.ts'

/** A session that nobody used for so long has ended. Work on the device waits for the next one. */
const IDLE_MS = 90 * 24 * 3_600_000
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
  /** How long a browser should keep the token, in seconds. */
  readonly maxAge: number
}

const idOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export function createSessions(db: Db): Sessions {
  const add = db.prepare<[string, string, number, number], unknown>(
    'insert into sessions (id, person, made_at, seen_at) values (?, ?, ?, ?)',
  )
  const find = db.prepare<[string], { person: string; seenAt: number }>(
    'select person, seen_at as seenAt from sessions where id = ?',
  )
  const touch = db.prepare<[number, string], unknown>(
    'update sessions set seen_at = ? where id = ?',
  )
  const end = db.prepare<[string], unknown>('delete from sessions where id = ?')
  const endAll = db.prepare<[string], unknown>('delete from sessions where person = ?')

  // Asked for every frame. Only this process writes sessions, so what it remembers is true.
  const known = new Map<string, { readonly person: string; seenAt: number }>()
  const livesOn = (id: string, now: number) => {
    const found = known.get(id) ?? find.get(id)
    if (!found) return null
    if (known.size > KNOWN) known.clear()
    known.set(id, found)
    return now - found.seenAt < IDLE_MS ? found : null
  }
  return {
    maxAge: IDLE_MS / 1000,
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
    endAll(person) {
      endAll.run(person)
      known.clear()
    },
  }
}
