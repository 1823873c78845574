import { type WebSocket, WebSocketServer } from 'ws'
import { decodeDeviceMessage, encodeRelayMessage } from '../../src/domain/wire/frames.ts'
import {
  type DeviceMessage,
  type LogRow,
  PROTOCOL,
  type PushRow,
} from '../../src/domain/wire/messages.ts'

/*
 * What keeping a promise is measured against: the same wire and the same frames, but no
 * disk, no gate, no rights and no order to keep. A row is numbered, answered and sent on at
 * once. Frames stay in memory, only so that a tablet that joins late can converge at all.
 */
interface Room {
  readonly followers: Set<WebSocket>
  readonly frames: Uint8Array[]
  head: number
}

const rooms = new Map<string, Room>()
const roomOf = (doc: string): Room => {
  const room = rooms.get(doc) ?? { followers: new Set(), frames: [], head: 0 }
  rooms.set(doc, room)
  return room
}

function push(from: WebSocket, rows: readonly PushRow[]) {
  const byDoc = new Map<string, LogRow[]>()
  const ack: { id: string; doc: string; seq: number }[] = []
  for (const row of rows) {
    const seq = ++roomOf(row.doc).head
    ack.push({ id: row.id, doc: row.doc, seq })
    const own = byDoc.get(row.doc) ?? []
    own.push({ ...row, seq, person: 'somebody', receivedAt: Date.now() })
    byDoc.set(row.doc, own)
  }
  from.send(encodeRelayMessage({ type: 'ack', rows: ack }))
  for (const [doc, stored] of byDoc) {
    const room = roomOf(doc)
    const frame = encodeRelayMessage({ type: 'updates', doc, rows: stored })
    room.frames.push(frame)
    for (const to of room.followers) if (to !== from) to.send(frame)
  }
}

function hear(from: WebSocket, message: DeviceMessage) {
  if (message.type === 'push') return push(from, message.rows)
  if (message.type === 'hello')
    return from.send(
      encodeRelayMessage({
        type: 'welcome',
        protocol: PROTOCOL,
        epoch: 'bare',
        person: 'somebody',
        now: Date.now(),
        journalHigh: 0,
      }),
    )
  if (message.type !== 'follow') return
  const room = roomOf(message.doc)
  for (const frame of room.frames) from.send(frame)
  room.followers.add(from)
  from.send(encodeRelayMessage({ type: 'following', doc: message.doc, head: room.head }))
}

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.env['PORT']),
  perMessageDeflate: false,
})
server.on('connection', (socket) => {
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    for (const room of rooms.values()) room.followers.delete(socket)
  })
  socket.on('message', (data) => {
    if (!(data instanceof Buffer)) return
    const message = decodeDeviceMessage(data)
    if (message.ok) hear(socket, message.value)
  })
})
