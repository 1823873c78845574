import { z } from 'zod'
import { err, ok, type Result } from '../../domain/result.ts'
import { base64 } from '../base64.ts'
import type { CopyFault } from '../copy-out.ts'
import type { CorridorDatabase } from '../db.ts'
import { durably } from '../durable.ts'
import type { JournalKeys, JournalRow } from '../ports.ts'
import { type VaultRecord, vaultRecordSchema } from './record.ts'
import { type RowSeals, sealedRows } from './row-seals.ts'
import { isSealed } from './sealed-part.ts'
import { aesSealer } from './sealer.ts'
import { waysIn } from './vault.ts'
import type { Way } from './ways.ts'
import { unwrapKey } from './wrap.ts'

const FORMAT = 'corridor-sealed-copy'

const sealedCopySchema = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  person: z.string(),
  madeAt: z.number(),
  /** The wrapped key, without any wrapping that lies open. */
  vault: vaultRecordSchema,
  rows: z.array(z.object({ n: z.number(), id: z.string(), doc: z.string(), sealed: z.base64() })),
})
export type SealedCopy = z.infer<typeof sealedCopySchema>

/** The text of a file that opens only with a passphrase or passkey of the device it comes from. */
export function sealedCopy(
  person: string,
  record: VaultRecord,
  rows: readonly JournalKeys[],
  madeAt: number,
): string {
  const copy: SealedCopy = {
    format: FORMAT,
    version: 1,
    person,
    madeAt,
    vault: { ...record, wrappings: [...waysIn(record)] },
    rows: rows.flatMap((row) =>
      isSealed(row)
        ? [{ n: row.n, id: row.id, doc: row.doc, sealed: base64.encode(row.sealed) }]
        : [],
    ),
  }
  return JSON.stringify(copy, null, 1)
}

/** What of a person's work is nowhere but on this device, as it lies: no key is needed to carry it out. */
export const unsentAsItLies = (db: CorridorDatabase): Promise<readonly JournalKeys[]> =>
  durably(db, async () => {
    const lists = await Promise.all(
      (['unsent', 'refused'] as const).map((state) =>
        db.journal.where('[state+doc]').between([state, ''], [state, '\uffff']).toArray(),
      ),
    )
    return lists.flat()
  })

/** Reads such a file; null if it is another kind of file. */
export function readSealedCopy(text: string, person: string): Result<SealedCopy, CopyFault> | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  if (!z.object({ format: z.literal(FORMAT) }).safeParse(json).success) return null
  const parsed = sealedCopySchema.safeParse(json)
  if (!parsed.success) return err('not-a-copy')
  if (parsed.data.version > 1) return err('newer')
  if (parsed.data.person !== person) return err({ otherPerson: parsed.data.vault.name })
  return ok(parsed.data)
}

const rowsOf = async ({ rows }: SealedCopy, seals: RowSeals): Promise<readonly JournalRow[]> =>
  seals.journal.open(
    rows.map(({ sealed, ...keys }) => ({
      ...keys,
      state: 'unsent' as const,
      reason: null,
      sealed: base64.decode(sealed),
    })),
  )

const noChance = (): never => {
  throw new Error('Nothing is sealed under the key of a copy')
}

/**
 * Its rows, opened. One that is damaged is there too: its hash does not match.
 * @param own the vault of this device, tried first; then the way
 * @returns null if neither opens it
 */
export async function openSealedCopy(
  copy: SealedCopy,
  own: { record: VaultRecord; rows: RowSeals } | null,
  way: Way | null,
): Promise<readonly JournalRow[] | null> {
  if (own?.record.id === copy.vault.id) return rowsOf(copy, own.rows)
  if (!way) return null
  for (const wrapping of waysIn(copy.vault)) {
    const key = await unwrapKey(wrapping, way, copy.vault.id)
    if (key) return rowsOf(copy, sealedRows(aesSealer(() => key, noChance)))
  }
  return null
}
