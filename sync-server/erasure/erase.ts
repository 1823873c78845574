import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { blobOf, bytesOfBlob, type Db, emptyWal, hexOfBlob, transactor } from '../database.ts'
import { rowHashOf } from '../gate.ts'
import { NO_DEVICE } from '../log/clocks.ts'
import { Blanks, blanked } from './blank.ts'
import { type Range, takeOut, targetsIn, type Wanted } from './targets.ts'

/** One erasure as the ledger keeps it: what to take from where, and not a word of what it was. */
export interface Erasure {
  /** 32 hexadecimal digits, also the id of the row that takes it out of what can be read. */
  readonly id: string
  readonly doc: string
  readonly at: number
  /** Who had it erased. */
  readonly by: string
  readonly ranges: readonly Range[]
  /** The update that takes it out, base64; '' if nothing of it could be read. */
  readonly update: string
}

export type Erased =
  | { readonly kind: 'erased'; readonly erasure: Erasure; readonly rows: number }
  | { readonly kind: 'held'; readonly reason: string }
  | { readonly kind: 'not-found' }

interface Row {
  readonly pos: number
  readonly id: Buffer
  readonly hash: Buffer
  readonly bytes: Buffer
}

const hashOf = (doc: string, id: string, bytes: Uint8Array): Buffer =>
  blobOf(rowHashOf({ doc, id, bytes }))

const statements = (db: Db) => ({
  rows: db.prepare<[string], Row>(
    `select rows.pos, rows.id, hash, bytes from rows join docs on docs.id = rows.doc
     where docs.name = ? order by seq`,
  ),
  hold: db.prepare<[string], { reason: string }>('select reason from holds where doc = ?'),
  known: db.prepare<[string], unknown>('select 1 from erasures where id = ?'),
  note: db.prepare<[string, string, number], unknown>(
    'insert into erasures (id, doc, at) values (?, ?, ?)',
  ),
  range: db.prepare<[string, number, number, number], unknown>(
    'insert into erased (doc, client, since, until) values (?, ?, ?, ?)',
  ),
  oldRow: db.prepare<[Buffer, Buffer], unknown>(
    'insert or replace into erased_rows (id, hash) values (?, ?)',
  ),
  rewrite: db.prepare<[Buffer, Buffer, number], unknown>(
    'update rows set bytes = ?, hash = ?, signature = null where pos = ?',
  ),
  doc: db.prepare<[string], { id: number; head: number }>(
    'select id, head from docs where name = ?',
  ),
  add: db.prepare<
    [number, number, Buffer, string, Buffer, number, number, Buffer, Buffer],
    unknown
  >(
    `insert into rows (doc, seq, id, person, device, made_at, received_at, hash, bytes)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  moveDoc: db.prepare<[number, number | bigint, number], unknown>(
    'update docs set head = ?, pos = ? where id = ?',
  ),
  bind: db.prepare<[number, number, string, Buffer, number], unknown>(
    `insert or ignore into clients (doc, client, person, device, clock) values (?, ?, ?, ?, ?)`,
  ),
  snapshot: db.prepare<[string], unknown>('delete from snapshots where doc = ?'),
  aside: db.prepare<[string], { n: number; bytes: Buffer }>(
    'select n, bytes from quarantine where doc = ?',
  ),
  emptyAside: db.prepare<[number], unknown>(`update quarantine set bytes = x'' where n = ?`),
})

const NOBODY = Buffer.from(NO_DEVICE, 'hex')

/** Blanks it in every row that is kept, and puts the row that takes it out behind them. */
function apply(db: Db, erasure: Erasure, mentions: (bytes: Uint8Array) => boolean): number {
  const sql = statements(db)
  const { id, doc, at, by, ranges } = erasure
  const blanks = new Blanks(ranges)
  let changed = 0
  for (const row of sql.rows.all(doc)) {
    const bytes = blanked(bytesOfBlob(row.bytes), blanks)
    if (bytes === row.bytes || Buffer.compare(bytes, row.bytes) === 0) continue
    sql.oldRow.run(row.id, row.hash)
    sql.rewrite.run(blobOf(bytes), hashOf(doc, hexOfBlob(row.id), bytes), row.pos)
    changed += 1
  }
  for (const { client, from, to } of ranges) sql.range.run(doc, client, from, to)
  for (const { n, bytes } of sql.aside.all(doc))
    if (mentions(bytesOfBlob(bytes))) sql.emptyAside.run(n)
  sql.snapshot.run(doc)
  const known = sql.doc.get(doc)
  if (known && erasure.update !== '') {
    const bytes = new Uint8Array(Buffer.from(erasure.update, 'base64'))
    const key = Buffer.from(id, 'hex')
    const seq = known.head + 1
    const row = sql.add.run(
      known.id,
      seq,
      key,
      by,
      NOBODY,
      at,
      at,
      hashOf(doc, id, bytes),
      blobOf(bytes),
    )
    sql.moveDoc.run(seq, row.lastInsertRowid, known.id)
    for (const { id: own, length } of Y.decodeUpdate(bytes).structs)
      sql.bind.run(known.id, own.client, by, NOBODY, own.clock + length)
  }
  sql.note.run(id, doc, at)
  return changed
}

/** Nothing of what was changed stays in the file or beside it. */
function tidy(db: Db) {
  emptyWal(db)
  db.exec('vacuum')
  emptyWal(db)
}

const mentionsOf = (wanted: Wanted) => (bytes: Uint8Array) => {
  if ('everything' in wanted) return true
  const text = Buffer.from(bytes).toString('utf8').toLowerCase()
  return text.includes(('words' in wanted ? wanted.words : wanted.record).toLowerCase())
}

/**
 * Erases words or a record from a document for good: from every row, deleted text too, from
 * snapshots and from what was put aside. Row numbers, authors and times stay. Only while no relay
 * uses the folder. A document on legal hold is left as it is.
 * @param keep writes the ledger down, durably, before anything is changed
 */
export function erase(
  db: Db,
  doc: string,
  wanted: Wanted,
  who: { readonly by: string; readonly at: number },
  keep: (erasure: Erasure) => void,
): Erased {
  const sql = statements(db)
  const hold = sql.hold.get(doc)
  if (hold) return { kind: 'held', reason: hold.reason }
  const whole = new Y.Doc({ gc: false })
  whole.transact(() => {
    for (const { bytes } of sql.rows.all(doc)) Y.applyUpdate(whole, bytesOfBlob(bytes))
  })
  const ranges = targetsIn(whole, wanted)
  const mentions = mentionsOf(wanted)
  const aside = sql.aside.all(doc).some(({ bytes }) => mentions(bytesOfBlob(bytes)))
  if (ranges.length === 0 && !aside) return { kind: 'not-found' }
  const update = Buffer.from(takeOut(whole, wanted) ?? []).toString('base64')
  const erasure = { id: randomBytes(16).toString('hex'), doc, ...who, ranges, update }
  keep(erasure)
  db.pragma('secure_delete = ON')
  const rows = transactor(db)(() => apply(db, erasure, mentions))
  tidy(db)
  return { kind: 'erased', erasure, rows }
}

/** Does again what a restore from an older backup has undone. @returns how many were missing */
export function replay(db: Db, ledger: readonly Erasure[]): number {
  const sql = statements(db)
  const missing = ledger.filter(({ id }) => !sql.known.get(id))
  if (missing.length === 0) return 0
  db.pragma('secure_delete = ON')
  transactor(db)(() => {
    // What was put aside holds no place by which to tell it; the words themselves are not kept.
    for (const erasure of missing) apply(db, erasure, () => true)
  })
  tidy(db)
  return missing.length
}
