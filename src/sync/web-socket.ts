import type { Ended, Transport } from './transport.ts'
import { FAREWELLS } from '../domain/refusals.ts'

const endedBy = (reason: string): Ended => FAREWELLS.find((f) => f === reason) ?? 'lost'

/** The live line. A handshake that fails says nothing of why, so `probe` asks whether it was the session. */
export function webSocketTransport(url: string, probe: () => Promise<Ended>): Transport {
  return {
    open(events) {
      const socket = new WebSocket(url)
      let opened = false
      let over = false
      const end = (why: Ended) => {
        if (over) return
        over = true
        events.ended(why)
      }
      socket.binaryType = 'arraybuffer'
      socket.onopen = () => {
        opened = true
        if (!over) events.opened()
      }
      socket.onmessage = ({ data }) => {
        if (!over && data instanceof ArrayBuffer) events.frame(new Uint8Array(data))
      }
      socket.onclose = ({ reason }) => {
        if (opened) end(endedBy(reason))
        else void probe().then(end)
      }
      return {
        send(frame) {
          if (socket.readyState === WebSocket.OPEN) socket.send(new Uint8Array(frame))
        },
        close() {
          over = true
          socket.close()
        },
      }
    },
  }
}
