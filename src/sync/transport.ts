import type { Farewell } from '../domain/refusals.ts'

/** Why a connection ended: the relay's word, or the network's silence. */
export type Ended = Farewell | 'lost' | 'unauthorised'

export interface Line {
  /** It carries answers and nothing else: who wants news must ask for it now and then. */
  readonly asks?: boolean
  send(frame: Uint8Array): void
  close(): void
}

export interface LineEvents {
  readonly opened: () => void
  readonly frame: (bytes: Uint8Array) => void
  /** Once; nothing comes after it. */
  readonly ended: (why: Ended) => void
}

/** A way to the relay: a WebSocket, or requests where those are blocked. */
export interface Transport {
  open(events: LineEvents): Line
}
