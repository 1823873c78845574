import { packFrames, unpackFrames } from '../domain/wire/frames.ts'
import type { LineEvents, Transport } from './transport.ts'

const GATHER_MS = 60

/**
 * The same protocol over requests, for networks that block WebSockets: frames are
 * gathered and posted, the answers come back as frames. Each request stands alone, so
 * the first frame (hello) goes in front of every one.
 */
export function requestTransport(url: string, ask: typeof fetch = fetch): Transport {
  return {
    open(events) {
      const line = createLine(url, events, ask)
      queueMicrotask(events.opened)
      return line
    },
  }
}

function createLine(url: string, events: LineEvents, ask: typeof fetch) {
  let hello: Uint8Array | null = null
  let waiting: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy = false
  let over = false

  const post = async () => {
    timer = undefined
    if (busy || over || !hello) return
    busy = true
    const frames = waiting
    waiting = []
    try {
      const response = await ask(url, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: new Uint8Array(packFrames([hello, ...frames])),
      })
      if (response.status === 401) return end('unauthorised')
      if (!response.ok) return end('lost')
      const unpacked = unpackFrames(new Uint8Array(await response.arrayBuffer()))
      if (!unpacked.ok) return end('lost')
      const [welcome, ...rest] = unpacked.value
      // The first answer of every request is a welcome; only the first one is news.
      if (welcome && !greeted) events.frame(welcome)
      greeted = true
      for (const frame of rest) if (!over) events.frame(frame)
    } catch {
      return end('lost')
    } finally {
      busy = false
    }
    if (!over && waiting.length > 0) timer ??= setTimeout(() => void post(), GATHER_MS)
  }
  let greeted = false
  const end = (why: 'lost' | 'unauthorised') => {
    if (over) return
    over = true
    clearTimeout(timer)
    events.ended(why)
  }

  return {
    asks: true,
    send(frame: Uint8Array) {
      if (hello) waiting.push(frame)
      else hello = frame
      if (busy || over) return
      clearTimeout(timer)
      timer = setTimeout(() => void post(), GATHER_MS)
    },
    close() {
      over = true
      clearTimeout(timer)
    },
  }
}

/**
 * Tries the live line first; after it failed to open `tries` times in a row while the
 * relay answers requests, requests carry on until the next start.
 */
export function eitherTransport(live: Transport, requests: Transport, tries = 3): Transport {
  let failures = 0
  return {
    open(events) {
      if (failures >= tries) return requests.open(events)
      let opened = false
      return live.open({
        opened: () => {
          opened = true
          failures = 0
          events.opened()
        },
        frame: events.frame,
        ended: (why) => {
          // 'lost' with no answer at all is no signal; the probe says 'too-slow' when only the upgrade fails.
          if (!opened && why === 'too-slow') failures++
          events.ended(why)
        },
      })
    },
  }
}
