import type { Db } from '../database.ts'
import { Devices } from './devices.ts'
import { People } from './people.ts'
import type { Accounts } from './port.ts'
import { createSessions, type Sessions } from './sessions.ts'

export interface SqliteAccounts extends Accounts {
  readonly people: People
  readonly sessions: Sessions
  readonly devices: Devices
  /** Ends one session; its connections close at once. */
  signOut(id: string, person: string): void
}

/** People, sessions and devices in the relay's SQLite database. */
export function sqliteAccounts(db: Db): SqliteAccounts {
  const people = new People(db)
  const sessions = createSessions(db)
  const devices = new Devices(db)
  const listeners = new Set<(changed: readonly string[]) => void>()
  const tell = (changed: readonly string[]) => {
    for (const listener of listeners) listener(changed)
  }
  people.onChange(tell)

  return {
    people,
    sessions,
    devices,
    version: () => people.version(),
    accessVersion: (person) => people.accessVersion(person),
    factsOf: (person, today) => people.factsOf(person, today),
    sessionLives: sessions.lives,
    meet: (device, person, journalHigh, now) => devices.meet(device, person, journalHigh, now),
    ownerOf: (device) => devices.ownerOf(device),
    hold: (device, held, now) => devices.hold(device, held, now),
    deviceStates: (wanted) => devices.statesOf(wanted),
    signOut(id, person) {
      sessions.end(id)
      tell([person])
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
