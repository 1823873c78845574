import { rowIsWhole } from '../crdt/hash.ts'
import type { CarriedRow } from '../domain/wire/carried.ts'
import type { Journal, JournalRow, RowState, Signer } from './ports.ts'
import type { Shelf } from './shelf.ts'
import { isOwn, signRows } from './sign-rows.ts'

/** A row from elsewhere: a copy of one's own work, or with a person, what is carried for somebody else. */
export type Carried = Omit<JournalRow, 'n' | 'state' | 'reason' | 'person'> & {
  readonly person?: string
}

const EVERY: readonly RowState[] = ['unsent', 'safe', 'refused', 'replaced']
const WORTH: readonly RowState[] = ['unsent', 'safe', 'refused']

/** Rows that leave this device by another way than its line, and rows that came to it so. */
export function carry(shelf: Shelf, journal: Journal, device: string, signer: Signer | null) {
  const { room, writer, recount, announce } = shelf

  const taken = ({ person, ...row }: Carried): JournalRow => {
    const { id, doc, hash, madeAt, bytes, signature } = row
    const own = { id, doc, device: row.device, hash, madeAt, bytes, signature }
    const fresh = { ...writer.row(row), ...own }
    return person === undefined || person === signer?.person ? fresh : { ...fresh, person }
  }

  const show = async (name: string, rows: readonly JournalRow[]) => {
    try {
      await (await room(name)).bringIn(rows.filter((row) => row.doc === name))
    } catch {
      // They are in the journal, and the next opening reads them from there.
    }
  }

  const takeIn = async (carried: readonly Carried[], reads: (doc: string) => boolean) => {
    const known = new Set((await journal.rows(EVERY)).map((row) => row.id))
    const fresh = new Map(carried.map((row) => [row.id, row]))
    const rows = [...fresh.values()]
      .filter((row) => !known.has(row.id) && rowIsWhole(row))
      .map(taken)
    await journal.write(rows, [])
    // Before they are shown: a store that fails at that must not keep them from being sent.
    announce(rows)
    await recount()
    for (const name of new Set(rows.map((row) => row.doc))) if (reads(name)) await show(name, rows)
    return rows.length
  }
  let before: Promise<unknown> = Promise.resolve()

  return {
    /** This device's own rows of some documents, for a file, a code or another tablet; sent ones too. */
    async rowsOf(docs: readonly string[]): Promise<CarriedRow[]> {
      if (!signer) return []
      await Promise.all([...shelf.rooms.values()].map((each) => each.flush()))
      const found = await Promise.all(docs.map((doc) => journal.rows(WORTH, doc)))
      const own = found.flat().filter((row) => isOwn(row, device))
      const signed = await signRows(own, device, signer)
      return signed.flatMap(({ id, doc, hash, madeAt, bytes, signature }) =>
        signature
          ? [{ id, doc, device, hash, madeAt, bytes, signature, person: signer.person }]
          : [],
      )
    },

    /**
     * Takes in rows, to be sent on under the device and signature that they came with. They keep
     * their ids, so any order, and twice, is as good as once. Only the relay knows the keys: what
     * is forged is refused there, and says so.
     * @param reads whether this person may read a document; others are sent on unread
     * @returns how many were new
     */
    carryIn(
      carried: readonly Carried[],
      reads: (doc: string) => boolean = () => true,
    ): Promise<number> {
      // One after the other: two at once would each find the same rows new.
      const turn = before.then(() => takeIn(carried, reads))
      before = turn.catch(() => undefined)
      return turn
    },

    /** Signs what an older app, or one that had no key yet, left unsigned. */
    async signOpen(): Promise<void> {
      const open = await journal.rows(['unsent', 'refused'])
      const unsigned = open.filter((row) => !row.signature && isOwn(row, device))
      if (!signer || unsigned.length === 0) return
      const signed = await signRows(unsigned, device, signer)
      await journal.replace([], signed)
    },

    /** Rows as they may leave this device. */
    signed: (rows: readonly JournalRow[]) => signRows(rows, device, signer),
  }
}
