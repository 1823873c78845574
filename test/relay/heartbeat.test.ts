import { once } from 'node:events'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { openRelay, signIn } from './tablets.ts'

/** A line is asked once in this time, each with its part of the lines. */
const ROUND_MS = 25_000

let relay: Awaited<ReturnType<typeof openRelay>>
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  relay = await openRelay()
})
afterAll(async () => {
  await relay.end()
  vi.useRealTimers()
})

async function line(cookie: string, autoPong: boolean) {
  const socket = new WebSocket(`${relay.base.replace('http', 'ws')}/sync`, {
    autoPong,
    headers: { cookie, origin: relay.base },
  })
  await once(socket, 'open')
  return socket
}

it('a line that does not answer is cut at the second asking; one that answers stays', async () => {
  const cookie = await signIn(relay.base, 'p01')
  const lines = await Promise.all([line(cookie, true), line(cookie, false), line(cookie, true)])
  const [living, dead, other] = lines
  const asked = lines.map((socket) => once(socket, 'ping'))
  const cut = once(dead, 'close')
  vi.advanceTimersByTime(ROUND_MS)
  await Promise.all(asked)
  // Whoever answers has been heard when the relay answers something that was asked after it.
  for (const socket of [living, other]) {
    socket.ping()
    await once(socket, 'pong')
  }
  vi.advanceTimersByTime(ROUND_MS)
  await cut
  expect([living, other].map(({ readyState }) => readyState)).toEqual([
    WebSocket.OPEN,
    WebSocket.OPEN,
  ])
  for (const socket of [living, other]) socket.terminate()
})
