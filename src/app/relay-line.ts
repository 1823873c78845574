import { decodeRelayMessage } from '../domain/wire/frames.ts'
import { eitherTransport, requestTransport } from '../sync/requests.ts'
import type { Ended, Transport } from '../sync/transport.ts'
import { webSocketTransport } from '../sync/web-socket.ts'
import { fetchSession } from './session-api.ts'

/** Why a handshake failed: signed out, no signal, or a network that blocks the upgrade alone. */
async function probe(): Promise<Ended> {
  const session = await fetchSession()
  switch (session.kind) {
    case 'out':
      return 'unauthorised'
    case 'no-answer':
      return 'lost'
    case 'in':
      return 'too-slow'
  }
}

/**
 * A line that ends before anything is sent if the relay greets somebody else: another
 * window may have signed in as another person, and the session is the browser's, not the window's.
 */
export function onlyFor(person: string, transport: Transport): Transport {
  return {
    open(events) {
      let greeted = false
      let over = false
      const end = (why: Ended) => {
        if (over) return
        over = true
        events.ended(why)
      }
      const line = transport.open({
        opened: events.opened,
        frame(bytes) {
          if (over) return
          const first = greeted ? null : decodeRelayMessage(bytes)
          if (first?.ok && first.value.type === 'welcome') {
            greeted = true
            if (first.value.person !== person) {
              line.close()
              return end('unauthorised')
            }
          }
          events.frame(bytes)
        },
        ended: end,
      })
      return line
    },
  }
}

export function relayTransport(person: string): Transport {
  const url = new URL('/sync', location.href)
  const live = new URL(url)
  live.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  const either = eitherTransport(
    webSocketTransport(live.href, probe),
    requestTransport(url.href, (...asked) => fetch(...asked)),
  )
  return onlyFor(person, either)
}
