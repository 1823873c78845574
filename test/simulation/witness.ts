import { decodeRelayMessage } from '../../src/domain/wire/frames.ts'
import type { SimNetwork } from './network.ts'
import type { Finding, Plan } from './plan.ts'
import { notesOf } from './editor.ts'

/** Watches the wire: what reached whom. */
export class Witness {
  readonly findings: Finding[] = []
  readonly acked = new Set<string>()
  /** Rows that the intruder sent. */
  readonly forged = new Set<string>()
  readonly #plan: Plan

  constructor(plan: Plan, network: SimNetwork) {
    this.#plan = plan
    network.onDelivered = (person, frame) => this.delivered(person, frame)
  }

  delivered(person: string, frame: Uint8Array) {
    const message = decodeRelayMessage(frame)
    if (!message.ok) return
    if (message.value.type === 'ack') for (const { id } of message.value.rows) this.acked.add(id)
    if (message.value.type !== 'updates' && message.value.type !== 'snapshot') return
    const { doc } = message.value
    if (this.#plan.blindFirst && doc.includes('/notes/') && doc !== notesOf(person))
      this.findings.push({
        promise: 'no byte to the wrong person',
        detail: `${doc} reached ${person}`,
      })
  }
}
