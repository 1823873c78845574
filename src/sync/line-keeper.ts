import type { Surroundings } from '../store/ports.ts'
import type { Ended, Line, Transport } from './transport.ts'

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 15_000
const OPEN_MS = 10_000
/** Silence after which a line counts as dead: a stalled socket stays "open" for minutes. */
const SILENCE_MS = 12_000
const TICK_MS = 5_000

export interface LineKeeperPorts {
  readonly transport: Transport
  readonly around: Surroundings
  readonly onConnecting: () => void
  readonly onOpened: () => void
  /** One frame after another: the next waits until this one is dealt with. */
  readonly onFrame: (frame: Uint8Array) => Promise<void>
  readonly onEnded: (why: Ended) => void
  /** Now and then while the line is open. @returns whether an answer is overdue */
  readonly onTick: () => boolean
}

/** Keeps one line to the relay open: opens it again after a while whenever it ends. */
export function createLineKeeper(ports: LineKeeperPorts) {
  const { around } = ports
  let line: Line | null = null
  let greeted = false
  let stopped = true
  let delay = FIRST_RETRY_MS
  let heard = 0
  /** Rises with every line: what an older one still says is not listened to. */
  let generation = 0
  let timers: (() => void)[] = []
  let incoming: Promise<void> = Promise.resolve()

  const later = (ms: number, run: () => void) => timers.push(around.after(ms, run))
  const clearTimers = () => {
    for (const cancel of timers) cancel()
    timers = []
  }

  const drop = (why: Ended, mine = generation) => {
    if (mine !== generation) return
    generation++
    line?.close()
    line = null
    greeted = false
    clearTimers()
    ports.onEnded(why)
    if (stopped) return
    // Spread out, or a whole team would come back in the same instant.
    const spread = (around.random(1)[0] ?? 0) / 255
    later(delay * (0.5 + spread), connect)
    delay = Math.min(delay * 2, LONGEST_RETRY_MS)
  }

  const hear = (frame: Uint8Array, mine: number) => {
    heard = around.now()
    incoming = incoming
      .then(() => (mine === generation ? ports.onFrame(frame) : undefined))
      // Storage trouble while handling: rows are still unsent or unread, so start afresh.
      .catch(() => drop('lost', mine))
  }

  const tick = (mine: number) => {
    if (mine !== generation) return
    if (ports.onTick() || around.now() - heard > SILENCE_MS) return drop('lost', mine)
    later(TICK_MS, () => tick(mine))
  }

  function connect() {
    if (stopped || line) return
    clearTimers()
    const mine = ++generation
    heard = around.now()
    ports.onConnecting()
    later(OPEN_MS, () => !greeted && drop('lost', mine))
    line = ports.transport.open({
      opened: () => {
        if (mine !== generation) return
        ports.onOpened()
        later(TICK_MS, () => tick(mine))
      },
      frame: (bytes) => hear(bytes, mine),
      ended: (why) => drop(why, mine),
    })
  }

  return {
    send: (frame: Uint8Array) => line?.send(frame),
    /** News comes only when it is asked for. */
    asks: () => line?.asks ?? false,
    drop,
    /** The relay has welcomed this line. */
    greeted() {
      greeted = true
      delay = FIRST_RETRY_MS
    },
    start() {
      stopped = false
      connect()
    },
    /** Try now, not when the wait is over; a silent line is given up. */
    nudge() {
      delay = FIRST_RETRY_MS
      if (!line) connect()
      else if (around.now() - heard > SILENCE_MS) drop('lost')
    },
    stop() {
      stopped = true
      drop('lost')
    },
    /** Resolves when frames that have arrived are dealt with. */
    settled: () => incoming,
  }
}
