import { signedBytes } from '../domain/wire/signed-row.ts'
import type { JournalRow, Signer } from './ports.ts'

/** Whether this device wrote the row, for the person whose journal it is in. */
export const isOwn = (row: Pick<JournalRow, 'device' | 'person'>, device: string): boolean =>
  row.device === device && row.person === undefined

/**
 * The same rows, with this device's signature on those of its own that have none. Never rejects:
 * a row that could not be signed is a row all the same, and goes over this device's own line.
 */
export function signRows(
  rows: readonly JournalRow[],
  device: string,
  signer: Signer | null,
): Promise<JournalRow[]> {
  const sign = async (row: JournalRow): Promise<JournalRow> => {
    if (!signer || row.signature || !isOwn(row, device)) return row
    try {
      return { ...row, signature: await signer.sign(signedBytes(signer.person, row)) }
    } catch {
      return row
    }
  }
  return Promise.all(rows.map(sign))
}
