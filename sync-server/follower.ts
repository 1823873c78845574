import type { LogRow } from '../src/domain/wire/messages.ts'
import type { Stored } from './commit.ts'
import type { Connection } from './connection.ts'

/** One connection's following of one document. */
export interface Follower {
  readonly to: Connection
  readonly doc: string
  /** The last row it was sent, or pushed itself. */
  sent: number
  /** The last row this relay knows to be in the log. */
  known: number
  /** Rows it pushed while it was catching up: it has them. */
  readonly own: Set<number>
  /** Whether it has everything and gets rows as they come. */
  live: boolean
  stopped: boolean
}

/** Sends what it asked for, at the pace of its line. */
export async function emitFrames(follower: Follower, frames: readonly Uint8Array[]) {
  const { to } = follower
  for (const frame of frames) {
    to.owed += frame.length
    to.sendFrame(frame)
    if (to.brief) continue
    await to.wire.drained?.()
    to.owed -= frame.length
    if (follower.stopped) return
  }
}

/** New rows that it has neither been sent nor pushed itself. */
export const rowsFor = (follower: Follower, stored: readonly Stored[]): LogRow[] =>
  stored
    .filter(({ row, from }) => row.seq > follower.sent && from !== follower.to)
    .map(({ row }) => row)
