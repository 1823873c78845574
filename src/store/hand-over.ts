import { printOfRows } from '../crdt/rows-print.ts'
import { rowHash } from '../crdt/hash.ts'
import { leadsHost, onTeam } from '../domain/access/held.ts'
import { type AccessFacts, reviewOf } from '../domain/access/facts.ts'
import { parseDocumentName } from '../domain/documents.ts'
import { type Bundle, packBundle } from '../domain/hand-over/bundle.ts'
import { parseReceipt, type Receipt, receiptText } from '../domain/hand-over/receipt.ts'
import { err, ok, type Result } from '../domain/result.ts'
import type { CorridorDatabase } from './db.ts'
import type { Documents } from './documents.ts'
import { durably } from './durable.ts'
import type { JournalRow, MetaKeys, RowState } from './ports.ts'

/** A receipt that lies on this device only, until the trust has confirmed it. */
export interface LocalReceipt {
  readonly doc: string
  /** Whose notes. */
  readonly name: string
  readonly receipt: Receipt
  /** By this device's clock, milliseconds since 1970. */
  readonly at: number
}

export interface HandOverStore {
  readonly db: CorridorDatabase
  readonly documents: Documents
}

/** Given by the head for what this device held. */
const GIVEN = 'handed/'
/** Given here, as the head, for what another device held. */
const TAKEN = 'received/'

const STILL_HERE: readonly RowState[] = ['safe', 'unsent', 'refused']

/** This device's own rows of a document. */
async function ownRows({ documents }: HandOverStore, doc: string): Promise<JournalRow[]> {
  const rows = await documents.journal.rows(STILL_HERE, doc)
  return rows.filter(({ device }) => device === documents.device)
}

/** Notes of a document that its owner sees. */
export const countNotes = (db: CorridorDatabase, doc: string): Promise<number> =>
  durably(db, () =>
    db.index
      .where('[type+doc+at]')
      .between(['note', doc, -Infinity], ['note', doc, Infinity])
      .toArray(),
  )
    .then((rows) => db.rows.index.open(rows))
    .then((rows) => rows.filter(({ data }) => !data['removedAt']).length)

/** What this device holds of a notes document, as the receipt for it would say. */
export async function receiptFor(
  store: HandOverStore,
  doc: string,
  { way, to }: Pick<Receipt, 'way' | 'to'>,
): Promise<Receipt> {
  const rows = await ownRows(store, doc)
  return {
    device: store.documents.device,
    notes: await countNotes(store.db, doc),
    rows: rows.length,
    print: printOfRows(rows.map(({ hash }) => hash)),
    way,
    to,
  }
}

/** Rows of a document that the relay does not have in its log. */
export const notAtTrust = async ({ documents }: HandOverStore, doc: string): Promise<number> =>
  (await documents.journal.rows(['unsent', 'refused'], doc)).length

/** Everything this device holds of my notes, to be carried to the head's device. */
export async function bundleOf(
  store: HandOverStore,
  me: AccessFacts,
  doc: string,
): Promise<Uint8Array> {
  await store.documents.flush()
  const rows = await store.documents.signed(await ownRows(store, doc))
  return packBundle({
    doc,
    person: me.person,
    name: me.name,
    device: store.documents.device,
    notes: await countNotes(store.db, doc),
    print: printOfRows(rows.map(({ hash }) => hash)),
    rows: rows.map(({ id, device, madeAt, bytes, signature }) => ({
      id,
      device,
      madeAt,
      bytes,
      signature,
    })),
  })
}

export type TakeFault = 'not-yours' | 'damaged'

/**
 * The head's device takes in what a reviewer's device held. Twice, or in any order, it comes to the same.
 * @returns the receipt to give back
 */
