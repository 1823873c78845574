import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Db, openDatabase } from '../database.ts'
import { holdFolder } from '../open-store.ts'

/** Value of `--name` among the words of a command, or null. */
export function option(args: readonly string[], name: string): string | null {
  const at = args.indexOf(`--${name}`)
  return at < 0 ? null : (args[at + 1] ?? null)
}

/** Runs work on the relay's database while no relay uses the folder (`DATA_DIR`). */
export function withDatabase<T>(work: (db: Db, dataDir: string) => T): T {
  const dataDir = process.env['DATA_DIR'] ?? './data'
  const file = path.join(dataDir, 'corridor.sqlite')
  if (!existsSync(file)) throw new Error(`There is no database in ${dataDir}: set DATA_DIR`)
  const letGo = holdFolder(dataDir)
  const db = openDatabase(file)
  try {
    return work(db, dataDir)
  } finally {
    db.close()
    letGo()
  }
}
