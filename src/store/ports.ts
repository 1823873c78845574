import type { Decision, Proposal } from '../domain/decisions.ts'
import type { RawRecord } from '../domain/record.ts'
import type { Refusal } from '../domain/refusals.ts'
import type * as Y from 'yjs'

export type RowState =
  /** On this device; the relay has not acknowledged it. */
  | 'unsent'
  /** The relay has it on disk. */
  | 'safe'
  /** The relay put it aside and said why. */
  | 'refused'
  /** Taken the place of by rows with a new clientID. */
  | 'replaced'
  /** Its bytes no longer match their hash. */
  | 'damaged'

/** One local update: the journal is the outbox too. */
export interface JournalRow {
  /** 1, 2, 3 … over the whole journal; given out by this device and never again. */
  readonly n: number
  readonly id: string
  readonly doc: string
  /** The device that wrote it: this one, unless the row was carried in by a copy. */
  readonly device: string
  readonly hash: Uint8Array
  readonly madeAt: number
  readonly bytes: Uint8Array
  /** By the key of the device that wrote it; null until it is signed. */
  readonly signature: Uint8Array | null
  /** Who wrote it, if this device carries it for somebody else. */
  readonly person?: string
  readonly state: RowState
  readonly reason: Refusal | null
}

/** One record as lists, search and dashboards read it; projected from a document, rebuildable. */
export interface IndexRow {
  readonly doc: string
  readonly id: string
  readonly type: string
  /** Sort key: the record's `madeAt`, or 0. */
  readonly at: number
  readonly data: RawRecord
}

/** The fields by which each table is searched: they lie readable, everything else lies sealed. */
export type JournalKeys = Pick<JournalRow, 'n' | 'id' | 'doc' | 'state' | 'reason'>
export type IndexKeys = Pick<IndexRow, 'doc' | 'id' | 'type' | 'at'>
export type DecisionKeys = Pick<Decision, 'seq' | 'id' | 'subject'>
export type ProposalKeys = Pick<StoredProposal, 'id' | 'subject' | 'declined'>
export type PhotoKeys = Omit<PhotoRow, 'mime' | 'bytes'>
export type MetaKeys = Pick<MetaRow, 'key'>

export interface MetaRow {
  readonly key: string
  readonly value: unknown
}

/** Bytes of one photo of one document. */
export interface PhotoRow {
  readonly doc: string
  readonly sha256: string
  readonly state: 'waiting' | 'safe' | 'refused'
  /** When it was taken, milliseconds since 1970: photos are sent in this order. */
  readonly at: number
  /** Bytes of the whole photo, also after it made room. */
  readonly size: number
  /** Where the relay takes the rest of it, once it has begun; null before. */
  readonly upload: string | null
  /** Why the relay did not take it. */
  readonly reason: string | null
  readonly mime: string
  /** Empty once a photo that is safe made room. */
  readonly bytes: Uint8Array
}

export interface StoredProposal extends Proposal {
  /** Why the relay said no, or null while it has not answered. */
  readonly declined: string | null
}

export interface Settlement {
  readonly n: number
  readonly state: RowState
  readonly reason: Refusal | null
}

export interface Tally {
  readonly unsent: number
  readonly refused: number
  readonly damaged: number
  /** The reason of one refused row, or null. */
  readonly reason: Refusal | null
  /** Highest number given out. */
  readonly high: number
}

/** What a device needs to take a document off itself. */
export interface Forgetting {
  /**
   * Takes a document's rows of these states and all its index rows off, and marks that its cache must
   * follow: all or nothing. Numbers that were given out are not given out again.
   */
  forget(doc: string, states: readonly RowState[]): Promise<void>
  /** Documents with that mark. */
  forgetting(): Promise<string[]>
  /** Takes the mark off. */
  forgotten(doc: string): Promise<void>
  /** Documents with any row or index row. */
  kept(): Promise<string[]>
}

/** What a device keeps of its own work. Every method rejects with a `StorageFault` and nothing else. */
export interface JournalOf<Row, Index> extends Forgetting {
  /** All or nothing, on disk when it resolves. Writing the same rows again changes nothing. */
  write(rows: readonly Row[], index: readonly Index[]): Promise<void>
  /** Projections alone: may be lost in a crash, since they can be made again. */
  project(index: readonly Index[]): Promise<void>
  /** Takes the place of all index rows of a document. */
  reproject(doc: string, index: readonly Index[]): Promise<void>
  settle(settlements: readonly Settlement[]): Promise<void>
  /** Marks rows as replaced and adds the rows that take their place, at once. */
  replace(old: readonly number[], rows: readonly Row[]): Promise<void>
  /** Rows in the order of their numbers; of one document and after a number, if those are given. */
  rows(states: readonly RowState[], doc?: string, after?: number): Promise<Row[]>
  tally(): Promise<Tally>
}

export type Journal = JournalOf<JournalRow, IndexRow>

/** How much a cached state holds. */
export interface Reach {
  /** Rows of the relay's log; 0 for a cache that was missing. */
  readonly cursor: number
  /** Highest number of this device's journal. */
  readonly journal: number
}

/** A document's cache while it is open. */
export interface CachedDocument {
  readonly reach: Reach
  /** Whether anything was in the cache. */
  readonly found: boolean
  /** Adds an update. Local ones only once the journal has them, or a crash would leave words that are never sent. */
  keep(update: Uint8Array): void
  /** Remembers how far it reaches, but only after the state that this describes is on disk. */
  saveReach(reach: Reach): Promise<void>
  close(): Promise<void>
}

/**
 * The merged state of documents. Only a cache: its writes are not awaited, nothing hangs
 * on them, and it can be dropped at any time. The cursor lives with the state that it
 * describes, so that losing one loses the other.
 */
export interface DocumentCache {
  /** Loads the cached state into `doc`. Never rejects: a broken cache counts as missing. */
  attach(name: string, doc: Y.Doc): Promise<CachedDocument>
  drop(name: string): Promise<void>
}

export type StorageFaultKind = 'disk-full' | 'storage-closed'

export class StorageFault extends Error {
  readonly kind: StorageFaultKind

  constructor(kind: StorageFaultKind, cause: unknown) {
    super(kind, { cause })
    this.kind = kind
  }
}

/** This device's key, for the person whose work it keeps. */
export interface Signer {
  readonly person: string
  /** ECDSA over P-256 with SHA-256: 64 bytes. */
  sign(said: Uint8Array): Promise<Uint8Array>
}

/** Time and chance come in as arguments, so that a simulator can play them. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly random: (bytes: number) => Uint8Array
  /** Runs `fn` after some milliseconds; the returned function calls it off. */
  readonly after: (ms: number, fn: () => void) => () => void
}
