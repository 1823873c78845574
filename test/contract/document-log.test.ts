import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { openDatabase } from '../../sync-server/database.ts'
import { memoryLog } from '../../sync-server/log/memory.ts'
import { walDisk } from '../../sync-server/log/disk.ts'
import { sqliteLog } from '../../sync-server/log/sqlite.ts'
import { documentLogContract } from './document-log.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'corridor-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0

documentLogContract('memory', () => ({ log: memoryLog(), reopen: null }))

documentLogContract('SQLite', () => {
  const file = path.join(folder, `${++files}.sqlite`)
  const db = openDatabase(file)
  return {
    log: sqliteLog(db),
    reopen: () => {
      db.close()
      return sqliteLog(openDatabase(file))
    },
  }
})

documentLogContract('SQLite, brought onto the disk by another thread', () => {
  const file = path.join(folder, `${++files}.sqlite`)
  const open = () => {
    const db = openDatabase(file)
    db.pragma('synchronous = NORMAL')
    return { db, log: sqliteLog(db, walDisk(`${file}-wal`)) }
  }
  const { db, log } = open()
  return {
    log,
    reopen: () => {
      db.close()
      return open().log
    },
  }
})
