import type { DeviceLease } from '../../src/domain/devices.ts'
import type { Db } from '../database.ts'
import { type Admission, createAdmission } from './admission.ts'
import { Devices } from './devices.ts'
import { createInvitations, type Invitations } from './invitations.ts'
import { createOutsideAccounts, type OutsideAccounts } from './outside.ts'
import { createPasskeys, type Passkeys } from './passkeys.ts'
import { Enrolments } from './enrolment.ts'
import { People } from './people.ts'
import type { Accounts } from './port.ts'
import { createRightsLog, type RightsLog } from './rights-log.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createTrustFacts, type TrustFacts } from './trust-facts.ts'

export interface SqliteAccounts extends Accounts {
  readonly people: People
  readonly sessions: Sessions
  readonly devices: Devices
  readonly enrolments: Enrolments
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
  /** Ends every session that a device used, and its connections. */
  endSessionsOfDevice(device: string): void
  /** Writes down what is kept in memory for a moment. */
  flush(): void
}

const GATHER_MS = 8

/**
 * At once when it is quiet. A crowd that comes back at the same moment shares a write, for each
 * of them alone would wait for the disk.
 */
function groupedWrites(write: () => void) {
  let next: Promise<void> | null = null
  let last = 0
  return () =>
    (next ??= new Promise((resolve, reject) => {
      const go = () => {
        next = null
        try {
          write()
          resolve()
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
        last = performance.now()
      }
      const wait = GATHER_MS - (performance.now() - last)
      if (last === 0 || wait <= 0) setImmediate(go)
      else setTimeout(go, wait)
    }))
}

/** People, sessions and devices in the relay's SQLite database. */
export function sqliteAccounts(db: Db, lease?: DeviceLease): SqliteAccounts {
  const people = new People(db)
  const sessions = createSessions(db, lease)
  const devices = new Devices(db)
  const enrolments = new Enrolments(db)
  const listeners = new Set<(changed: readonly string[]) => void>()
  const tell = (changed: readonly string[]) => {
    for (const listener of listeners) listener(changed)
  }
  people.onChange(tell)
  const writeSoon = groupedWrites(() => enrolments.write())
  const flush = () => {
    devices.flush()
    sessions.noteDevices()
    enrolments.write()
  }
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
    enrolments,
    flush,
    passkeys,
    outside,
    invitations,
    rights,
    trust,
    admission: createAdmission({ db, people, passkeys, outside, invitations, rights, trust }),
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
    meet: (device, person, said, now) => devices.meet(device, person, said, now),
    signerOf(device) {
      const person = devices.ownerOf(device)
      return person === null ? null : { person, ...enrolments.standingOf(device) }
    },
    uses: sessions.uses,
    serves: (device, doc, now) => (enrolments.serves(device, doc, now) ? writeSoon() : undefined),
    hold: (device, held, now) => devices.hold(device, held, now),
    deviceStates: (wanted) => devices.statesOf(wanted),
    signOut(id, person) {
      sessions.end(id)
      tell([person])
    },
    endSessionsOfDevice(device) {
      flush()
      sessions.endOfDevice(device)
      const person = devices.ownerOf(device)
      if (person !== null) tell([person])
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
