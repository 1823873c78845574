import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { CorridorDatabase } from '../../src/store/db.ts'
import { photoRows, photoTally } from '../../src/store/photos/photo-rows.ts'
import type { PhotoRow } from '../../src/store/ports.ts'
import { createPhotoSender } from '../../src/sync/photos/photo-sender.ts'
import type { PhotoLine } from '../../src/sync/photos/photo-line.ts'
import { tusLine } from '../../src/sync/photos/tus-line.ts'
import { start } from '../../sync-server/start.ts'
import { freshRows } from '../helpers/vault-keys.ts'
import { signIn } from './tablets.ts'

/** Walkarounds of a year at the demonstration's school: the Compliance Manager writes there. */
export const CHECKS = 'checks/900001/2026-27'
export const WALKER = 'p09'

/** A real relay with the demonstration's people and real threads. */
export async function openPhotoRelay(worker: URL) {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-photos-'))
  const running = await start({
    port: 0,
    host: '127.0.0.1',
    dataDir: folder,
    app: null,
    demo: true,
    allowedOrigins: [],
    worker,
    logger: pino({ level: 'silent' }),
  })
  return {
    folder,
    port: running.port,
    base: `http://127.0.0.1:${running.port}`,
    async end() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** The line of somebody's device: what a browser adds by itself is added here. */
export async function lineOf(base: string, person: string, relay = base): Promise<PhotoLine> {
  const headers = { cookie: await signIn(relay, person), origin: base }
  return tusLine({ base, person, headers, input: (bytes) => Buffer.from(bytes) })
}

export const photo = (bytes: Uint8Array, doc = CHECKS, at = 1): PhotoRow => ({
  doc,
  sha256: sha256Of(bytes),
  state: 'waiting',
  at,
  size: bytes.length,
  upload: null,
  reason: null,
  mime: 'image/jpeg',
  bytes,
})

/** Sends one photo the way the app does, without a store. */
export function sendOnce(line: PhotoLine, row: PhotoRow) {
  const uploads: string[] = []
  const { sent } = line.send(row, {
    onBegun: async (upload) => void uploads.push(upload),
    beforePiece: async () => undefined,
    onPiece: () => undefined,
  })
  return sent.then((done) => ({ done, uploads }))
}

const after = (ms: number, run: () => void) => {
  // Nobody waits a minute for a line that a test mends at once.
  const timer = setTimeout(run, ms >= 20_000 ? ms : Math.min(ms, 50))
  return () => clearTimeout(timer)
}

/** A tablet's sealed photos and their sender. */
export async function photoTablet(name: string, line: PhotoLine) {
  const db = new CorridorDatabase(name, await freshRows())
  const rows = photoRows(db)
  const open = () =>
    createPhotoSender({ rows, line, after, reachable: () => true, wordsSafe: () => true })
  const until = async (done: (tally: Awaited<ReturnType<typeof photoTally>>) => boolean) => {
    while (!done(await photoTally(db))) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { db, rows, open, until }
}
