import { rmSync } from 'node:fs'
import * as Y from 'yjs'
import { rawRecords } from '../../src/crdt/records.ts'
import { photoRecord } from '../../src/domain/photos/photo.ts'
import { bytesOfBlob, type Db } from '../database.ts'
import { fileIn } from './store.ts'

/** Fingerprints of the photos that a document speaks of, those taken off it too. */
function spokenOf(db: Db, doc: string): Set<string> {
  const rows = db
    .prepare<[string], Buffer>(
      `select bytes from rows join docs on docs.id = rows.doc where docs.name = ? order by seq`,
    )
    .pluck()
    .all(doc)
  const whole = new Y.Doc()
  whole.transact(() => {
    for (const bytes of rows) Y.applyUpdate(whole, bytesOfBlob(bytes))
  })
  return new Set(
    rawRecords(whole).flatMap((raw) =>
      raw['type'] === photoRecord.type ? String(raw['sha256']) : [],
    ),
  )
}

/**
 * Takes away photos of a document whose record was erased from it. Words reach the relay before their
 * photos, so one that its document does not speak of was spoken of before. Only while no relay uses
 * the folder.
 * @returns how many
 */
export function dropUnspoken(db: Db, dataDir: string, doc: string): number {
  const all = db.prepare<[string], string>('select sha256 from photos where doc = ?').pluck()
  const drop = db.prepare<[string, string], unknown>(
    'delete from photos where doc = ? and sha256 = ?',
  )
  const left = db.prepare<[string], unknown>('select 1 from photos where sha256 = ?')
  const spoken = spokenOf(db, doc)
  const unspoken = all.all(doc).filter((sha256) => !spoken.has(sha256))
  for (const sha256 of unspoken) {
    drop.run(doc, sha256)
    if (!left.get(sha256)) rmSync(fileIn(dataDir, sha256), { force: true })
  }
  return unspoken.length
}
