import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { sqliteAccounts } from './accounts/sqlite.ts'
import { putAsideOf } from './care.ts'
import { type Db, emptyWal, openDatabase } from './database.ts'
import { sqliteDecisions } from './decisions/sqlite.ts'
import { sqliteReaders } from './digest/readers.ts'
import { replay } from './erasure/erase.ts'
import { readLedger } from './erasure/ledger.ts'
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
function carrying(db: Db, file: string) {
  const changes = db.prepare<[], number>('select total_changes()').pluck()
  let before = 0
  return async (worker: WorkerPort) => {
    const total = changes.get() ?? 0
    if (total !== before) await worker.carry(file)
    before = total
  }
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
  const probe = db.prepare(`insert into meta (key, value) values ('ready', ?)
    on conflict (key) do update set value = excluded.value`)
  return {
    log: sqliteLog(db),
    decisions: sqliteDecisions(db),
    accounts: sqliteAccounts(db),
    putAside: putAsideOf(db),
    readers: sqliteReaders(db),
    photos: photoStore(db, dataDir),
    carry: carrying(db, file),
    writable: async () => void probe.run(String(Date.now())),
    close() {
      emptyWal(db)
      db.close()
      letGo()
    },
  }
}
