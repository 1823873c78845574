import type { Db } from '../database.ts'
import { type Admission, createAdmission } from './admission.ts'
import { Devices } from './devices.ts'
import { createInvitations, type Invitations } from './invitations.ts'
import { createOutsideAccounts, type OutsideAccounts } from './outside.ts'
import { createPasskeys, type Passkeys } from './passkeys.ts'
import { People } from './people.ts'
import type { Accounts } from './port.ts'
import { createRightsLog, type RightsLog } from './rights-log.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createTrustFacts, type TrustFacts } from './trust-facts.ts'

export interface SqliteAccounts extends Accounts {
  readonly people: People
  readonly sessions: Sessions
  readonly devices: Devices
  readonly passkeys: Passkeys
  readonly outside: OutsideAccounts
  readonly invitations: Invitations
  readonly rights: RightsLog
  readonly trust: TrustFacts
  readonly admission: Admission
  /** Ends one session; its connections close at once. */
  signOut(id: string, person: string): void
  /** Ends all of somebody's sessions but one; their connections close at once. */
  signOutOthers(person: string, kept: string): void
  /** Closes what is open of a person, after all their sessions ended or their rights did. */
  sendAway(person: string): void
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
  const passkeys = createPasskeys(db)
  const outside = createOutsideAccounts(db)
  const invitations = createInvitations(db)
  const rights = createRightsLog(db)
  const trust = createTrustFacts(db)
  const leavers = new Set<(gone: readonly string[]) => void>()

  return {
    people,
    sessions,
    devices,
    passkeys,
    outside,
    invitations,
    rights,
    trust,
    admission: createAdmission({ db, people, passkeys, outside, invitations, rights, trust }),
    usedOn: sessions.setDevice,
    sendAway(person) {
      for (const listener of leavers) listener([person])
    },
    onLeave(listener) {
      leavers.add(listener)
      return () => leavers.delete(listener)
    },
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
    signOutOthers(person, kept) {
      sessions.endOthers(person, kept)
      tell([person])
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