export async function takeBundle(
  store: HandOverStore,
  me: AccessFacts,
  bundle: Bundle,
  now: number,
): Promise<Result<LocalReceipt, TakeFault>> {
  const { doc, person, device } = bundle
  const ref = parseDocumentName(doc)
  const review = ref.ok && ref.value.kind === 'notes' ? reviewOf(me, ref.value.review) : undefined
  const theirs = ref.ok && ref.value.kind === 'notes' && ref.value.person === person
  if (!review || !theirs || !leadsHost(me, review) || !onTeam(review, ref.value.person))
    return err('not-yours')
  const rows = bundle.rows.map(({ id, device: by, madeAt, bytes, signature }) => ({
    id,
    doc,
    person,
    signature,
    device: by,
    madeAt,
    bytes,
    hash: rowHash({ id, doc, bytes }),
  }))
  const own = rows.every((row) => row.device === device)
  if (!own || printOfRows(rows.map(({ hash }) => hash)) !== bundle.print) return err('damaged')
  await store.documents.carryIn(rows)
  const receipt: Receipt = {
    device,
    notes: bundle.notes,
    rows: rows.length,
    print: bundle.print,
    way: 'local transfer',
    to: me.person,
  }
  const key = `${TAKEN}${doc}/${device}/${bundle.print}`
  const known = await read(store.db, key)
  const given: LocalReceipt = known ?? { doc, name: bundle.name, receipt, at: now }
  await write(store.db, key, given)
  return ok(given)
}

const isLocal = (value: unknown): value is LocalReceipt =>
  typeof value === 'object' && value !== null && 'receipt' in value && 'doc' in value

const read = (db: CorridorDatabase, key: string): Promise<LocalReceipt | null> =>
  opened(
    db,
    durably(db, () => db.meta.where('key').equals(key).toArray()),
  ).then(([found = null]) => found)

const readAll = (db: CorridorDatabase, start: string): Promise<LocalReceipt[]> =>
  opened(
    db,
    durably(db, () => db.meta.where('key').startsWith(start).toArray()),
  )

async function opened(db: CorridorDatabase, lying: Promise<MetaKeys[]>): Promise<LocalReceipt[]> {
  const rows = await db.rows.meta.open(await lying)
  return rows.flatMap(({ value }) => (isLocal(value) ? [value] : []))
}

async function write(db: CorridorDatabase, key: string, value: LocalReceipt) {
  const sealed = await db.rows.meta.seal([{ key, value }])
  await durably(db, () => db.meta.bulkPut(sealed))
}

/** Receipts that the head's device gave to this one with no network. */
export const givenReceipts = (db: CorridorDatabase): Promise<LocalReceipt[]> => readAll(db, GIVEN)
export const givenReceipt = (db: CorridorDatabase, doc: string) => read(db, GIVEN + doc)
/** Receipts that this device gave, as the head's. */
export const takenReceipts = (db: CorridorDatabase): Promise<LocalReceipt[]> => readAll(db, TAKEN)

const SAID = 'corridor-receipt 1 '

/** A receipt on its way back to the reviewer's device, as one line of text. */
export const receiptLine = ({ doc, receipt }: LocalReceipt): string =>
  `${SAID}${doc} ${receiptText(receipt)}`

export type ReceiptFault = 'not-a-receipt' | 'another' | 'not-the-same'

/**
 * Takes the head's receipt in. Only for exactly what lies here: then it may go.
 * @returns what was kept
 */
export async function keepReceipt(
  store: HandOverStore,
  me: AccessFacts,
  mine: string,
  line: string,
  now: number,
): Promise<Result<LocalReceipt, ReceiptFault>> {
  const text = line.trim()
  const [doc = '', ...rest] = text.startsWith(SAID) ? text.slice(SAID.length).split(' ') : []
  const receipt = parseReceipt(rest.join(' '))
  if (!receipt) return err('not-a-receipt')
  if (doc !== mine || receipt.device !== store.documents.device) return err('another')
  await store.documents.flush()
  const here = await receiptFor(store, doc, receipt)
  if (here.rows !== receipt.rows || here.print !== receipt.print) return err('not-the-same')
  const kept: LocalReceipt = { doc, name: me.name, receipt, at: now }
  await write(store.db, GIVEN + doc, kept)
  return ok(kept)
}
