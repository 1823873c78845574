import type { Accounts } from './accounts/port.ts'
import type { DecisionLog } from './decisions/port.ts'
import type { DocumentLog } from './log/port.ts'
import type { CheckStep } from './propose.ts'
import type { Settle } from './settle.ts'
import type { WorkerPort } from './worker/port.ts'

/** @param key a P-256 public key, SPKI in DER */
export interface Verify {
  (key: Uint8Array, said: Uint8Array, signature: Uint8Array): Promise<boolean>
  /** The same in this thread: for few it is done sooner than another thread has woken up. */
  readonly now: (key: Uint8Array, said: Uint8Array, signature: Uint8Array) => boolean
}

export type Later = (ms: number, run: () => void) => void

/** Everything the relay touches besides memory. Given the same ports it does the same things. */
export interface RelayPorts {
  readonly log: DocumentLog
  readonly decisions: DecisionLog
  readonly accounts: Accounts
  readonly worker: WorkerPort
  /** Whether a signature of some bytes is by a device's public key. Never rejects and never throws. */
  readonly verify: Verify
  /** Brings rights in line with a decision that was just confirmed; nothing follows when left out. */
  readonly settle?: Settle
  /** What a step needs besides role and stage; nothing when left out. */
  readonly check?: CheckStep
  /** Told of documents that have new rows. */
  readonly grew?: (docs: Iterable<string>) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Runs something after what is already waiting to be read: a group commit. */
  readonly soon: (run: () => void) => void
  /** Runs something about so many milliseconds from now; `soon` when left out. */
  readonly later?: Later
  /** What the operator should know: ids and counts, never content. */
  readonly note?: (event: string, facts: Readonly<Record<string, unknown>>) => void
}
