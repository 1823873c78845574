export type Link = 'offline' | 'connecting' | 'live'

export interface SyncStatus {
  readonly link: Link
  /** The relay does not know this session: work goes on, sending waits for a sign-in. */
  readonly signedOut: boolean
  /** When the relay was last heard, by this device's clock. */
  readonly lastContact: number | null
  /** When every followed document's fingerprint was last found equal to the relay's. */
  readonly checkedAt: number | null
  /** Documents that stay different after all that the device can do by itself. */
  readonly differing: readonly string[]
  /** This device's clock minus the relay's, milliseconds; null before the first contact. */
  readonly clockSkew: number | null
  /** Rows that had to be given a new clientID: this storage was probably copied. */
  readonly rekeyed: number
  /** How often a document was found different from the relay's and mended. */
  readonly cured: number
  /** Who else has a document open, by document. */
  readonly present: Readonly<Record<string, readonly string[]>>
  /** Rows of this device's journal that the relay has seen and the device has lost, at least. */
  readonly missingHere: number
}

const FIRST_STATUS: SyncStatus = {
  link: 'offline',
  signedOut: false,
  lastContact: null,
  checkedAt: null,
  differing: [],
  clockSkew: null,
  rekeyed: 0,
  cured: 0,
  present: {},
  missingHere: 0,
}

/** A small observable, in the shape that `useSyncExternalStore` wants. */
export function createStatus() {
  let current = FIRST_STATUS
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(change: Partial<SyncStatus>) {
      current = { ...current, ...change }
      for (const tell of listeners) tell()
    },
    subscribe(tell: () => void) {
      listeners.add(tell)
      return () => {
        listeners.delete(tell)
      }
    },
  }
}
export type StatusStore = ReturnType<typeof createStatus>
