import { decodeAny, encodeAny } from 'lib0/buffer'
import type { Decision } from '../../domain/decisions.ts'
import type {
  DecisionKeys,
  IndexKeys,
  IndexRow,
  JournalKeys,
  JournalRow,
  MetaKeys,
  MetaRow,
  PhotoKeys,
  PhotoRow,
  ProposalKeys,
  StoredProposal,
} from '../ports.ts'
import { rememberIndex } from './remember-index.ts'
import { isSealed, type RowSeal, type SealedPart } from './sealed-part.ts'
import type { Place, Sealer } from './sealer.ts'

export interface RowSeals {
  readonly journal: RowSeal<JournalRow, JournalKeys>
  readonly index: RowSeal<IndexRow, IndexKeys>
  readonly decisions: RowSeal<Decision, DecisionKeys>
  readonly proposals: RowSeal<StoredProposal, ProposalKeys>
  readonly meta: RowSeal<MetaRow, MetaKeys>
  readonly photos: RowSeal<PhotoRow, PhotoKeys>
}

interface Kind<Row, Key extends keyof Row> {
  /** Fields that stay readable. */
  readonly clear: readonly Key[]
  readonly place: (keys: Pick<Row, Key>) => Place
  /** What stands for a row that cannot be opened; null leaves it out. */
  readonly damaged: (keys: Pick<Row, Key>) => Row | null
}

const part = (row: object, wanted: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(row).filter(([key]) => wanted(key)))

/** Whatever fields a row has or will have: all that are not named as clear go under the seal. */
function sealRows<Row extends object, Key extends keyof Row & string>(
  sealer: Sealer,
  { clear, place, damaged }: Kind<Row, Key>,
): RowSeal<Row, Pick<Row, Key>> {
  const names: readonly string[] = clear
  const keysOf = (row: object) => part(row, (key) => names.includes(key)) as Pick<Row, Key>
  const sealOne = async (row: Row): Promise<Pick<Row, Key> & SealedPart> => {
    const keys = keysOf(row)
    const secret = encodeAny(part(row, (key) => !names.includes(key)))
    return { ...keys, sealed: await sealer.seal(place(keys), secret) }
  }
  const openOne = async (row: Pick<Row, Key>): Promise<Row | null> => {
    const keys = keysOf(row)
    const secret = isSealed(row) ? await sealer.open(place(keys), row.sealed) : null
    return secret ? ({ ...keys, ...decodeAny(secret) } as Row) : damaged(keys)
  }
  return {
    seal: (rows) => Promise.all(rows.map(sealOne)),
    open: async (rows) => (await Promise.all(rows.map(openOne))).flatMap((row) => row ?? []),
  }
}

const HASH_BYTES = 32
/** Its hash cannot be right: whoever reads it takes it for a row whose bytes have rotted. */
const damagedRow = (keys: JournalKeys): JournalRow => ({
  ...keys,
  device: '',
  hash: new Uint8Array(HASH_BYTES),
  madeAt: 0,
  bytes: new Uint8Array(0),
  signature: null,
})

/** The rows of a person's database as they lie under a key. */
export const sealedRows = (sealer: Sealer): RowSeals => ({
  journal: sealRows<JournalRow, keyof JournalKeys>(sealer, {
    clear: ['n', 'id', 'doc', 'state', 'reason'],
    place: ({ doc, n }) => ({ store: 'journal', doc, id: n }),
    damaged: damagedRow,
  }),
  index: rememberIndex(
    sealRows<IndexRow, keyof IndexKeys>(sealer, {
      clear: ['doc', 'id', 'type', 'at'],
      place: ({ doc, id }) => ({ store: 'index', doc, id }),
      // A record without fields: lists count it as one that cannot be read.
      damaged: (keys) => ({ ...keys, data: {} }),
    }),
  ),
  decisions: sealRows<Decision, keyof DecisionKeys>(sealer, {
    clear: ['seq', 'id', 'subject'],
    place: ({ seq, subject }) => ({ store: 'decisions', doc: subject, id: seq }),
    damaged: () => null,
  }),
  proposals: sealRows<StoredProposal, keyof ProposalKeys>(sealer, {
    clear: ['id', 'subject', 'declined'],
    place: ({ id, subject }) => ({ store: 'proposals', doc: subject, id }),
    damaged: () => null,
  }),
  meta: sealRows<MetaRow, keyof MetaKeys>(sealer, {
    clear: ['key'],
    place: ({ key }) => ({ store: 'meta', doc: '', id: key }),
    damaged: () => null,
  }),
  photos: sealRows<PhotoRow, keyof PhotoKeys>(sealer, {
    clear: ['doc', 'sha256', 'state', 'at', 'size', 'upload', 'reason'],
    place: ({ doc, sha256 }) => ({ store: 'photos', doc, id: sha256 }),
    damaged: () => null,
  }),
})

const asTheyLie = <Row extends Keys, Keys>(): RowSeal<Row, Keys> => ({
  seal: (rows) => Promise.resolve(rows),
  open: (rows) => Promise.resolve(rows as readonly Row[]),
})

/** Rows as they lay before there was a vault. */
export const plainRows: RowSeals = {
  journal: asTheyLie(),
  index: asTheyLie(),
  decisions: asTheyLie(),
  proposals: asTheyLie(),
  meta: asTheyLie(),
  photos: asTheyLie(),
}
