import { z } from 'zod'
import { MARK_LENGTH, readMark } from '../paper.ts'
import { defineRecord } from '../record.ts'

const signatureSchema = z.object({
  id: z.string(),
  /** Record id of the run that is signed. */
  run: z.string(),
  /** Who signed, as they say it themselves: a site manager need not be on the trust's list. */
  name: z.string().max(120),
  /** Role in words. */
  role: z.string().max(120).default(''),
  /** As `readMark` of `src/domain/paper.ts` reads it. */
  image: z
    .string()
    .max(MARK_LENGTH)
    .refine((text) => readMark(text) !== null),
  /** Whose device it was signed on. */
  by: z.string(),
  madeAt: z.number(),
  /** A signature is never changed: it is taken back, and given anew. */
  removedAt: z.number().nullable().default(null),
})
export type Signature = z.infer<typeof signatureSchema>

/** One signature under a run, beside it in its document. Made whole, once the person has signed. */
export const signatureRecord = defineRecord({ type: 'signature', schema: signatureSchema })

/** Signatures that stand under a run, the first given first. */
export const signaturesOf = (signatures: readonly Signature[], run: string): Signature[] =>
  signatures
    .filter((signature) => signature.run === run && signature.removedAt === null)
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
