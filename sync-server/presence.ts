import type { Access } from './access.ts'
import type { Connection } from './connection.ts'
import type { Follows } from './follow.ts'
import type { Later } from './ports.ts'

/** Often enough to see who is there, rarely enough for a room of fifty. */
const EVERY = 500

export interface Presence {
  set(of: Connection, doc: string | null): void
  left(of: Connection): void
  /** Somebody began to follow: they are told who is there. */
  joined(doc: string): void
}

/** Who has which document open. Names come from the session, never from the message. */
export function createPresence(later: Later, access: Access, follows: Follows): Presence {
  const at = new Map<Connection, string>()
  const rooms = new Map<string, Set<Connection>>()
  const due = new Set<string>()

  const tell = () => {
    for (const doc of due) {
      const people = [...(rooms.get(doc) ?? [])].flatMap(({ person, device }) =>
        device === null ? [] : [{ person, device }],
      )
      for (const to of follows.followersOf(doc)) to.sendIfIdle({ type: 'presence', doc, people })
    }
    due.clear()
  }
  const touch = (doc: string) => {
    if (due.size === 0) later(EVERY, tell)
    due.add(doc)
  }
  const leave = (of: Connection) => {
    const doc = at.get(of)
    if (doc === undefined) return
    at.delete(of)
    const room = rooms.get(doc)
    room?.delete(of)
    if (room?.size === 0) rooms.delete(doc)
    touch(doc)
  }

  return {
    set(of, doc) {
      if (of.brief || at.get(of) === doc) return
      leave(of)
      if (doc === null || access.refuses(of.person, 'read', doc)) return
      at.set(of, doc)
      rooms.set(doc, (rooms.get(doc) ?? new Set<Connection>()).add(of))
      touch(doc)
    },
    left: leave,
    joined: (doc) => {
      if (rooms.has(doc)) touch(doc)
    },
  }
}
