import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Db } from '../../../sync-server/database.ts'
import { fileIn } from '../../../sync-server/photos/store.ts'
import { only, type RouteRow, signedIn } from './route-row.ts'
import { LEADERS, OWN, type Who } from './table.ts'

const DOC = `checks/${OWN}/2026-27`
const SHA256 = 'c'.repeat(64)
const NO_SUCH = 'd'.repeat(64)
const NO_UPLOAD = '0'.repeat(32)

/** Whoever reads the walkarounds of the own school. */
const READS_CHECKS: Who = {
  own: ['Head', 'HoS', 'Site', 'DSL'],
  trust: [...LEADERS, 'CFO', 'Compliance Manager', 'SIP'],
}

/** A photo of a walkaround at the own school. */
export function putPhoto(db: Db, dataDir: string) {
  const file = fileIn(dataDir, SHA256)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]))
  db.prepare(
    `insert into photos (sha256, doc, person, at, bytes, served, width, height)
     values (?, ?, 'own-site', 1, 4, 4, 1, 1)`,
  ).run(SHA256, DOC)
}

const receiptOf = (sha256: string) => `/api/photos/${sha256}/receipt?doc=${encodeURIComponent(DOC)}`

/** What a signed-in device is answered before it speaks tus; who may send where is in photos.test.ts. */
const NOT_TUS = 412

export const PHOTO_ROUTES: readonly RouteRow[] = [
  signedIn('POST /api/photos/uploads', 'Begin to send a photo, in so many words', NOT_TUS, {
    path: '/api/photos/uploads',
  }),
  signedIn('PATCH /api/photos/uploads/:id', 'Send a piece of one’s own photo', NOT_TUS, {
    path: `/api/photos/uploads/${NO_UPLOAD}`,
  }),
  signedIn('GET /api/photos/uploads/:id', 'Nothing: an upload is only asked how far it came', 404, {
    path: `/api/photos/uploads/${NO_UPLOAD}`,
  }),
  only(READS_CHECKS, 'GET /api/photos/:sha256', 'A photo of a walkaround', [200, 404], {
    path: `/api/photos/${SHA256}`,
    absent: `/api/photos/${NO_SUCH}`,
  }),
  only(
    READS_CHECKS,
    'GET /api/photos/:sha256/receipt',
    'Whether a photo of a walkaround is safe',
    [200, 404],
    { path: receiptOf(SHA256), absent: receiptOf(NO_SUCH) },
  ),
]
