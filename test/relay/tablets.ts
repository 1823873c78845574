import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { openDocuments } from '../../src/store/documents.ts'
import { createSyncClient } from '../../src/sync/client.ts'
import { requestTransport } from '../../src/sync/requests.ts'
import type { Held } from '../../src/domain/wire/messages.ts'
import { start } from '../../sync-server/start.ts'
import { emptyDisk, memoryCache, memoryJournal, memoryLedger } from '../helpers/memory-store.ts'
import { surroundingsAt } from '../helpers/surroundings.ts'
import { deviceOf } from './rows.ts'

/** A real relay on a free port with the demonstration's people, in a folder of its own. */
export async function openRelay() {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-tablets-'))
  const running = await start({
    port: 0,
    host: '127.0.0.1',
    dataDir: folder,
    app: null,
    demo: true,
    allowedOrigins: [],
    worker: new URL('file:///nowhere.js'),
    logger: pino({ level: 'silent' }),
  })
  return {
    base: `http://127.0.0.1:${running.port}`,
    dataDir: folder,
    async end() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const around = surroundingsAt(() => Date.now())

export async function signIn(base: string, person: string): Promise<string> {
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ person }),
    headers: { origin: base, 'content-type': 'application/json' },
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

export type RelayTablet = Awaited<ReturnType<typeof openTablet>>

/** A tablet on a network that lets requests through and nothing else: the real store and client on memory. */
export async function openTablet(
  base: string,
  person: string,
  digit: string,
  docs: readonly string[],
  held: () => Held = () => ({ unsent: 0, notes: {} }),
) {
  const cookie = await signIn(base, person)
  const disk = emptyDisk()
  const device = deviceOf(digit)
  const documents = await openDocuments({
    journal: memoryJournal(disk),
    cache: memoryCache(disk),
    around,
    device,
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
    held,
    onAccessChanged: () => undefined,
  })
  return { person, device, disk, documents, client, ask }
}
