import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { contentDigest } from '../../src/crdt/canonical.ts'
import { createRecord, rawRecords } from '../../src/crdt/records.ts'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import { openDocuments } from '../../src/store/documents.ts'
import type { Surroundings } from '../../src/store/ports.ts'
import { createSyncClient } from '../../src/sync/client.ts'
import { requestTransport } from '../../src/sync/requests.ts'
import { londonDate } from '../../sync-server/london.ts'
import { type Running, start } from '../../sync-server/start.ts'
import { emptyDisk, memoryCache, memoryJournal, memoryLedger } from '../helpers/memory-store.ts'
import { deviceOf } from './rows.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'corridor-requests-'))
let running: Running
let base = ''

beforeAll(async () => {
  running = await start({
    port: 0,
    host: '127.0.0.1',
    dataDir: folder,
    app: null,
    demo: true,
    allowedOrigins: [],
    worker: new URL('file:///nowhere.js'),
    logger: pino({ level: 'silent' }),
  })
  base = `http://127.0.0.1:${running.port}`
})
afterAll(async () => {
  await running.stop()
  rmSync(folder, { recursive: true, force: true })
})

const around: Surroundings = {
  now: () => Date.now(),
  random: (n) => crypto.getRandomValues(new Uint8Array(n)),
  after(ms, fn) {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
}

async function signIn(person: string): Promise<string> {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ person }),
    headers: { origin: base, 'content-type': 'application/json' },
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** A tablet on a network that lets requests through and nothing else. */
async function tablet(person: string, digit: string, docs: readonly string[]) {
  const cookie = await signIn(person)
  const disk = emptyDisk()
  const documents = await openDocuments({
    journal: memoryJournal(disk),
    cache: memoryCache(disk),
    around,
    device: deviceOf(digit),
  })
  const ask: typeof fetch = (url, init) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', cookie)
    headers.set('origin', base)
    return fetch(url, { ...init, headers })
  }
  const client = createSyncClient({
    documents,
    ledger: memoryLedger(disk),
    around,
    app: 'test',
    transport: requestTransport(`${base}/sync`, ask),
    wanted: () => docs,
    held: () => ({ unsent: 0, notes: {} }),
    onAccessChanged: () => undefined,
  })
  client.start()
  return { documents, client, close: () => client.stop() }
}

it('two tablets without a live line hear each other by asking now and then', async () => {
  const doc = `review/rookery-pond-${londonDate(Date.now())}/notes/p04`
  const writer = await tablet('p04', '4', [doc])
  const reader = await tablet('p05', '5', [doc])
  const there = await reader.documents.open(doc)
  const here = await writer.documents.open(doc)
  for (const id of ['first', 'second']) {
    createRecord(
      here.doc,
      noteRecord,
      id,
      { by: 'p04', madeAt: 1, text: id },
      {
        device: deviceOf('4'),
        at: 1,
      },
    )
    await here.flush()
    await vi.waitFor(() => expect(writer.documents.state().tally.unsent).toBe(0), 20_000)
    await vi.waitFor(() => expect(rawRecords(there.doc).map((r) => r.id)).toContain(id), 30_000)
  }
  expect(contentDigest(there.doc)).toEqual(contentDigest(here.doc))
  writer.close()
  reader.close()
})
