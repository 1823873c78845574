import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { Socket } from 'node:net'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { decodeRelayMessage, encodeDeviceMessage } from '../../src/domain/wire/frames.ts'
import {
  type DeviceMessage,
  type LogRow,
  PROTOCOL,
  type RelayMessage,
} from '../../src/domain/wire/messages.ts'
import { rowHashInput } from '../../src/domain/wire/row-hash.ts'
import { type SignedFields, signedBytes } from '../../src/domain/wire/signed-row.ts'
import type { JournalRow, Surroundings } from '../../src/store/ports.ts'
import { Outbox } from '../../src/sync/outbox.ts'
import { deviceOf, tokenOf } from './world.ts'

export interface TabletOptions {
  readonly port: number
  readonly person: string
  readonly name: string
  /** Whether rows from others go into the document; left out: yes. */
  readonly apply?: boolean
  readonly heard?: (row: LogRow) => void
  readonly acked?: (id: string) => void
  /** Signs every row by this key, as the person's enrolled device; left out, rows go unsigned. */
  readonly key?: KeyObject
}

const FROM_RELAY = 'relay'

export const around: Surroundings = {
  now: () => Date.now(),
  random: (bytes) => randomBytes(bytes),
  after(ms, fn) {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
}

/**
 * A device in a few lines: a real Y.Doc, real rows, the app's own outbox and the real wire,
 * but no disk and no second look at hashes, so that hundreds fit in one process.
 */
export class Tablet {
  readonly doc = new Y.Doc()
  readonly device: string
  /** Whether it has caught up and hears rows as they come. */
  live = false
  /** What went wrong, in the relay's words; a measurement with any of these is void. */
  readonly faults: string[] = []
  readonly #options: TabletOptions
  readonly #outbox = new Outbox(around, (message) => this.#send(message))
  readonly #unsent = new Map<string, JournalRow>()
  #high = 0
  #welcomed = false
  #ws: WebSocket | null = null
  #socket: Socket | null = null
  #waiting: (() => void)[] = []

  constructor(options: TabletOptions) {
    this.#options = options
    this.device = options.key ? deviceOf(options.person) : randomBytes(16).toString('hex')
    this.doc.on('update', this.#written)
  }

  get unsent(): number {
    return this.#unsent.size
  }

  /** Bytes that went over its socket, the upgrade's headers among them. */
  get wire(): { rx: number; tx: number } {
    return { rx: this.#socket?.bytesRead ?? 0, tx: this.#socket?.bytesWritten ?? 0 }
  }

  connect() {
    const { port, person } = this.#options
    const ws = new WebSocket(`ws://127.0.0.1:${port}/sync`, {
      perMessageDeflate: false,
      headers: {
        origin: `http://127.0.0.1:${port}`,
        cookie: `corridor_session=${tokenOf(person)}`,
      },
    })
    this.#ws = ws
    ws.on('upgrade', ({ socket }) => {
      this.#socket = socket
    })
    ws.on('error', (error) => this.faults.push(error.message))
    ws.on('open', () => {
      const { device } = this
      this.#send({
        type: 'hello',
        protocol: PROTOCOL,
        device,
        app: 'bench',
        journalHigh: this.#high,
      })
    })
    ws.on('message', (data) => {
      if (data instanceof Buffer) this.#hear(data)
    })
  }

  /** Resolves when it has caught up and the relay has every row of it on disk. */
  settled(): Promise<void> {
    if (this.live && this.#unsent.size === 0) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  close(): Promise<void> {
    const ws = this.#ws
    if (!ws || ws.readyState === ws.CLOSED) return Promise.resolve()
    return new Promise((resolve) => {
      const cut = setTimeout(() => ws.terminate(), 1_000)
      ws.on('close', () => {
        clearTimeout(cut)
        resolve()
      })
      ws.close()
    })
  }

  readonly #written = (bytes: Uint8Array) => {
    const id = randomBytes(16).toString('hex')
    const base = { id, doc: this.#options.name, bytes }
    const hash = new Uint8Array(createHash('sha256').update(rowHashInput(base)).digest())
    const own = { device: this.device, madeAt: Date.now(), state: 'unsent', reason: null } as const
    const signature = this.#signatureOf({ ...own, hash })
    const row: JournalRow = { ...base, ...own, hash, signature, n: ++this.#high }
    this.#unsent.set(id, row)
    if (!this.#welcomed) return
    this.#outbox.add([row])
    this.#outbox.pump()
  }

  #signatureOf(row: SignedFields): Uint8Array | null {
    const { key, person } = this.#options
    if (!key) return null
    return new Uint8Array(
      sign('sha256', signedBytes(person, row), { key, dsaEncoding: 'ieee-p1363' }),
    )
  }

  /** The id of the newest row that the relay has not answered. */
  get newest(): string | undefined {
    return [...this.#unsent.keys()].at(-1)
  }

  #send(message: DeviceMessage) {
    if (this.#ws?.readyState === WebSocket.OPEN) this.#ws.send(encodeDeviceMessage(message))
  }

  #hear(frame: Uint8Array) {
    const decoded = decodeRelayMessage(frame)
    if (!decoded.ok) this.faults.push(decoded.error)
    else this.#handle(decoded.value)
    if (!this.live || this.#unsent.size > 0) return
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  /** In the order of the app: rows first, then what it holds, the feed, and the document. */
  #begin() {
    this.#welcomed = true
    this.#outbox.restart([...this.#unsent.values()])
    this.#outbox.pump()
    this.#send({ type: 'held', held: { unsent: this.#unsent.size, notes: {} } })
    this.#send({ type: 'feed', cursors: { log: 0, decisions: 0, access: 0 } })
    this.#send({ type: 'follow', doc: this.#options.name, cursor: 0 })
  }

  #handle(message: RelayMessage) {
    if (message.type === 'welcome') return this.#begin()
    if (message.type === 'updates') return this.#rows(message.rows)
    if (message.type === 'snapshot') return this.#apply([message.bytes])
    if (message.type === 'following') this.live = true
    else if (message.type === 'ack') {
      for (const { id } of message.rows) {
        this.#outbox.remove(id)
        this.#unsent.delete(id)
        this.#options.acked?.(id)
      }
      this.#outbox.pump()
    } else if (message.type === 'retry') {
      for (const { doc } of message.rows) this.#outbox.hold(doc, () => this.#outbox.pump())
    } else if (message.type === 'refused')
      this.faults.push(...message.rows.map(({ reason }) => reason))
    else if (message.type === 'notFollowing') this.faults.push(message.reason)
    else if (message.type === 'bye') this.faults.push(`bye: ${message.reason}`)
  }

  #rows(rows: readonly LogRow[]) {
    const { apply = true, heard } = this.#options
    if (apply) this.#apply(rows.map((row) => row.bytes))
    if (heard) for (const row of rows) heard(row)
  }

  #apply(updates: readonly Uint8Array[]) {
    // Yjs encodes every transaction again for whoever listens, and nobody needs these.
    this.doc.off('update', this.#written)
    this.doc.transact(() => {
      for (const bytes of updates) Y.applyUpdate(this.doc, bytes)
    }, FROM_RELAY)
    this.doc.on('update', this.#written)
  }
}
