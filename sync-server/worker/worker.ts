import { parentPort } from 'node:worker_threads'
import { perform, type Task } from './tasks.ts'

/** What the thread answers: `ready` once, then one answer for each task. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly message: string }

const answer = (message: Answer) => parentPort?.postMessage(message)

async function work(task: Task) {
  try {
    answer({ kind: 'done', value: await perform(task) })
  } catch (error) {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : 'unknown' })
  }
}

parentPort?.on('message', (task: Task) => void work(task))
answer({ kind: 'ready' })
