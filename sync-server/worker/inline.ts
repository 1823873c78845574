import { reencode } from '../photos/reencode.ts'
import { carry } from './carry.ts'
import type { WorkerPort } from './port.ts'
import { compact, digest, history, inspect, tallies } from './tasks.ts'

/** The same work in this thread: for unit tests and simulations. */
export const inlineWorker = (): WorkerPort => ({
  compact: async (parts) => compact(parts),
  digest: async (parts) => digest(parts),
  inspect: async (bytes) => inspect(bytes),
  history: async (rows) => history(rows),
  tallies: async (parts, today) => tallies(parts, today),
  picture: (bytes) => reencode(bytes).catch(() => null),
  carry: async (file) => carry(file),
  close: async () => {},
})
