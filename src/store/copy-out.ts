import { z } from 'zod'
import { bytesOfHex, hexOf } from '../domain/ids.ts'
import { err, ok, type Result } from '../domain/result.ts'
import { rowIsWhole } from '../crdt/hash.ts'
import { inspectUpdate } from '../crdt/inspect.ts'
import { LIMITS } from '../domain/refusals.ts'
import { base64 } from './base64.ts'
import type { JournalRow } from './ports.ts'
import type { Carried } from './carry.ts'

/** Far beyond a day's unsent work; a file beyond it would only fill the memory. */
const LARGEST = { characters: 32 * 1024 * 1024, rows: 50_000 }
const LONGEST_ROW = Math.ceil(LIMITS.updateBytes / 3) * 4

/** What the relay's gate would refuse must not be read here first. */
function isPoisoned(bytes: Uint8Array): boolean {
  const facts = inspectUpdate(bytes)
  return !facts.ok && facts.error === 'forbidden-key'
}

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
      bytes: z.base64().max(LONGEST_ROW),
      /** Not in copies from before rows were signed. */
      signature: z
        .string()
        .regex(/^[0-9a-f]{128}$/)
        .optional(),
    }),
  ),
})

export type CopyFault = 'not-a-copy' | 'newer' | 'too-large' | { readonly otherPerson: string }

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
  if (text.length > LARGEST.characters) return err('too-large')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err('not-a-copy')
  }
  const parsed = copySchema.safeParse(json)
  if (!parsed.success) return err('not-a-copy')
  if (parsed.data.version > 1) return err('newer')
  if (parsed.data.rows.length > LARGEST.rows) return err('too-large')
  if (parsed.data.person !== person) return err({ otherPerson: parsed.data.name })
  const rows = parsed.data.rows.map((row) => ({
    ...row,
    hash: bytesOfHex(row.hash),
    bytes: base64.decode(row.bytes),
    signature: row.signature === undefined ? null : bytesOfHex(row.signature),
  }))
  const whole = rows.filter((row) => rowIsWhole(row) && !isPoisoned(row.bytes))
  return ok({ rows: whole, damaged: rows.length - whole.length })
}
