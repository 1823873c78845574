/**
 * Why the relay puts a row aside instead of storing it: a closed list.
 * Every one has a sentence and a next step in the app (`src/app/say-refusal.ts`);
 * adding one here fails the build until somebody writes them.
 */
export const REFUSALS = [
  'not-allowed',
  'not-a-document',
  'too-large',
  'damaged',
  'unreadable',
  'client-taken',
  'clock-taken',
  'clock-jump',
  'forbidden-key',
  'mass-delete',
  'id-reused',
  'sealed',
  'bad-signature',
  'unknown-device',
  'device-revoked',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** Not now, but the same row may be sent again unchanged; it stays unsent on the device. */
export const RETRIES = ['gap', 'busy', 'signed-out', 'storage'] as const
export type Retry = (typeof RETRIES)[number]

/** Why the relay ends a connection. */
export const FAREWELLS = [
  'signed-out',
  'protocol',
  'damaged-frame',
  'too-fast',
  'too-large',
  'too-slow',
  'closing',
  'replaced',
  'revoked',
] as const
export type Farewell = (typeof FAREWELLS)[number]

/** Bounds that both sides know, so that an honest device never meets them. */
export const LIMITS = {
  /** Bytes of one frame on the socket. */
  frameBytes: 1_048_576,
  /** Bytes of one update. */
  updateBytes: 524_288,
  /** Total clock length that one update may add. */
  clockGrowth: 100_000,
  /** Clock length of other people's content that one update may delete. */
  foreignDeletes: 5_000,
  /** Rows in one push. */
  pushRows: 256,
  /** Depth of nested values inside one update. */
  valueDepth: 64,
} as const
