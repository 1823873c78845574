import { eraseFromUpdate, type Ranges } from '../crdt/erase.ts'
import { rowHash } from '../crdt/hash.ts'
import type { Journal, JournalRow, RowState, Signer } from './ports.ts'
import type { Shelf } from './shelf.ts'
import { signRows } from './sign-rows.ts'

const EVERY: readonly RowState[] = ['unsent', 'safe', 'refused', 'replaced', 'damaged']
/** Rows that the relay may have: it is sent them once more, and keeps them without the words. */
const SENT: readonly RowState[] = ['unsent', 'safe']

function withoutWords(row: JournalRow, ranges: Ranges): JournalRow[] {
  if (row.state === 'damaged') return []
  const bytes = eraseFromUpdate(row.bytes, ranges)
  if (bytes === null) return []
  const state = SENT.includes(row.state) ? 'unsent' : row.state
  return [{ ...row, bytes, hash: rowHash({ ...row, bytes }), state, reason: null, signature: null }]
}

/** Taking back what should never have been written down. */
export function erasing(
  shelf: Shelf,
  journal: Journal,
  { device, signer }: { readonly device: string; readonly signer: Signer | null },
) {
  return {
    /**
     * Erases a record of this device's own and every word that was ever in it: from the document, its
     * cache and index, and from the rows of the journal. Rows that were sent go once more, under their
     * ids, without the words, and the relay keeps them like that (L22).
     */
    async erase(name: string, record: string): Promise<void> {
      const target = await shelf.room(name)
      const ranges = await target.erase(record)
      const rows = await journal.rows(EVERY, name)
      const blank = await signRows(
        rows.flatMap((row) => withoutWords(row, ranges)),
        device,
        signer,
      )
      // Told first: an answer to what was sent before must not be taken for one to these.
      shelf.announce(blank.filter(({ state }) => state === 'unsent'))
      await journal.replace([], blank)
      await target.forget()
      await shelf.recount()
    },
  }
}
