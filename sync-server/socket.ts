import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { type Farewell, LIMITS } from '../src/domain/refusals.ts'
import { encodeRelayMessage } from '../src/domain/wire/frames.ts'
import type { Session } from './accounts/port.ts'
import { tokenOfUpgrade } from './cookies.ts'
import { isOurs } from './origin.ts'
import type { Relay } from './relay.ts'

const PING_MS = 25_000
/** A part of the lines at a time: all at once they would keep everybody waiting. */
const PING_PARTS = 100
/** Sockets of one person at most; the oldest gives way, for it is the likeliest to be dead. */
const PER_PERSON = 20
/** Catching up goes on when no more than this waits on the socket. */
const LOW_WATER = 512 * 1024
/** A line that does not close politely is cut. */
const CUT_MS = 3_000

const CODES: Partial<Record<Farewell, number>> = {
  'too-slow': 1013,
  'too-large': 1009,
  closing: 1012,
  'signed-out': 4401,
  revoked: 4403,
}

export interface SocketPorts {
  readonly relay: Relay
  readonly sessionOf: (token: string) => Session | null
  readonly allowedOrigins: readonly string[]
}

function refuse(socket: Duplex, status: string) {
  // Not a byte more is read from somebody who was not let in.
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  )
}

const bytesOf = (data: RawData): Uint8Array =>
  data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : Array.isArray(data)
      ? Buffer.concat(data)
      : data

/** Lets those who wait go on when what was sent is mostly gone, or never will be. */
function createDrain(socket: WebSocket) {
  let waiting: (() => void)[] = []
  const isLow = () => socket.bufferedAmount <= LOW_WATER || socket.readyState !== socket.OPEN
  const wake = () => {
    if (waiting.length === 0 || !isLow()) return
    const go = waiting
    waiting = []
    for (const resolve of go) resolve()
  }
  socket.on('close', wake)
  return {
    wake,
    drained: () => (isLow() ? Promise.resolve() : new Promise<void>((go) => waiting.push(go))),
  }
}

function serve(socket: WebSocket, session: Session, relay: Relay) {
  const { wake, drained } = createDrain(socket)
  const line = relay.connect({
    session,
    emit(frame) {
      if (socket.readyState === socket.OPEN) socket.send(frame, wake)
    },
    close(reason) {
      socket.close(CODES[reason] ?? 4400, reason)
      setTimeout(() => socket.terminate(), CUT_MS).unref()
    },
    buffered: () => socket.bufferedAmount,
    drained,
  })
  socket.on('message', (data, isBinary) => {
    if (isBinary) line.receive(bytesOf(data))
    else socket.close(1003)
  })
  socket.on('close', () => line.closed())
  // Broken frames and dead networks end the socket by themselves; the close event follows.
  socket.on('error', () => {})
}

/** WebSockets at /sync: the session is settled before the upgrade, so nobody unknown gets a frame in. */
export function attachSockets(server: Server, ports: SocketPorts) {
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.frameBytes,
    perMessageDeflate: false,
  })
  const byPerson = new Map<string, Set<WebSocket>>()
  const heard = new WeakSet<WebSocket>()
  const parts = Array.from({ length: PING_PARTS }, () => new Set<WebSocket>())
  let admitted = 0

  function admit(socket: WebSocket, session: Session) {
    const own = byPerson.get(session.person) ?? new Set<WebSocket>()
    byPerson.set(session.person, own)
    const oldest = own.size >= PER_PERSON ? own.values().next().value : undefined
    if (oldest) {
      oldest.send(encodeRelayMessage({ type: 'bye', reason: 'replaced' }))
      oldest.close(4409, 'replaced')
      own.delete(oldest)
    }
    own.add(socket)
    heard.add(socket)
    const part = parts[admitted++ % PING_PARTS]
    part?.add(socket)
    socket.on('pong', () => heard.add(socket))
    socket.on('message', () => heard.add(socket))
    socket.on('close', () => {
      part?.delete(socket)
      own.delete(socket)
      if (own.size === 0 && byPerson.get(session.person) === own) byPerson.delete(session.person)
    })
    serve(socket, session, ports.relay)
  }

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => {})
    if (request.url?.split('?')[0] !== '/sync') return refuse(socket, '404 Not Found')
    const { origin, host } = request.headers
    if (!isOurs(origin, host, ports.allowedOrigins)) return refuse(socket, '403 Forbidden')
    const token = tokenOfUpgrade(request.headers)
    const session = token === undefined ? null : ports.sessionOf(token)
    if (!session) return refuse(socket, '401 Unauthorized')
    wss.handleUpgrade(request, socket, head, (opened) => admit(opened, session))
  }
  server.on('upgrade', upgrade)

  let turn = 0
  const beat = setInterval(() => {
    for (const socket of parts[turn++ % PING_PARTS] ?? []) {
      if (!heard.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, PING_MS / PING_PARTS)
  beat.unref()

  return {
    /** Takes no new ones; those that are open are closed by the relay. */
    stop() {
      clearInterval(beat)
      server.off('upgrade', upgrade)
    },
    cut() {
      for (const socket of wss.clients) socket.terminate()
    },
    count: () => wss.clients.size,
  }
}
