import type { Db } from '../database.ts'
import { createDevices, type Devices } from './devices.ts'
import { createPeople, type People } from './people.ts'
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
  const people = createPeople(db)
  const sessions = createSessions(db)
  const devices = createDevices(db)
  const listeners = new Set<(changed: readonly string[]) => void>()
  const tell = (changed: readonly string[]) => {
    for (const listener of listeners) listener(changed)
  }
  people.onChange(tell)

  return {
    people,
    sessions,
    devices,
    version: people.version,
    accessVersion: people.accessVersion,
    factsOf: people.factsOf,
    sessionLives: sessions.lives,
    meet: devices.meet,
    ownerOf: devices.ownerOf,
    hold: devices.hold,
    deviceStates: devices.statesOf,
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
