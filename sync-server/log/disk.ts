import { fdatasync, openSync, closeSync } from 'node:fs'
import { promisify } from 'node:util'

/** Where commits go that are not on the disk yet when their statement returns. */
export interface Disk {
  /** Something was committed. */
  wrote(): void
  /**
   * Resolves when all that was committed before is on the disk.
   * @throws from the first failure on always: the system may have dropped what it could not write, so
   * that asking it a second time proves nothing. A new start reads what is really there.
   */
  safe(): Promise<void>
  close(): Promise<void>
}

/** For a database whose commits wait for the disk themselves, or that has none. */
export const waitsItself: Disk = { wrote() {}, safe: async () => {}, close: async () => {} }

/** The system call, of which a test can make one fail. */
export type Flush = (fd: number) => Promise<void>

/**
 * Brings a write-ahead log onto the disk beside the thread that commits, once for all who wait: what a
 * commit with `synchronous=FULL` does, but the relay answers others meanwhile.
 * @param wal the database's `-wal` file, which is there from the first commit on
 */
export function walDisk(wal: string, flush: Flush = promisify(fdatasync)): Disk {
  let fd: number | null = null
  let written = 0
  let onDisk = 0
  let running: Promise<void> | null = null
  let broken: Error | null = null

  async function once() {
    const upTo = written
    try {
      fd ??= openSync(wal, 'r+')
      await flush(fd)
      onDisk = upTo
    } catch (cause) {
      broken = new Error('The disk did not take what was written; start the relay again', { cause })
      throw broken
    } finally {
      running = null
    }
  }

  return {
    wrote() {
      written += 1
    },
    async safe() {
      const wanted = written
      while (onDisk < wanted) {
        if (broken) throw broken
        // One that began before may have missed the last commit; then another one follows it.
        running ??= once()
        await running
      }
      if (broken) throw broken
    },
    async close() {
      await running?.catch(() => {})
      if (fd !== null) closeSync(fd)
      fd = null
    },
  }
}
