import type { AppDevice } from './device.ts'

const NUDGE_MS = 30_000

/** Tries to send whenever there may be signal, and writes down what is typed whenever the app may be killed. */
export function listenForSignal(device: AppDevice): () => void {
  const nudge = () => {
    if (!device.readOnly) device.sync.nudge()
    device.documents.retryNow()
  }
  const flush = () => void device.documents.flush()
  const turned = () => (document.visibilityState === 'hidden' ? flush() : nudge())
  const timer = setInterval(() => document.visibilityState === 'visible' && nudge(), NUDGE_MS)
  addEventListener('online', nudge)
  addEventListener('focus', nudge)
  addEventListener('pageshow', nudge)
  addEventListener('pagehide', flush)
  document.addEventListener('visibilitychange', turned)
  return () => {
    clearInterval(timer)
    removeEventListener('online', nudge)
    removeEventListener('focus', nudge)
    removeEventListener('pageshow', nudge)
    removeEventListener('pagehide', flush)
    document.removeEventListener('visibilitychange', turned)
  }
}
