import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { sqliteAccounts } from './accounts/sqlite.ts'
import { putAsideOf } from './care.ts'
import { type Db, emptyWal, openDatabase } from './database.ts'
import { sqliteDecisions } from './decisions/sqlite.ts'
import { sqliteReaders } from './digest/readers.ts'
import { replay } from './erasure/erase.ts'
import { readLedger } from './erasure/ledger.ts'
import { walDisk } from './log/disk.ts'
import { sqliteLog } from './log/sqlite.ts'
import { photoStore } from './photos/store.ts'
import { dropUnspoken } from './photos/unspoken.ts'
import type { WorkerPort } from './worker/port.ts'

/** Long enough for the one before to finish. */
const LOCK_WAIT_MS = 2_000

/**
 * Two relays on one folder would each miss what the other writes. The lock is the operating
 * system's, so it ends with the process however that ends.
 */
export function holdFolder(dataDir: string): () => void {
  const lock = new Database(path.join(dataDir, 'in-use.sqlite'), { timeout: LOCK_WAIT_MS })
  try {
    lock.exec('begin exclusive')
  } catch (cause) {
    lock.close()
    throw new Error(`Another relay is using ${dataDir}`, { cause })
  }
  return () => lock.close()
}

/** Asks a thread to carry the write-ahead log into the file, if anything was written since. */
function carrying(connections: readonly Db[], file: string) {
  const changes = connections.map((db) => db.prepare<[], number>('select total_changes()').pluck())
  let before = 0
  return async (worker: WorkerPort) => {
    const total = changes.reduce((sum, one) => sum + (one.get() ?? 0), 0)
    if (total !== before) await worker.carry(file)
    before = total
  }
}

/** The name of a new file is on the disk when its folder is. */
function keepNames(dataDir: string) {
  // Windows opens no folders, and keeps names by itself.
  if (process.platform === 'win32') return
  const folder = openSync(dataDir, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/**
 * The log on a connection of its own, whose commits do not wait for the disk: `walDisk` does, beside
 * this thread, before anything is said. All else on the first connection is rare, and waits.
 */
function openLog(file: string) {
  const db = openDatabase(file)
  db.pragma('synchronous = NORMAL')
  const disk = walDisk(`${file}-wal`)
  return { db, disk, log: sqliteLog(db, disk) }
}

/** Opens the store in a folder; everything that lasts is in one database file. */
export function openStore(dataDir: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const letGo = holdFolder(dataDir)
  const file = path.join(dataDir, 'corridor.sqlite')
  const db = openDatabase(file)
  // A restored backup may hold again what was erased since it was made.
  const ledger = readLedger(dataDir)
  if (replay(db, ledger) > 0)
    for (const doc of new Set(ledger.map((erasure) => erasure.doc))) dropUnspoken(db, dataDir, doc)
  // What a failing disk did not take is written anew, into the file itself.
  emptyWal(db)
  const { db: logDb, disk, log } = openLog(file)
  keepNames(dataDir)
  const probe = db.prepare(`insert into meta (key, value) values ('ready', ?)
    on conflict (key) do update set value = excluded.value`)
  return {
    log,
    decisions: sqliteDecisions(db),
    accounts: sqliteAccounts(db),
    putAside: putAsideOf(db),
    readers: sqliteReaders(db),
    photos: photoStore(db, dataDir),
    carry: carrying([db, logDb], file),
    async writable() {
      probe.run(String(Date.now()))
      await disk.safe()
    },
    async close() {
      await log.close()
      logDb.close()
      emptyWal(db)
      db.close()
      letGo()
    },
  }
}
