import Dexie, { type Table } from 'dexie'
import type { DeviceState } from '../domain/wire/messages.ts'
import type {
  DecisionKeys,
  IndexKeys,
  JournalKeys,
  MetaKeys,
  PhotoKeys,
  ProposalKeys,
} from './ports.ts'
import { plainRows, type RowSeals } from './vault/row-seals.ts'

export type { StoredProposal } from './ports.ts'

/**
 * One person's database on this device. Nobody else's work is ever in it. Its rows are typed by
 * what can be read of them as they lie; `rows` opens the rest.
 */
export class CorridorDatabase extends Dexie {
  #shut = false
  #rows: RowSeals

  declare readonly journal: Table<JournalKeys, number>
  declare readonly index: Table<IndexKeys, [string, string]>
  declare readonly decisions: Table<DecisionKeys, number>
  declare readonly proposals: Table<ProposalKeys, string>
  declare readonly devices: Table<DeviceState, string>
  declare readonly meta: Table<MetaKeys, string>
  /** How the key to all other tables is kept; `VaultRecord` in `vault/record.ts`. */
  declare readonly vault: Table<{ key: string; value: unknown }, string>
  /** The device's own key pair: the browser keeps its private half from everybody, this app too. */
  declare readonly keys: Table<{ key: string; pair: CryptoKeyPair }, string>
  /** What the journal must not lose sight of when rows go; names and numbers, never words. */
  declare readonly marks: Table<{ key: string; value: number }, string>
  /** Photos beside the documents that speak of them. */
  declare readonly photos: Table<PhotoKeys, [string, string]>
  /** Room on the disk that photos leave to words; `photos/reserve.ts`. */
  declare readonly reserve: Table<{ key: string; filling: Uint8Array }, string>
  /** @param rows without it rows are read and written as they lie: by the vault itself, and by tests */
  constructor(person: string, rows: RowSeals = plainRows) {
    super(`corridor-${person}`, { chromeTransactionDurability: 'strict' })
    this.#rows = rows
    this.version(1).stores({
      journal: 'n, [state+doc]',
      index: '[doc+id], [type+doc+at]',
      decisions: 'seq, subject',
      proposals: 'id, subject',
      devices: 'device, person',
      meta: 'key',
    })
    // Rows of version 1 lie plain. An upgrade cannot wait for a cipher: the vault seals them when it is made.
    this.version(2).stores({ vault: 'key' })
    this.version(3).stores({ keys: 'key', marks: 'key' })
    this.version(4).stores({ photos: '[doc+sha256], [state+at], sha256', reserve: 'key' })
  }

  /** Opens and seals the rows of this database. */
  get rows(): RowSeals {
    return this.#rows
  }

  /** The vault whose record was read here is open now: from here on rows are read and written with its key. */
  sealWith(rows: RowSeals) {
    this.#rows = rows
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
