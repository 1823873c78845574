import Database from 'better-sqlite3'
import { MIGRATIONS } from './migrations.ts'

export type Db = Database.Database

/** Opens the relay's one database file, or `:memory:`, and brings it to today's shape. */
export function openDatabase(file: string): Db {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  // An ack is a promise: a commit must be on the disk, not in the operating system's cache.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 5000')
  migrate(db)
  return db
}

function migrate(db: Db) {
  const at = Number(db.pragma('user_version', { simple: true }))
  if (at > MIGRATIONS.length)
    throw new Error(`The database was written by a newer relay (${at} > ${MIGRATIONS.length})`)
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index < at) continue
    const run = db.transaction(() => {
      db.exec(migration.sql)
      db.pragma(`user_version = ${index + 1}`)
    })
    try {
      run()
    } catch (cause) {
      throw new Error(`Migration ${index + 1} (${migration.name}) failed`, { cause })
    }
  }
}

/**
 * Runs `work` in one durable transaction. Whatever it throws rolls all of it back.
 * Begin and commit are statements like any other, so that tests can make each of them fail.
 */
export function transactor(db: Db): <T>(work: () => T) => T {
  const begin = db.prepare('begin immediate')
  const commit = db.prepare('commit')
  const rollback = db.prepare('rollback')
  return (work) => {
    try {
      begin.run()
      const result = work()
      commit.run()
      return result
    } catch (error) {
      if (db.inTransaction) rollback.run()
      throw error
    }
  }
}

export const blobOfHex = (hex: string): Buffer => Buffer.from(hex, 'hex')
export const hexOfBlob = (blob: Buffer): string => blob.toString('hex')
/** The same bytes as a Buffer: the driver binds nothing else. */
export const blobOf = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
export const bytesOfBlob = (blob: Buffer): Uint8Array =>
  new Uint8Array(blob.buffer, blob.byteOffset, blob.byteLength)
