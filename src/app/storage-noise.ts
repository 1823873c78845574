const NAMES = [
  'InvalidStateError',
  'AbortError',
  'UnknownError',
  'TransactionInactiveError',
  'QuotaExceededError',
  'NotFoundError',
  'DatabaseClosedError',
]

/**
 * Whether a rejection that nobody handled comes from a store that the browser closed or filled.
 * The document cache does not await its writes; the journal says the same trouble where it counts.
 */
const isStorageNoise = (reason: unknown): boolean =>
  reason instanceof Error || reason instanceof DOMException
    ? NAMES.includes(reason.name)
    : reason instanceof Event && reason.target instanceof IDBRequest

export function hushStorageNoise() {
  addEventListener('unhandledrejection', (event) => {
    if (isStorageNoise(event.reason)) event.preventDefault()
  })
}
