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
    outbox.removeDocument(doc)
    const made = await documents.rekey(doc, refused)
    status.set({ rekeyed: status.get().rekeyed + made })
    await follow(doc)
  }

  return {
    async acked(message: Ack) {
      const rows = message.rows.flatMap(({ id, doc, seq }) => {
        const row = outbox.row(id)
        return row && row.doc === doc ? [{ n: row.n, doc, seq }] : []
      })
      await documents.acknowledged(rows)
      for (const { id } of message.rows) outbox.remove(id)
      ports.pump()
      ports.digests.soon()
    },

    async refused(message: Refused) {
      const rows = message.rows.flatMap(({ id, reason }) => {
        const row = outbox.row(id)
        return row ? [{ n: row.n, doc: row.doc, reason }] : []
      })
      await documents.refused(rows)
      for (const { id } of message.rows) outbox.remove(id)
      for (const doc of new Set(rows.map((row) => row.doc))) {
        const taken = rows.filter((r) => r.doc === doc && CURED_BY_REKEY.includes(r.reason))
        if (taken.length > 0)
          await takeNewClientIds(
            doc,
            taken.map(({ n }) => n),
          )
      }
    },
  }
}
