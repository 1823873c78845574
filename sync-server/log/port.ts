import type { UpdateFacts } from '../../src/crdt/inspect.ts'
import type { Refusal, Retry } from '../../src/domain/refusals.ts'
import type { LogRow, PushRow } from '../../src/domain/wire/messages.ts'

/** A row that passed the gate's own checks (access, size, hash, decoding). */
export interface Entry extends PushRow {
  readonly person: string
  readonly receivedAt: number
  readonly facts: UpdateFacts
}

export type Appended =
  /** On disk; a row with this id and hash may have been there before. */
  | {
      readonly kind: 'stored'
      readonly seq: number
      readonly again: boolean
      /** Its words were taken out of the row that was there (L22). */
      readonly erased?: true
    }
  /** Put aside with its reason, on disk too. */
  | { readonly kind: 'refused'; readonly reason: Refusal }
  /** Not kept: it builds on rows that are not here yet. */
  | { readonly kind: 'retry'; readonly reason: Retry }

/** A row that was put aside. `bytes` may be unreadable. */
export interface Quarantined extends PushRow {
  readonly person: string
  readonly receivedAt: number
  readonly reason: Refusal
}

/** A row with the signature that it came with; followers are not sent that. */
export interface StoredRow extends LogRow {
  readonly signature: Uint8Array | null
}

export interface Snapshot {
  /** The last row that is merged in. */
  readonly seq: number
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes. */
  readonly hash: Uint8Array
  /** Content digest (`contentDigest`), hexadecimal. */
  readonly digest: string
}

/**
 * The append-only log of opaque updates, per document. One contract suite
 * (`test/contract/document-log.ts`) runs on every store.
 *
 * In one transaction, `append` also binds each Yjs clientID of a document to the person
 * and device that first used it and keeps its clock, so that a row is refused when it
 *  - has an id that stands for other bytes (`id-reused`), unless its author takes the words back:
 *    then the row is kept without them, and the snapshot that held them goes;
 *  - writes under somebody else's clientID (`client-taken`);
 *  - writes clocks that are already written (`clock-taken`): two writers use one clientID,
 *    so from then on it is nobody's and every new row under it is `client-taken`;
 *  - deletes clocks of a clientID that nobody has written, or more than
 *    `LIMITS.foreignDeletes` of other people's (`mass-delete`);
 *  - is for a sealed document (`sealed`);
 * and answered `retry: gap` when it starts after the next clock or builds on unknown ones.
 */
export interface DocumentLog {
  /** All or nothing: resolves when every entry's fate is durably on disk, in the order given. */
  append(entries: readonly Entry[]): Promise<readonly Appended[]>
  /** Puts rows aside that failed before the log. Durable when it resolves; the same id twice is kept once. */
  quarantine(rows: readonly Quarantined[]): Promise<void>
  /** Rows after `seq` in order, at most `limit`. */
  after(doc: string, seq: number, limit: number): Promise<StoredRow[]>
  /** Sequence of the last row, 0 for a document nobody has written. */
  head(doc: string): Promise<number>
  snapshot(doc: string): Promise<Snapshot | null>
  /** Keeps the newest snapshot only; the rows stay. */
  saveSnapshot(doc: string, snapshot: Snapshot): Promise<void>
  /** Documents that have rows after position `cursor` of the whole log, with their heads, and the new position. */
  changedSince(cursor: number): Promise<{
    readonly cursor: number
    readonly docs: readonly { readonly doc: string; readonly head: number }[]
  }>
  quarantined(doc?: string): Promise<readonly Quarantined[]>
  /** From now on rows for this document are refused as `sealed`. */
  seal(doc: string): Promise<void>
  /** Random at creation; another one after a restore from a backup. */
  epoch(): Promise<string>
  renewEpoch(): Promise<string>
  close(): Promise<void>
}
