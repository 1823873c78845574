import { fdatasync, openSync, closeSync, writeSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { percentile, sleep } from './stats.ts'

const flush = promisify(fdatasync)

/** What the relay gives the disk at each turn of a busy morning, more or less. */
const WRITE_BYTES = 24_000
const EVERY_MS = 8
/** Written over and over, as a write-ahead log is. */
const FILE_BYTES = 32_000_000
const LASTS_MS = 10_000

export interface DiskAlone {
  readonly p99: number
  readonly max: number
}

/** How long the folder's disk takes for small writes with nothing else to do: nobody acknowledges sooner. */
export async function diskAlone(folder: string): Promise<DiskAlone> {
  const fd = openSync(path.join(folder, 'disk-alone'), 'w+')
  const bytes = Buffer.alloc(WRITE_BYTES, 1)
  const places = Math.floor(FILE_BYTES / WRITE_BYTES)
  for (let at = 0; at < places; at++) writeSync(fd, bytes, 0, WRITE_BYTES, at * WRITE_BYTES)
  await flush(fd)
  const took: number[] = []
  const end = performance.now() + LASTS_MS
  for (let n = 0; performance.now() < end; n++) {
    const began = performance.now()
    writeSync(fd, bytes, 0, WRITE_BYTES, (n % places) * WRITE_BYTES)
    await flush(fd)
    took.push(performance.now() - began)
    await sleep(EVERY_MS)
  }
  closeSync(fd)
  return { p99: percentile(took, 0.99), max: percentile(took, 1) }
}
