import { z } from 'zod'

/** Why the relay does not take a photo. What is not here passes: the device tries again later. */
export const PHOTO_REFUSALS = [
  /** Not a JPEG, more than a JPEG, or one that cannot be decoded. */
  'not-a-photo',
  'too-many-pixels',
  'too-large',
  /** The bytes are not those that were announced. */
  'wrong-fingerprint',
  /** This person may not write in that document, or it takes no photos. */
  'not-allowed',
  /** The device cannot read it any more. */
  'damaged',
] as const
export type PhotoRefusal = (typeof PHOTO_REFUSALS)[number]

export const photoRefusal = (said: unknown): PhotoRefusal | null =>
  PHOTO_REFUSALS.find((one) => one === said) ?? null

/** The relay's word that a photo is on its disk, as one that can be looked at. */
export const photoReceiptSchema = z.object({
  sha256: z.string(),
  doc: z.string(),
  /** Bytes as they were sent. */
  bytes: z.number(),
  at: z.number(),
})
export type PhotoReceipt = z.infer<typeof photoReceiptSchema>
