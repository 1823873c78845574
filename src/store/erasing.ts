import { eraseFromUpdate, type Ranges } from '../crdt/erase.ts'
import { rowHash } from '../crdt/hash.ts'
import type { Journal, JournalRow, RowState } from './ports.ts'
import type { Shelf } from './shelf.ts'

const EVERY: readonly RowState[] = ['unsent', 'safe', 'refused', 'replaced', 'damaged']
/** Rows that the relay may have: it is sent them once more, and keeps them without the words. */
const SENT: readonly RowState[] = ['unsent', 'safe']

function withoutWords(row: JournalRow, ranges: Ranges): JournalRow[] {
  if (row.state === 'damaged') return []
  const bytes = eraseFromUpdate(row.bytes, ranges)
  if (bytes === null) return []
  const state = SENT.includes(row.state) ? 'unsent' : row.state
  return [{ ...row, bytes, hash: rowHash({ ...row, bytes }), state, reason: null }]
}

/** Taking back what should never have been written down. */
export function erasing(shelf: Shelf, journal: Journal) {
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
      const blank = rows.flatMap((row) => withoutWords(row, ranges))
      // Told first: an answer to what was sent before must not be taken for one to these.
      shelf.announce(blank.filter(({ state }) => state === 'unsent'))
      await journal.replace([], blank)
      await target.forget()
      await shelf.recount()
    },
  }
}
