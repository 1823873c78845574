import type { DeviceState } from '../../../domain/wire/messages.ts'

export interface Standing {
  readonly person: string
  /** Notes of theirs on this device; null where I may not read them yet. */
  readonly here: number | null
  /** Notes their devices said they hold, at most; null if none has spoken. */
  readonly said: number | null
  /** Changes that their devices had not sent when they last spoke. */
  readonly unsent: number
  /** When the trust last heard one of their devices. */
  readonly heardAt: number | null
  /**
   * in: all that their devices spoke of is here, as of then. more: something was still to come.
   * silent: no device of theirs has spoken.
   */
  readonly is: 'in' | 'more' | 'silent'
}

export interface StandingFacts {
  readonly person: string
  readonly review: string
  readonly here: number | null
  readonly states: readonly DeviceState[]
  /** This device, if the person is its own: what it holds is here by itself. */
  readonly thisDevice: string | null
}

/** What is known of one reviewer's notes, from what lies here and what their devices said of themselves. */
export function standingOf(facts: StandingFacts): Standing {
  const { person, review, here, thisDevice } = facts
  const states = facts.states.filter((s) => s.person === person && s.device !== thisDevice)
  const unsent = states.reduce((sum, s) => sum + s.held.unsent, 0)
  const said = states.length > 0 ? Math.max(...states.map((s) => s.held.notes[review] ?? 0)) : null
  const heardAt = states.length > 0 ? Math.max(...states.map((s) => s.at)) : null
  const toCome = unsent > 0 || (here !== null && said !== null && said > here)
  const silent = states.length === 0 && thisDevice === null
  return { person, here, said, unsent, heardAt, is: silent ? 'silent' : toCome ? 'more' : 'in' }
}
