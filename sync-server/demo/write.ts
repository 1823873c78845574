import { randomBytes } from 'node:crypto'
import * as Y from 'yjs'
import { inspectUpdate } from '../../src/crdt/inspect.ts'
import { createRecord, type Fields } from '../../src/crdt/records.ts'
import { newRecordId, type RecordId } from '../../src/domain/ids.ts'
import type { RecordType } from '../../src/domain/record.ts'
import { rowHashOf } from '../gate.ts'
import type { DocumentLog } from '../log/port.ts'

/** Who the relay's own rows are by. Nobody can sign in as this. */
export const RELAY = { person: 'relay', device: '0'.repeat(32) }

export type Add = (type: RecordType<unknown>, fields: Fields) => RecordId

/** Writes a new document through the log like any other row; one that is there already is left alone. */
export async function writeOnce(
  log: DocumentLog,
  name: string,
  now: number,
  fill: (add: Add, addAs: AddAs) => void,
): Promise<void> {
  if ((await log.head(name)) > 0) return
  await writeOwn(log, name, now, (addAs) =>
    fill((type, fields) => addAs(newRecordId(now, randomBytes(16)), type, fields), addAs),
  )
}

/** @param at when its choices were said, milliseconds since 1970; now if left out */
export type AddAs = (
  id: RecordId,
  type: RecordType<unknown>,
  fields: Fields,
  at?: number,
) => RecordId

/** Adds a row of the relay's own to a document. @returns its number */
export async function writeOwn(
  log: DocumentLog,
  name: string,
  now: number,
  fill: (add: AddAs, doc: Y.Doc) => void,
): Promise<number> {
  const doc = new Y.Doc()
  doc.transact(() =>
    fill((id, type, fields, at = now) => {
      createRecord(doc, type, id, fields, { device: RELAY.device, at })
      return id
    }, doc),
  )
  const bytes = Y.encodeStateAsUpdate(doc)
  const facts = inspectUpdate(bytes)
  if (!facts.ok) throw new Error(`The relay wrote a bad update: ${facts.error}`)
  const id = randomBytes(16).toString('hex')
  const row = { id, doc: name, device: RELAY.device, madeAt: now, bytes, hash: new Uint8Array() }
  const own = { signature: null, person: RELAY.person, receivedAt: now }
  const entry = { ...row, ...own, hash: rowHashOf(row) }
  const [stored] = await log.append([{ ...entry, facts: facts.value }])
  if (stored?.kind !== 'stored') throw new Error(`The relay's row was not stored: ${stored?.kind}`)
  return stored.seq
}
