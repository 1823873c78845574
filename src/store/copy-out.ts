import { z } from 'zod'
import { bytesOfHex, hexOf } from '../domain/ids.ts'
import { err, ok, type Result } from '../domain/result.ts'
import { rowIsWhole } from '../crdt/hash.ts'
import { base64 } from './base64.ts'
import type { JournalRow } from './ports.ts'
import type { Carried } from './carry.ts'

const copySchema = z.object({
  format: z.literal('corridor-copy'),
  version: z.number(),
  person: z.string(),
  name: z.string(),
  madeAt: z.number(),
  rows: z.array(
    z.object({
      id: z.string().regex(/^[0-9a-f]{32}$/),
      doc: z.string(),
      device: z.string().regex(/^[0-9a-f]{32}$/),
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      madeAt: z.number(),
      bytes: z.base64(),
      /** Not in copies from before rows were signed. */
      signature: z
        .string()
        .regex(/^[0-9a-f]{128}$/)
        .optional(),
    }),
  ),
})

export type CopyFault = 'not-a-copy' | 'newer' | { readonly otherPerson: string }

/** The text of a file with rows that are not yet safe at the trust. */
export function copyOut(
  who: { person: string; name: string },
  rows: readonly JournalRow[],
  madeAt: number,
): string {
  const copy: z.infer<typeof copySchema> = {
    format: 'corridor-copy',
    version: 1,
    ...who,
    madeAt,
    rows: rows.map(({ id, doc, device, hash, bytes, signature, madeAt: at }) => ({
      id,
      doc,
      device,
      hash: hexOf(hash),
      madeAt: at,
      bytes: base64.encode(bytes),
      ...(signature && { signature: hexOf(signature) }),
    })),
  }
  return JSON.stringify(copy, null, 1)
}

/**
 * Reads such a file. Rows whose bytes do not match their hash are counted, not brought in.
 * @param person who is signed in: nobody brings in another person's work
 */
export function copyIn(
  text: string,
  person: string,
): Result<{ rows: Carried[]; damaged: number }, CopyFault> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err('not-a-copy')
  }
  const parsed = copySchema.safeParse(json)
  if (!parsed.success) return err('not-a-copy')
  if (parsed.data.version > 1) return err('newer')
  if (parsed.data.person !== person) return err({ otherPerson: parsed.data.name })
  const rows = parsed.data.rows.map((row) => ({
    ...row,
    hash: bytesOfHex(row.hash),
    bytes: base64.decode(row.bytes),
    signature: row.signature === undefined ? null : bytesOfHex(row.signature),
  }))
  const whole = rows.filter(rowIsWhole)
  return ok({ rows: whole, damaged: rows.length - whole.length })
}
