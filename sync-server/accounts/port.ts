import type { AccessFacts } from '../../src/domain/access/facts.ts'
import type { IsoDate } from '../../src/domain/ids.ts'
import type { Said } from './devices.ts'
import type { DeviceState, Held } from '../../src/domain/wire/messages.ts'

/** Who somebody is on a connection: settled before the first message. */
export interface Session {
  readonly id: string
  readonly person: string
}

/** What the gate must know of a device to believe its rows. */
export interface Signer {
  readonly person: string
  /** Its public key (SPKI in DER), or null while none is enrolled. */
  readonly key: Uint8Array | null
  /** Reported lost: nothing of it is taken any more. */
  readonly revoked: boolean
}

/**
 * What the relay asks about people. Answers come at once and from the newest facts,
 * because every message is judged by the rights of the moment it arrives in.
 */
export interface Accounts {
  /** Rises with every change of anybody's rights. */
  version(): number
  /** The version at which this person's rights last changed. */
  accessVersion(person: string): number
  factsOf(person: string, today: IsoDate): AccessFacts
  sessionLives(id: string, now: number): boolean
  /** Tells whose lines must close now, whatever their sessions. */
  onLeave?(listener: (people: readonly string[]) => void): () => void
  /**
   * Notes that a device made contact, with what it says of itself.
   * @returns the highest journal number ever heard from it, or null if it is somebody else's
   */
  meet(device: string, person: string, said: Said, now: number): number | null
  signerOf(device: string): Signer | null
  uses(session: string, device: string): void
  /**
   * Notes that a device is about to get a document: a report of what was on it must be exact.
   * @returns when it is on the disk; nothing if it was before
   */
  serves(device: string, doc: string, now: number): Promise<void> | undefined
  hold(device: string, held: Held, now: number): void
  deviceStates(people: readonly string[]): DeviceState[]
  /** Tells whose rights changed, as soon as they have. */
  onChange(listener: (people: readonly string[]) => void): () => void
}
