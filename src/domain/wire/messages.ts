import { z } from 'zod'
import { decisionSchema, proposalSchema } from '../decisions.ts'
import { FAREWELLS, REFUSALS, RETRIES } from '../refusals.ts'

/** Version of everything in this folder. A relay answers an unknown one with `bye: protocol`. */
export const PROTOCOL = 1

/** What every row is, wherever it is. */
interface RowContent {
  /** 32 hexadecimal digits; the same row sent again has the same id. */
  readonly id: string
  readonly doc: string
  /** The device that wrote it; another one may carry it. */
  readonly device: string
  /** SHA-256 over document, id and bytes: see `rowHash`. 32 bytes. */
  readonly hash: Uint8Array
  /** The author's clock, milliseconds since 1970. Shown, never trusted. */
  readonly madeAt: number
  /** A Yjs update, version 1. */
  readonly bytes: Uint8Array
}

/** One journal row on its way to the relay. */
export interface PushRow extends RowContent {
  /** By the key of the device that wrote it: see `signedBytes`. 64 bytes, or null for a row that is not signed. */
  readonly signature: Uint8Array | null
}

/** One row of the relay's log as a follower gets it. */
export interface LogRow extends RowContent {
  /** 1, 2, 3 … without gaps within the document. */
  readonly seq: number
  readonly person: string
  /** The relay's clock when it was stored. */
  readonly receivedAt: number
}

const cursors = z.object({
  log: z.number().int().nonnegative(),
  decisions: z.number().int().nonnegative(),
  access: z.number().int().nonnegative(),
})
export type FeedCursors = z.infer<typeof cursors>

/** How what is on a device is locked. */
export const LOCKS = ['passkey', 'passphrase', 'open'] as const

const heldSchema = z.object({
  /** Rows on the device that the relay has not acknowledged. */
  unsent: z.number().int().nonnegative(),
  /** Notes the person has on this device, by review. */
  notes: z.record(z.string(), z.number().int().nonnegative()),
  /** Left out by apps that have no lock of their own. */
  lock: z.enum(LOCKS).optional(),
})
export type Held = z.infer<typeof heldSchema>

export const deviceStateSchema = z.object({
  person: z.string(),
  device: z.string(),
  held: heldSchema,
  at: z.number(),
})
/** What a device last said of itself, and when the relay heard it. */
export type DeviceState = z.infer<typeof deviceStateSchema>

/* Put together at the first message: a start with no signal has none, and no time for them. */

/** Messages a device sends as JSON. `push` is binary: see frames.ts. */
export const deviceControlSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('hello'),
      protocol: z.number(),
      device: z.string(),
      app: z.string(),
      /** Highest journal number ever given out on this device. */
      journalHigh: z.number().int().nonnegative(),
    }),
    z.object({
      type: z.literal('follow'),
      doc: z.string(),
      cursor: z.number().int().nonnegative(),
    }),
    z.object({ type: z.literal('unfollow'), doc: z.string() }),
    z.object({ type: z.literal('feed'), cursors }),
    z.object({ type: z.literal('digest'), doc: z.string() }),
    z.object({ type: z.literal('propose'), proposal: proposalSchema }),
    z.object({ type: z.literal('presence'), doc: z.string().nullable() }),
    z.object({ type: z.literal('held'), held: heldSchema }),
    z.object({ type: z.literal('ping') }),
  ]),
)
export type DeviceControl = z.infer<typeof deviceControlSchema>
export type DeviceMessage = DeviceControl | { readonly type: 'push'; readonly rows: PushRow[] }

/** Messages the relay sends as JSON. `updates` and `snapshot` are binary: see frames.ts. */
export const relayControlSchema = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({
      type: z.literal('welcome'),
      protocol: z.number(),
      /** Changes when the relay was restored from a backup: devices push again. */
      epoch: z.string(),
      person: z.string(),
      now: z.number(),
      /** Highest journal number this relay has seen from this device. */
      journalHigh: z.number(),
    }),
    z.object({
      type: z.literal('ack'),
      rows: z.array(z.object({ id: z.string(), doc: z.string(), seq: z.number() })),
    }),
    z.object({
      type: z.literal('refused'),
      rows: z.array(z.object({ id: z.string(), doc: z.string(), reason: z.enum(REFUSALS) })),
    }),
    z.object({
      type: z.literal('retry'),
      rows: z.array(z.object({ id: z.string(), doc: z.string(), reason: z.enum(RETRIES) })),
    }),
    z.object({ type: z.literal('following'), doc: z.string(), head: z.number() }),
    z.object({ type: z.literal('notFollowing'), doc: z.string(), reason: z.enum(REFUSALS) }),
    z.object({
      type: z.literal('feed'),
      cursors,
      /** Documents this person may read that changed, with their last row. */
      docs: z.array(z.object({ doc: z.string(), head: z.number() })),
      decisions: z.array(decisionSchema),
      /** The person's rights changed: fetch them again. */
      access: z.boolean(),
      devices: z.array(deviceStateSchema),
    }),
    z.object({ type: z.literal('digest'), doc: z.string(), seq: z.number(), digest: z.string() }),
    z.object({ type: z.literal('decided'), decision: decisionSchema }),
    z.object({ type: z.literal('declined'), id: z.string(), reason: z.string() }),
    z.object({
      type: z.literal('presence'),
      doc: z.string(),
      people: z.array(z.object({ person: z.string(), device: z.string() })),
    }),
    z.object({ type: z.literal('pong') }),
    z.object({ type: z.literal('bye'), reason: z.enum(FAREWELLS) }),
  ]),
)
export type RelayControl = z.infer<typeof relayControlSchema>
export type RelayMessage =
  | RelayControl
  | { readonly type: 'updates'; readonly doc: string; readonly rows: LogRow[] }
  | {
      readonly type: 'snapshot'
      readonly doc: string
      /** The last row that is merged in. */
      readonly seq: number
      /** SHA-256 of the bytes. */
      readonly hash: Uint8Array
      readonly bytes: Uint8Array
    }
