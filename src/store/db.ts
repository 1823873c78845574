import Dexie, { type Table } from 'dexie'
import type { Decision, Proposal } from '../domain/decisions.ts'
import type { DeviceState } from '../domain/wire/messages.ts'
import type { IndexRow, JournalRow } from './ports.ts'

export interface MetaRow {
  readonly key: string
  readonly value: unknown
}

export interface StoredProposal extends Proposal {
  /** Why the relay said no, or null while it has not answered. */
  readonly declined: string | null
}

/** One person's database on this device. Nobody else's work is ever in it. */
export class CorridorDatabase extends Dexie {
  #shut = false

  declare readonly journal: Table<JournalRow, number>
  declare readonly index: Table<IndexRow, [string, string]>
  declare readonly decisions: Table<Decision, number>
  declare readonly proposals: Table<StoredProposal, string>
  declare readonly devices: Table<DeviceState, string>
  declare readonly meta: Table<MetaRow, string>

  constructor(person: string) {
    super(`corridor-${person}`, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      journal: 'n, [state+doc]',
      index: '[doc+id], [type+doc+at]',
      decisions: 'seq, subject',
      proposals: 'id, subject',
      devices: 'device, person',
      meta: 'key',
    })
  }

  /** Closes it for good: whatever still runs cannot bring a deleted database back. */
  shut() {
    this.#shut = true
    this.close({ disableAutoOpen: true })
  }

  override open() {
    if (this.#shut) return Dexie.Promise.reject(new Dexie.DatabaseClosedError('shut'))
    return super.open()
  }
}
