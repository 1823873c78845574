import Dexie from 'dexie'
import { StorageFault } from './ports.ts'

/** A request that neither succeeds nor fails is how a killed storage process looks. */
const WATCHDOG_MS = 3000

class Overdue extends Error {}

function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'QuotaExceededError') return true
  const inner: unknown = error instanceof Dexie.DexieError ? error.inner : error.cause
  return inner !== error && isDiskFull(inner)
}

function withWatchdog<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const overdue = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Overdue()), ms)
  })
  return Promise.race([work, overdue]).finally(() => clearTimeout(timer))
}

/**
 * Runs one storage job. Connections that the browser closed (iPad in the background, a
 * cleared site, another version) are opened again and the job is repeated: jobs must
 * bear that. What still fails is a `StorageFault`; the caller keeps the data in memory.
 */
export async function durably<T>(
  db: Dexie,
  job: () => Promise<T>,
  watchdog = WATCHDOG_MS,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      if (!db.isOpen()) await withWatchdog(db.open(), watchdog)
      return await withWatchdog(job(), watchdog)
    } catch (error) {
      if (isDiskFull(error)) throw new StorageFault('disk-full', error)
      if (attempt === 3) throw new StorageFault('storage-closed', error)
      db.close({ disableAutoOpen: false })
    }
  }
}
