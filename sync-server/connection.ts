import type { Farewell } from '../src/domain/refusals.ts'
import { encodeRelayMessage } from '../src/domain/wire/frames.ts'
import type { RelayMessage } from '../src/domain/wire/messages.ts'
import type { Session } from './accounts/port.ts'
import type { Allowance } from './bucket.ts'

/** What carries frames: a socket, one HTTP request, or a simulated wire. */
export interface Wire {
  readonly session: Session
  emit(frame: Uint8Array): void
  /** Called once, after the last frame. */
  close(reason: Farewell): void
  /** Bytes that are sent and not yet gone. */
  buffered?(): number
  /** Resolves when what was sent is mostly gone. */
  drained?(): Promise<void>
  /** One question and its answer: nothing is pushed later, and it takes nobody's place. */
  readonly brief?: boolean
}

/** A follower that is this far behind will not catch up: it is sent away and comes back. */
const TOO_SLOW = 4 * 1024 * 1024

export interface Connection {
  readonly wire: Wire
  readonly person: string
  readonly brief: boolean
  /** Known from `hello` on. */
  device: string | null
  allowance: Allowance
  open: boolean
  /** Bytes of catching up that are under way: asked for, so not counted as being slow. */
  owed: number
  send(message: RelayMessage): void
  sendFrame(frame: Uint8Array): void
  /** Sends what may be lost, unless the line is busy. */
  sendIfIdle(message: RelayMessage): void
  farewell(reason: Farewell): void
  /** Remembers work that answers later; it must not reject. */
  track(work: Promise<void>): void
  /** Resolves when everything received so far has been answered. */
  settled(): Promise<void>
}

const IDLE = 64 * 1024

export function createConnection(
  wire: Wire,
  allowance: Allowance,
  left: (connection: Connection) => void,
): Connection {
  const pending = new Set<Promise<void>>()
  const waiting = () => wire.buffered?.() ?? 0

  const connection: Connection = {
    wire,
    person: wire.session.person,
    brief: wire.brief ?? false,
    device: null,
    allowance,
    open: true,
    owed: 0,
    send(message) {
      if (connection.open) connection.sendFrame(encodeRelayMessage(message))
    },
    sendFrame(frame) {
      if (!connection.open) return
      if (waiting() - connection.owed > TOO_SLOW) connection.farewell('too-slow')
      else wire.emit(frame)
    },
    sendIfIdle(message) {
      if (waiting() < IDLE) connection.send(message)
    },
    farewell(reason) {
      if (!connection.open) return
      connection.open = false
      wire.emit(encodeRelayMessage({ type: 'bye', reason }))
      left(connection)
      wire.close(reason)
    },
    track(work) {
      pending.add(work)
      void work.finally(() => pending.delete(work))
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending)
    },
  }
  return connection
}
