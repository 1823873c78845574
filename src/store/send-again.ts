import { rowIsWhole } from '../crdt/hash.ts'
import type { Journal, JournalRow, RowState, Surroundings } from './ports.ts'
import { rekeyedRows } from './rekeyed-rows.ts'
import type { Shelf } from './shelf.ts'

export type Carried = Omit<JournalRow, 'n' | 'state' | 'reason'>

const EVERY: readonly RowState[] = ['unsent', 'safe', 'refused', 'replaced']

/** Rows that are to go to the relay once more, or from here for the first time. */
export function sendAgain(shelf: Shelf, journal: Journal, around: Surroundings) {
  const { room, writer, recount, announce } = shelf
  const makeUnsent = async (rows: readonly JournalRow[]) => {
    await journal.settle(rows.map(({ n }) => ({ n, state: 'unsent', reason: null })))
    await recount()
  }
  return {
    /** The relay may have lost what it acknowledged, so everything is sent again. */
    unsettle: async () => makeUnsent(await journal.rows(['safe'])),

    /** The person asks for refused rows to be sent once more. */
    async sendRefusedAgain() {
      const refused = await journal.rows(['refused'])
      await makeUnsent(refused)
      announce(refused.map((row) => ({ ...row, state: 'unsent', reason: null })))
    },

    /**
     * Gives rows whose clientID is taken a new one and makes the document again from them.
     * @returns how many rows were made
     */
    async rekey(name: string, refused: readonly number[]): Promise<number> {
      const target = await room(name)
      let made = 0
      await target.moveClients(async () => {
        const open = await journal.rows(['unsent', 'refused'], name)
        const rekeyed = rekeyedRows(open, refused, around.random, writer.row)
        if (rekeyed.rows.length === 0) return null
        await journal.replace(
          rekeyed.old.map(({ n }) => n),
          rekeyed.rows,
        )
        announce(rekeyed.rows, rekeyed.old)
        made = rekeyed.rows.length
        return rekeyed.rekey
      })
      if (made > 0) await recount()
      return made
    },

    /**
     * Rows carried in by a copy. They keep their ids, so bringing them twice changes nothing.
     * @returns how many were new
     */
    async carryIn(carried: readonly Carried[]): Promise<number> {
      const known = new Set((await journal.rows(EVERY)).map((row) => row.id))
      const rows = carried
        .filter((row) => !known.has(row.id) && rowIsWhole(row))
        .map((row) => ({ ...writer.row(row), ...row }))
      await journal.write(rows, [])
      for (const name of new Set(rows.map((row) => row.doc)))
        await (await room(name)).bringIn(rows.filter((row) => row.doc === name))
      await recount()
      announce(rows)
      return rows.length
    },
  }
}
