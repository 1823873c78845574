import { randomBytes } from 'node:crypto'
import type { Refusal } from '../../src/domain/refusals.ts'
import {
  blobOf,
  blobOfHex,
  bytesOfBlob,
  type Db,
  emptyWal,
  hexOfBlob,
  transactor,
} from '../database.ts'
import { Blanks, blanked } from '../erasure/blank.ts'
import { rowHashOf } from '../gate.ts'
import { fitClocks, NO_DEVICE, usedTwice } from './clocks.ts'
import { type Disk, waitsItself } from './disk.ts'
import { whenAgain } from './erased.ts'
import type { Appended, DocumentLog, Entry, Quarantined } from './port.ts'
import { asideOf, boundOf, logRowOf, statements } from './sqlite-rows.ts'

type Sql = ReturnType<typeof statements>

const putAside = (sql: Sql, row: Quarantined) =>
  sql.putAside.run(
    blobOfHex(row.id),
    row.person,
    blobOf(row.hash),
    row.doc,
    blobOfHex(row.device),
    row.madeAt,
    row.receivedAt,
    row.reason,
    blobOf(row.bytes),
    row.signature && blobOf(row.signature),
  )

function refuse(sql: Sql, entry: Entry, reason: Refusal): Appended {
  putAside(sql, { ...entry, reason })
  return { kind: 'refused', reason }
}

/** Sent again as it was before something in it was erased: known, and not kept a second time. */
const wasErased = (sql: Sql, { id, hash }: Entry): boolean =>
  sql.erasedRow.get(blobOfHex(id))?.hash.equals(hash) ?? false

/** After a restore a device may send again what was erased since: its place is kept, its words are not. */
function withoutErased(sql: Sql, entry: Entry): Pick<Entry, 'hash' | 'bytes' | 'signature'> {
  const ranges = entry.facts.adds.flatMap(({ client }) => sql.erased.all(entry.doc, client))
  if (ranges.length === 0) return entry
  const bytes = blanked(entry.bytes, new Blanks(ranges))
  if (bytes === entry.bytes) return entry
  sql.keepErasedRow.run(blobOfHex(entry.id), blobOf(entry.hash))
  return { bytes, hash: rowHashOf({ ...entry, bytes }), signature: null }
}

function store(sql: Sql, entry: Entry, known: { id: number; head: number } | undefined): Appended {
  const doc = known?.id ?? Number(sql.addDoc.run(entry.doc).lastInsertRowid)
  const seq = (known?.head ?? 0) + 1
  const id = blobOfHex(entry.id)
  const device = blobOfHex(entry.device)
  const { person, madeAt, receivedAt } = entry
  // A signature is over the bytes as they were: over what is left of them it proves nothing.
  const { hash, bytes, signature } = withoutErased(sql, entry)
  const added = sql.addRow.run(
    doc,
    seq,
    id,
    person,
    device,
    madeAt,
    receivedAt,
    blobOf(hash),
    blobOf(bytes),
    signature && blobOf(signature),
  )
  sql.moveDoc.run(seq, added.lastInsertRowid, doc)
  for (const { client, to } of entry.facts.adds) sql.bind.run(doc, client, person, device, to)
  sql.unaside.run(id, person, blobOf(entry.hash))
  return { kind: 'stored', seq, again: false }
}

/** A row whose id is there: the same one, or the same one with its words taken out, or something else. */
function again(sql: Sql, entry: Entry, known: { hash: Buffer; seq: number }): Appended {
  const stored = { kind: 'stored', seq: known.seq, again: true } as const
  if (known.hash.equals(entry.hash) || wasErased(sql, entry)) return stored
  const id = blobOfHex(entry.id)
  const row = sql.rowToErase.get(id)
  if (!row) return refuse(sql, entry, 'id-reused')
  const written = { ...row, device: hexOfBlob(row.device), bytes: bytesOfBlob(row.bytes) }
  const fate = whenAgain(written, entry)
  if (fate === 'erased') return stored
  if (fate === 'other') return refuse(sql, entry, 'id-reused')
  const signature = entry.signature && blobOf(entry.signature)
  sql.eraseRow.run(blobOf(entry.hash), blobOf(entry.bytes), signature, id)
  sql.dropSnapshot.run(entry.doc)
  return { ...stored, erased: true }
}

function append(sql: Sql, entry: Entry): Appended {
  const known = sql.rowById.get(blobOfHex(entry.id))
  if (known) return again(sql, entry, known)
  const doc = sql.docByName.get(entry.doc)
  if (doc?.sealed) return refuse(sql, entry, 'sealed')
  const lookUp = (client: number) => (doc ? boundOf(sql.client.get(doc.id, client)) : undefined)
  const fit = fitClocks(entry, lookUp)
  if (fit.kind === 'retry') return fit
  if (fit.kind === 'fits') return store(sql, entry, doc)
  if (doc && fit.reason === 'clock-taken')
    for (const client of usedTwice(entry, lookUp))
      sql.unbind.run(blobOfHex(NO_DEVICE), doc.id, client)
  return refuse(sql, entry, fit.reason)
}

/**
 * The log in the relay's SQLite database. It does not close a database that it did not open.
 * Nothing that it says, rows that were read included, is said before it is on `disk`.
 */
export function sqliteLog(db: Db, disk: Disk = waitsItself): DocumentLog {
  // What is taken out leaves noughts, not words in a page that is free.
  db.pragma('secure_delete = on')
  const sql = statements(db)
  const inOne = transactor(db)
  async function wrote<T>(result: T): Promise<T> {
    disk.wrote()
    await disk.safe()
    return result
  }
  async function read<T>(result: T): Promise<T> {
    await disk.safe()
    return result
  }
  const newEpoch = () => {
    const epoch = randomBytes(16).toString('hex')
    sql.setMeta.run('epoch', epoch)
    return wrote(epoch)
  }

  return {
    append: async (entries) => {
      const fates = await wrote(inOne(() => entries.map((entry) => append(sql, entry))))
      // The write-ahead log still has the pages as they were.
      if (fates.some((fate) => fate.kind === 'stored' && fate.erased)) emptyWal(db)
      return fates
    },
    quarantine: async (rows) => wrote(inOne(() => rows.forEach((row) => putAside(sql, row)))),
    after: async (doc, seq, limit) =>
      read(sql.rowsAfter.all(doc, seq, limit).map((row) => logRowOf(doc, row))),
    head: async (doc) => read(sql.docByName.get(doc)?.head ?? 0),
    snapshot: async (doc) => {
      const found = sql.snapshot.get(doc)
      return found
        ? { ...found, hash: bytesOfBlob(found.hash), bytes: bytesOfBlob(found.bytes) }
        : null
    },
    // Made of rows that are on the disk; lost, it is made again.
    saveSnapshot: async (doc, { seq, hash, digest, bytes }) => {
      sql.saveSnapshot.run(doc, seq, blobOf(hash), digest, blobOf(bytes))
    },
    changedSince: async (cursor) => {
      const docs = sql.changedSince.all(cursor)
      const position = sql.position.get()?.pos ?? 0
      return read({ cursor: position, docs: docs.map(({ doc, head }) => ({ doc, head })) })
    },
    quarantined: async (doc) =>
      read((doc === undefined ? sql.allAside.all() : sql.asideOfDoc.all(doc)).map(asideOf)),
    seal: async (doc) => wrote(void sql.seal.run(doc)),
    epoch: async () => sql.meta.get('epoch')?.value ?? newEpoch(),
    renewEpoch: newEpoch,
    close: () => disk.close(),
  }
}
