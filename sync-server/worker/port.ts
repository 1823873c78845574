import type { HistoryRow } from '../../src/crdt/history.ts'
import type { UpdateFacts } from '../../src/crdt/inspect.ts'
import type { Tallies } from '../../src/domain/actions/tally.ts'
import type { Change } from '../../src/domain/history.ts'
import type { Refusal } from '../../src/domain/refusals.ts'
import type { Result } from '../../src/domain/result.ts'

/** What a document is made of: a snapshot, if there is one, and the rows after it. */
export interface Parts {
  readonly snapshot: Uint8Array | null
  readonly rows: readonly Uint8Array[]
}

export interface Compacted {
  readonly bytes: Uint8Array
  /** Content digest, hexadecimal. */
  readonly digest: string
}

/**
 * The work that loads a document or reads bytes of unknown cost. It runs beside the
 * relay, never in it, so that no document and no hostile row can hold up the others.
 * `compact` and `digest` reject when a document cannot be put together.
 */
export interface WorkerPort {
  compact(parts: Parts): Promise<Compacted>
  digest(parts: Parts): Promise<string>
  /** Never rejects: what cannot be read is refused. */
  inspect(bytes: Uint8Array): Promise<Result<UpdateFacts, Refusal>>
  /** Who did what to which record, from all rows of a document. */
  history(rows: readonly HistoryRow[]): Promise<Change[]>
  /** How the actions of a document stand on a day, yyyy-mm-dd: counts, never words. */
  tallies(parts: Parts, today: string): Promise<Tallies>
  /** A JPEG's pixels in a new JPEG; null for what cannot be decoded in time. Never rejects. */
  picture(bytes: Uint8Array): Promise<Uint8Array | null>
  /** Carries what was committed from the write-ahead log into a database file. Never rejects: in the end a commit does it. */
  carry(file: string): Promise<void>
  close(): Promise<void>
}
