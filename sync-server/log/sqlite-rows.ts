import type { Refusal } from '../../src/domain/refusals.ts'
import { bytesOfBlob, type Db, hexOfBlob } from '../database.ts'
import type { Bound } from './clocks.ts'
import type { Quarantined, StoredRow } from './port.ts'

interface PushColumns {
  readonly id: Buffer
  readonly person: string
  readonly device: Buffer
  readonly madeAt: number
  readonly receivedAt: number
  readonly hash: Buffer
  readonly bytes: Buffer
  readonly signature: Buffer | null
}
interface RowColumns extends PushColumns {
  readonly seq: number
}
interface AsideColumns extends PushColumns {
  readonly doc: string
  readonly reason: string
}
interface ClientColumns {
  readonly person: string
  readonly device: Buffer
  readonly clock: number
}

export const boundOf = (found: ClientColumns | undefined): Bound | undefined =>
  found && { person: found.person, device: hexOfBlob(found.device), clock: found.clock }

const pushRow = (row: PushColumns) => ({
  id: hexOfBlob(row.id),
  person: row.person,
  device: hexOfBlob(row.device),
  madeAt: row.madeAt,
  receivedAt: row.receivedAt,
  hash: bytesOfBlob(row.hash),
  bytes: bytesOfBlob(row.bytes),
  signature: row.signature && bytesOfBlob(row.signature),
})

export const logRowOf = (doc: string, row: RowColumns): StoredRow => ({
  ...pushRow(row),
  doc,
  seq: row.seq,
})

export const asideOf = (row: AsideColumns): Quarantined => ({
  ...pushRow(row),
  doc: row.doc,
  reason: row.reason as Refusal,
})

const COLUMNS =
  'id, person, device, made_at as madeAt, received_at as receivedAt, hash, bytes, signature'

const preparer =
  (db: Db) =>
  <P extends unknown[], R>(text: string) =>
    db.prepare<P, R>(text)

function rowStatements(db: Db) {
  const get = preparer(db)
  return {
    rowById: get<[Buffer], { hash: Buffer; seq: number }>(
      'select hash, seq from rows where id = ?',
    ),
    rowToErase: get<[Buffer], { doc: string; person: string; device: Buffer; bytes: Buffer }>(
      `select name as doc, person, device, bytes from rows join docs on docs.id = rows.doc
       where rows.id = ?`,
    ),
    eraseRow: get<[Buffer, Buffer, Buffer | null, Buffer], unknown>(
      'update rows set hash = ?, bytes = ?, signature = ? where id = ?',
    ),
    docByName: get<[string], { id: number; head: number; sealed: number }>(
      'select id, head, sealed from docs where name = ?',
    ),
    client: get<[number, number], ClientColumns>(
      'select person, device, clock from clients where doc = ? and client = ?',
    ),
    addDoc: get<[string], unknown>('insert into docs (name, head, pos) values (?, 0, 0)'),
    addRow: get<
      [number, number, Buffer, string, Buffer, number, number, Buffer, Buffer, Buffer | null],
      unknown
    >(
      `insert into rows (doc, seq, id, person, device, made_at, received_at, hash, bytes, signature)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    moveDoc: get<[number, number | bigint, number], unknown>(
      'update docs set head = ?, pos = ? where id = ?',
    ),
    bind: get<[number, number, string, Buffer, number], unknown>(
      `insert into clients (doc, client, person, device, clock) values (?, ?, ?, ?, ?)
       on conflict (doc, client) do update set clock = excluded.clock`,
    ),
    unbind: get<[Buffer, number, number], unknown>(
      'update clients set device = ? where doc = ? and client = ?',
    ),
    rowsAfter: get<[string, number, number], RowColumns>(
      `select seq, ${COLUMNS} from rows
       where doc = (select docs.id from docs where name = ?) and seq > ? order by seq limit ?`,
    ),
    changedSince: get<[number], { doc: string; head: number }>(
      'select name as doc, head from docs where pos > ? order by pos',
    ),
    position: get<[], { pos: number | null }>('select max(pos) as pos from rows'),
    seal: get<[string], unknown>(
      `insert into docs (name, head, pos, sealed) values (?, 0, 0, 1)
       on conflict (name) do update set sealed = 1`,
    ),
    meta: get<[string], { value: string }>('select value from meta where key = ?'),
    setMeta: get<[string, string], unknown>(
      `insert into meta (key, value) values (?, ?)
       on conflict (key) do update set value = excluded.value`,
    ),
  }
}

function otherStatements(db: Db) {
  const get = preparer(db)
  return {
    // A row that was damaged on its way may come again whole; then the whole one is worth keeping.
    putAside: get<
      [Buffer, string, Buffer, string, Buffer, number, number, string, Buffer, Buffer | null],
      unknown
    >(
      `insert into quarantine
         (id, person, hash, doc, device, made_at, received_at, reason, bytes, signature)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (id, person, hash) do update set doc = excluded.doc, reason = excluded.reason,
         bytes = excluded.bytes, received_at = excluded.received_at,
         signature = excluded.signature
       where quarantine.reason = 'damaged'`,
    ),
    erased: get<[string, number], { client: number; from: number; to: number }>(
      'select client, since as "from", until as "to" from erased where doc = ? and client = ?',
    ),
    erasedRow: get<[Buffer], { hash: Buffer }>('select hash from erased_rows where id = ?'),
    keepErasedRow: get<[Buffer, Buffer], unknown>(
      'insert or replace into erased_rows (id, hash) values (?, ?)',
    ),
    unaside: get<[Buffer, string, Buffer], unknown>(
      'delete from quarantine where id = ? and person = ? and hash = ?',
    ),
    allAside: get<[], AsideColumns>(`select doc, reason, ${COLUMNS} from quarantine order by n`),
    asideOfDoc: get<[string], AsideColumns>(
      `select doc, reason, ${COLUMNS} from quarantine where doc = ? order by n`,
    ),
    snapshot: get<[string], { seq: number; hash: Buffer; digest: string; bytes: Buffer }>(
      'select seq, hash, digest, bytes from snapshots where doc = ?',
    ),
    dropSnapshot: get<[string], unknown>('delete from snapshots where doc = ?'),
    saveSnapshot: get<[string, number, Buffer, string, Buffer], unknown>(
      `insert into snapshots (doc, seq, hash, digest, bytes) values (?, ?, ?, ?, ?)
       on conflict (doc) do update set seq = excluded.seq, hash = excluded.hash,
         digest = excluded.digest, bytes = excluded.bytes
       where excluded.seq >= snapshots.seq`,
    ),
  }
}

export const statements = (db: Db) => ({ ...rowStatements(db), ...otherStatements(db) })
