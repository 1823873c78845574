import type { PhotoRows } from '../../store/photos/photo-rows.ts'
import type { PhotoKeys, PhotoRow, Surroundings } from '../../store/ports.ts'
import type { PhotoLine, Sent } from './photo-line.ts'

export interface SenderPorts {
  readonly rows: PhotoRows
  readonly line: PhotoLine
  readonly after: Surroundings['after']
  /** Whether the relay can be reached and knows who this is. */
  readonly reachable: () => boolean
  /** Whether every word is with the relay. */
  readonly wordsSafe: () => boolean
}

/** A photo of a line that breaks all the time waits longer and longer, up to this. */
const WAITS_MS = [500, 1_000, 2_000, 5_000, 15_000, 60_000]
/** A piece that has not moved for so long is on a line that is dead and does not say so. */
const STALL_MS = 40_000
/** Words that cannot be sent do not hold photos up for ever. */
const WORDS_FIRST_MS = 20_000
const WORDS_LOOK_MS = 100

async function wordsFirst({ wordsSafe, after }: SenderPorts) {
  for (let waited = 0; !wordsSafe() && waited < WORDS_FIRST_MS; waited += WORDS_LOOK_MS)
    await new Promise<void>((resolve) => void after(WORDS_LOOK_MS, resolve))
}

/** Sends photos one after the other, oldest first, and believes nothing but a receipt. */
export function createPhotoSender(ports: SenderPorts) {
  const { rows, line, after, reachable } = ports
  let running = false
  let again = false
  let stopped = false
  let failures = 0
  let stopSending = () => {}
  let wake = () => {}

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const off = after(ms, resolve)
      wake = () => {
        off()
        resolve()
      }
    })

  const send = async (row: PhotoRow): Promise<Sent> => {
    let off = () => {}
    const watch = () => {
      off()
      off = after(STALL_MS, () => sending.stop())
    }
    const sending = line.send(row, {
      onBegun: (upload) => rows.begun(row, upload),
      beforePiece: () => wordsFirst(ports),
      onPiece: watch,
    })
    stopSending = sending.stop
    watch()
    return sending.sent.finally(() => off())
  }

  /** @returns whether this photo is done with, one way or the other */
  const deliver = async (keys: PhotoKeys): Promise<boolean> => {
    const there = await line.receipt(keys)
    if (there === 'no-answer') return false
    if (there === 'safe') return rows.safe(keys).then(() => true)
    const row = await rows.read(keys.doc, keys.sha256)
    if (!row) return rows.refuse(keys, 'damaged').then(() => true)
    const sent = await send(row)
    if (sent.kind === 'broken') return false
    if (sent.kind === 'refused') return rows.refuse(keys, sent.why).then(() => true)
    const receipt = await line.receipt(keys)
    if (receipt === 'safe') return rows.safe(keys).then(() => true)
    // It went, and nobody has it: from the start.
    if (receipt === 'unknown') await rows.begun(keys, null)
    return false
  }

  const next = async (): Promise<boolean> => {
    await wordsFirst(ports)
    const keys = await rows.nextWaiting()
    if (!keys) return false
    const done = await deliver(keys)
    failures = done ? 0 : failures + 1
    if (!done) await pause(WAITS_MS[Math.min(failures, WAITS_MS.length) - 1] ?? 0)
    return true
  }

  const run = async () => {
    running = true
    do {
      again = false
      // Storage that fails is tried again with the next nudge.
      while (!stopped && reachable() && (await next().catch(() => false)));
    } while (again && !stopped)
    running = false
  }

  return {
    /** There may be something to send, or a way to send it. */
    nudge() {
      again = true
      if (!running && !stopped) void run()
    },
    /** With signal again: no use to wait on. */
    hurry() {
      failures = 0
      wake()
    },
    stop() {
      stopped = true
      stopSending()
      wake()
    },
  }
}
