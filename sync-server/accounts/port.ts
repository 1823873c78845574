import type { AccessFacts } from '../../src/domain/access/facts.ts'
import type { IsoDate } from '../../src/domain/ids.ts'
import type { DeviceState, Held } from '../../src/domain/wire/messages.ts'

/** Who somebody is on a connection: settled before the first message. */
export interface Session {
  readonly id: string
  readonly person: string
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
  /**
   * Notes that a device made contact.
   * @returns the highest journal number ever heard from it, or null if it is somebody else's
   */
  meet(device: string, person: string, journalHigh: number, now: number): number | null
  ownerOf(device: string): string | null
  hold(device: string, held: Held, now: number): void
  deviceStates(people: readonly string[]): DeviceState[]
  /** Tells whose rights changed, as soon as they have. */
  onChange(listener: (people: readonly string[]) => void): () => void
}
