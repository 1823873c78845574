import path from 'node:path'
import Database from 'better-sqlite3'
import * as Y from 'yjs'
import { contentDigest } from '../../../src/crdt/canonical.ts'
import { rawRecords } from '../../../src/crdt/records.ts'
import type { RawRecord } from '../../../src/domain/record.ts'
import type { Relay } from './relay.ts'

export interface StoredRow {
  readonly id: string
  readonly seq: number
  readonly person: string
  readonly device: string
  /** The relay's clock when it was stored. */
  readonly receivedAt: number
  readonly bytes: Uint8Array
}

interface Found extends Omit<StoredRow, 'id' | 'device'> {
  readonly id: Uint8Array
  readonly device: Uint8Array
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

function read<T>(relay: Relay, ask: (db: Database.Database) => T): T {
  const db = new Database(path.join(relay.dataDir, 'corridor.sqlite'), { readonly: true })
  try {
    return ask(db)
  } finally {
    db.close()
  }
}

/** The rows that lie on the relay's disk for a document: proof that needs no word of the relay's. */
export const rowsOf = (relay: Relay, doc: string): StoredRow[] =>
  read(relay, (db) =>
    db
      .prepare<[string], Found>(
        `select rows.id, seq, person, device, received_at as receivedAt, bytes from rows
         join docs on docs.id = rows.doc where docs.name = ? order by seq`,
      )
      .all(doc)
      .map((row) => ({ ...row, id: hex(row.id), device: hex(row.device) })),
  )

/** The stages that a review was led to, in the order in which the trust confirmed them. */
export const stagesAt = (relay: Relay, subject: string): string[] =>
  read(relay, (db) =>
    db
      .prepare<[string], { body: string }>(
        `select body from decisions where subject = ? and machine = 'peer-review' order by seq`,
      )
      .all(subject)
      .map(({ body }) => (JSON.parse(body) as { to: string }).to),
  )

/** Why and whose each row is that the relay has put aside. */
export const asideAt = (relay: Relay): { person: string; reason: string }[] =>
  read(relay, (db) =>
    db
      .prepare<[], { person: string; reason: string }>('select person, reason from quarantine')
      .all(),
  )

/** How much the relay has put aside. */
export const quarantined = (relay: Relay): number =>
  read(relay, (db) => db.prepare('select count(*) from quarantine').pluck().get() as number)

export const mergedOf = (updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  for (const bytes of updates) Y.applyUpdate(doc, bytes)
  return doc
}

/** A document as the rows on the relay's disk make it. */
export const documentAt = (relay: Relay, doc: string): Y.Doc =>
  mergedOf(rowsOf(relay, doc).map(({ bytes }) => bytes))

export const digestAt = (relay: Relay, doc: string): string => contentDigest(documentAt(relay, doc))

const recordsIn = (doc: Y.Doc, type: string): RawRecord[] =>
  rawRecords(doc).filter((record) => record['type'] === type)

export const recordsAt = (relay: Relay, doc: string, type: string): RawRecord[] =>
  recordsIn(documentAt(relay, doc), type)

/** The texts of all notes of a document, in no order. */
export const textsIn = (doc: Y.Doc): string[] =>
  recordsIn(doc, 'note')
    .filter((note) => typeof note['removedAt'] !== 'number')
    .map((note) => String(note['text']))

/** ... as they lie on the relay's disk. */
export const textsAt = (relay: Relay, doc: string): string[] => textsIn(documentAt(relay, doc))
