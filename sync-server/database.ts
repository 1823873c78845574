import Database from 'better-sqlite3'
import { MIGRATIONS } from './migrations.ts'

export type Db = Database.Database

/**
 * Pages of the write-ahead log at which a commit carries them into the database itself, and everybody
 * waits for it: 32 MiB. Before that a thread beside the relay does it.
 */
const CARRY_PAGES = 8_192
const AGAIN_MS = 10
const TRIES = 500

/** Opens the relay's one database file, or `:memory:`, and brings it to today's shape. */
export function openDatabase(file: string): Db {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  // An ack is a promise: a commit must be on the disk, not in the operating system's cache.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 5000')
  db.pragma(`wal_autocheckpoint = ${CARRY_PAGES}`)
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
 * Empties the write-ahead log, so that nothing of what was there before is left in it.
 * @throws if somebody reads in the database for five seconds on end
 */
export function emptyWal(db: Db) {
  for (let left = TRIES; left > 0; left--) {
    // Another connection that carries pages makes this one give up at once, not wait.
    if (db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0) return
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AGAIN_MS)
  }
  throw new Error('The write-ahead log could not be emptied')
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
