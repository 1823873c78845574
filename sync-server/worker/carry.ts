import Database from 'better-sqlite3'

/** Carries what was committed from the write-ahead log into the database file, beside whoever writes. */
export function carry(file: string): void {
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('wal_checkpoint(PASSIVE)')
  } finally {
    db.close()
  }
}
