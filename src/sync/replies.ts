import type { Refusal } from '../domain/refusals.ts'
import type { RelayMessage } from '../domain/wire/messages.ts'
import type { ExchangePorts } from './exchange-ports.ts'

/** Refusals that a new clientID cures: this storage, or its clientID, exists twice. */
const CURED_BY_REKEY: readonly Refusal[] = ['clock-taken', 'client-taken']

type Ack = Extract<RelayMessage, { type: 'ack' }>
type Refused = Extract<RelayMessage, { type: 'refused' }>

/** The relay's answers to rows of this device. */
export function createReplies(ports: ExchangePorts, follow: (doc: string) => Promise<void>) {
  const { documents, outbox, status } = ports

  const takeNewClientIds = async (doc: string, refused: readonly number[]) => {
    const made = await documents.rekey(doc, refused)
    status.set({ rekeyed: status.get().rekeyed + made })
    await follow(doc)
  }

  const cureEach = async (rows: readonly { n: number; doc: string; reason: Refusal | null }[]) => {
    const taken = rows.filter(({ reason }) => reason !== null && CURED_BY_REKEY.includes(reason))
    for (const doc of new Set(taken.map((row) => row.doc)))
      await takeNewClientIds(
        doc,
        taken.filter((row) => row.doc === doc).map(({ n }) => n),
      )
  }

  return {
    /** Cures what an earlier line left uncured, because storage failed then or the app was killed. */
    cureLeft: async () => cureEach(await documents.journal.rows(['refused'])),

    async acked(message: Ack) {
      const rows = message.rows.flatMap(({ id, doc, seq }) => {
        const row = outbox.answered(id)
        return row && row.doc === doc ? [{ n: row.n, doc, seq, row }] : []
      })
      await documents.acknowledged(rows)
      for (const { row } of rows) outbox.remove(row.id, row)
      ports.pump()
      ports.digests.soon()
    },

    async refused(message: Refused) {
      const rows = message.rows.flatMap(({ id, reason }) => {
        const row = outbox.answered(id)
        return row ? [{ n: row.n, doc: row.doc, reason, row }] : []
      })
      await documents.refused(rows)
      for (const { row } of rows) outbox.remove(row.id, row)
      await cureEach(rows)
    },
  }
}
