import type { Journal, JournalRow } from './ports.ts'
import { rekeyedRows } from './rekeyed-rows.ts'
import type { Shelf, StorePorts } from './shelf.ts'
import { signRows } from './sign-rows.ts'

/** Rows that are to go to the relay once more, or from here for the first time. */
export function sendAgain(shelf: Shelf, journal: Journal, ports: StorePorts) {
  const { around, device, signer } = ports
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
        // What is carried for others stays as they signed it.
        const mine = open.filter(({ person }) => person === undefined)
        const rekeyed = rekeyedRows(mine, refused, around.random, writer.row)
        if (rekeyed.rows.length === 0) return null
        const rows = signer ? await signRows(rekeyed.rows, device, signer) : rekeyed.rows
        await journal.replace(
          rekeyed.old.map(({ n }) => n),
          rows,
        )
        announce(rows, rekeyed.old)
        made = rows.length
        return rekeyed.rekey
      })
      if (made > 0) await recount()
      return made
    },
  }
}

export type SendAgain = ReturnType<typeof sendAgain>
