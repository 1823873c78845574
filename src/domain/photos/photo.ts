import { z } from 'zod'
import type { DocumentRef } from '../documents.ts'
import { defineRecord } from '../record.ts'

/** Longest edge after shrinking, pixels. */
export const PHOTO_EDGE = 1600

const photoSchema = z.object({
  id: z.string(),
  /** SHA-256 of the JPEG as this device stored it, 64 hex digits: its name everywhere. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Record id of what it shows: an answer, a defect, an action, a visit. */
  of: z.string(),
  caption: z.string().default(''),
  /** Where it was taken, in words. */
  place: z.string().max(120).default(''),
  by: z.string(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type Photo = z.infer<typeof photoSchema>

/**
 * That there is a photo, in the document that it belongs to; the bytes travel apart and after the
 * words. Who may read the document may fetch the bytes.
 */
export const photoRecord = defineRecord({
  type: 'photo',
  schema: photoSchema,
  texts: ['caption'],
})

const KINDS = [
  'checks',
  'walks',
  'visited',
  'school',
  'templates',
  'rep-work',
] as const satisfies readonly DocumentRef['kind'][]

/** Where photos belong. Never beside the single central record (C42), and not in a review. */
export const takesPhotos = (kind: DocumentRef['kind']): boolean => KINDS.some((one) => one === kind)

/** Of one photo as it is sent; the device keeps well below. */
export const PHOTO_BYTES = 2_000_000
