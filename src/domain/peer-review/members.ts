import { z } from 'zod'
import { defineRecord } from '../record.ts'

const memberSchema = z.object({
  id: z.string(),
  person: z.string(),
  /** What they bring, in the team's words. */
  strengths: z.string().max(300).default(''),
  /** When they read the protocol: confidential, from evidence, done with and not to. */
  readProtocolAt: z.number().nullable().default(null),
  /** What they declared: no tie to the school, or one in their own words. */
  conflict: z.enum(['none', 'declared']).nullable().default(null),
  conflictText: z.string().max(300).default(''),
  /** Signed in, remit and safeguarding briefing heard, on the day. */
  briefedAt: z.number().nullable().default(null),
})
export type Member = z.infer<typeof memberSchema>
/** What a reviewer says of themselves for one review. The first record of a person counts; others are the same person on another device. */
export const memberRecord = defineRecord({ type: 'member', schema: memberSchema })

const readySchema = z.object({
  id: z.string(),
  person: z.string(),
  device: z.string(),
  madeAt: z.number(),
  /** The app is on the device and opens with no network. */
  installed: z.boolean(),
  /** The browser has promised not to clear it. */
  persistent: z.boolean(),
  /** Fingerprint of the pack that lies on it: the same as the lead's, or not yet. */
  pack: z.string().max(80),
  /** Megabytes left for it. */
  roomMb: z.number().nonnegative(),
  /** How far its clock is from the trust's, in seconds; null if never compared. */
  clockSkewS: z.number().nullable(),
  signedIn: z.boolean(),
})
export type Ready = z.infer<typeof readySchema>
/** A device's receipt that it can do the day with no signal. One for each device, changed in place. */
export const readyRecord = defineRecord({ type: 'ready', schema: readySchema })
