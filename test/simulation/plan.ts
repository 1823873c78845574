/** Bugs that can be planted, each known by name: a simulation that misses one is too weak. */
export const BUGS = [
  'drop-an-ack',
  'ack-before-commit',
  'reuse-a-client-id',
  'skip-the-gate',
  'whole-record-overwrite',
  'trust-a-state-vector',
  'saved-before-written',
  'ack-settles-everything',
  'skip-a-gap',
  'drop-what-is-refused',
  'ignore-the-epoch',
  'deliver-to-anyone',
  'cursor-without-cache',
] as const
export type Bug = (typeof BUGS)[number]

export interface Plan {
  readonly seed: number
  readonly devices: number
  /** Edits and accidents before everything is mended. */
  readonly steps: number
  /** Chance per frame. */
  readonly drop: number
  readonly duplicate: number
  readonly reorder: number
  /** Chance per storage call. */
  readonly storageFault: number
  /** Chance that a cache write does not reach the disk. */
  readonly forget: number
  readonly blindFirst: boolean
  /** The relay is put back to an earlier backup once. */
  readonly restore: boolean
  /** One device's storage is copied to another, which writes on under the same clientIDs. */
  readonly clone: boolean
  /** Devices have keys, and now and then one carries another's rows: by file, code or cable. */
  readonly carry: boolean
  /** Somebody with a valid sign-in sends forged rows. */
  readonly intruder: boolean
  /** One cached state on a device is changed without a word. */
  readonly rot: boolean
  readonly bug: Bug | null
}

/** What a finished simulation found; empty means that every promise held. */
export interface Finding {
  readonly promise:
    | 'acknowledged is on the relay'
    | 'saved is never lost'
    | 'created = merged + quarantined'
    | 'all replicas read the same'
    | 'nothing is left unsent'
    | 'nothing waits for ever'
    | 'checked means equal'
    | 'honest work is never refused'
    | 'nothing needed mending'
    | 'no byte to the wrong person'
    | 'single-writer fields keep the last value'
    | 'forged rows change nothing'
  readonly detail: string
}
