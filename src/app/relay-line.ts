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

export function relayTransport(): Transport {
  const url = new URL('/sync', location.href)
  const live = new URL(url)
  live.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return eitherTransport(webSocketTransport(live.href, probe), requestTransport(url.href))
}
