import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import * as Y from 'yjs'
import { createRecord } from '../../../src/crdt/records.ts'
import type { RecordType } from '../../../src/domain/record.ts'
import {
  decodeRelayMessage,
  encodeDeviceMessage,
  packFrames,
  unpackFrames,
} from '../../../src/domain/wire/frames.ts'
import type { PushRow } from '../../../src/domain/wire/messages.ts'
import { rowHashInput } from '../../../src/domain/wire/row-hash.ts'
import type { Relay } from './relay.ts'

/** Fewer than a push may hold. */
const AT_ONCE = 100

const hex = (text: string) => createHash('md5').update(text).digest('hex')

/** One of the trust's own people at a keyboard of their own: a valid sign-in, and bytes made by hand. */
export async function insider(relay: Relay, person: string) {
  const base = `http://127.0.0.1:${relay.port}`
  const answer = await fetch(`${base}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ person }),
    headers: { origin: base },
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const device = hex(`insider ${person}`)
  let n = 0

  async function push(doc: string, updates: readonly Uint8Array[]): Promise<string[]> {
    const rows = updates.map((bytes): PushRow => {
      const row = { id: hex(`${person} ${++n}`), doc, device, madeAt: Date.now(), bytes }
      const hash = createHash('sha256').update(rowHashInput(row)).digest()
      return { ...row, hash: new Uint8Array(hash), signature: null }
    })
    const hello = { type: 'hello', protocol: 1, device, app: 'hand', journalHigh: 0 } as const
    const frames = [hello, { type: 'push', rows } as const].map(encodeDeviceMessage)
    const sent = await fetch(`${base}/sync`, {
      method: 'POST',
      body: new Uint8Array(packFrames(frames)),
      headers: { origin: base, cookie },
    })
    const heard = unpackFrames(new Uint8Array(await sent.arrayBuffer()))
    if (!heard.ok) throw new Error(heard.error)
    return heard.value.flatMap((frame) => {
      const message = decodeRelayMessage(frame)
      if (!message.ok) return []
      if (message.value.type === 'ack') return message.value.rows.map(() => 'ack')
      if (message.value.type === 'refused') return message.value.rows.map(({ reason }) => reason)
      return []
    })
  }

  return {
    push,
    /** Puts records into a document, each as an update of its own. */
    async write(
      doc: string,
      type: RecordType<unknown>,
      records: Readonly<Record<string, object>>,
    ): Promise<string[]> {
      const own = new Y.Doc()
      const updates: Uint8Array[] = []
      own.on('update', (bytes: Uint8Array) => updates.push(bytes))
      for (const [id, fields] of Object.entries(records))
        createRecord(own, type, id, { ...fields }, { device, at: Date.now() })
      const fates: string[] = []
      for (let i = 0; i < updates.length; i += AT_ONCE)
        fates.push(...(await push(doc, updates.slice(i, i + AT_ONCE))))
      return fates
    },
  }
}

/** Somebody else's site, on a host and port of its own, with one page. */
export async function otherSite(host: 'localhost' | '127.0.0.1', page: string) {
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/`,
    end() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Notes everything that a page asks for, and what its policy stops. */
export async function watchPage(page: Page) {
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(request.url()))
  await page.context().addInitScript(() => {
    const said: string[] = []
    Object.defineProperty(window, 'corridorStopped', { value: said })
    document.addEventListener('securitypolicyviolation', (event) =>
      said.push(
        `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      ),
    )
  })
  return {
    asked,
    /** What left for anywhere but the app's own address. */
    elsewhere: () =>
      asked.filter((url) => /^(https?|wss?):/.test(url) && new URL(url).hostname !== 'localhost'),
    stopped: () =>
      page.evaluate(() => (window as unknown as { corridorStopped: string[] }).corridorStopped),
  }
}
