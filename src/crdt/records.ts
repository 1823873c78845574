import * as Y from 'yjs'
import type { RawRecord, RecordType } from '../domain/record.ts'
import { isRegisterKey, readRegister, sayRegister } from './register.ts'
import { changeText } from './text.ts'

/*
 * Records lie in one Y.Map, each a Y.Map under an id made by chance on the device.
 * Never under a natural key: two devices that create the same key offline lose one whole record.
 */
export const RECORDS_ROOT = 'records'

export const recordsOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap(RECORDS_ROOT)

/** Who says a choice and when; needed for fields that keep every device's value. */
export interface Author {
  readonly device: string
  /** Milliseconds since 1970 by the device's clock. */
  readonly at: number
}

export type Fields = Readonly<Record<string, unknown>>

function writeField(
  record: Y.Map<unknown>,
  type: RecordType<unknown>,
  field: string,
  value: unknown,
  author: Author,
) {
  if (type.texts.includes(field)) {
    const text = record.get(field)
    if (text instanceof Y.Text) changeText(text, String(value))
    else record.set(field, new Y.Text(String(value)))
  } else if (type.choices.includes(field)) {
    const heads = readRegister(record, field)
    if (heads.length !== 1 || heads[0]?.value !== value)
      sayRegister(record, field, { value, ...author })
  } else if (JSON.stringify(record.get(field)) !== JSON.stringify(value)) {
    record.set(field, value)
  }
}

/** Makes a record. `id` must come from `newRecordId`. */
export function createRecord(
  doc: Y.Doc,
  type: RecordType<unknown>,
  id: string,
  fields: Fields,
  author: Author,
) {
  doc.transact(() => {
    const record = new Y.Map<unknown>()
    recordsOf(doc).set(id, record)
    record.set('type', type.type)
    record.set('v', type.version)
    for (const [field, value] of Object.entries(fields))
      writeField(record, type, field, value, author)
  })
}

/**
 * Changes the given fields and no others.
 * @returns false if the record is missing or was written by a newer app: then nothing is touched
 */
export function changeRecord(
  doc: Y.Doc,
  type: RecordType<unknown>,
  id: string,
  fields: Fields,
  author: Author,
): boolean {
  const record = recordsOf(doc).get(id)
  if (!(record instanceof Y.Map)) return false
  const written = record.get('v')
  if (typeof written === 'number' && written > type.version) return false
  doc.transact(() => {
    if (written !== type.version) record.set('v', type.version)
    for (const [field, value] of Object.entries(fields))
      writeField(record, type, field, value, author)
  })
  return true
}

/** A record as plain values, on an object without a prototype; unknown fields are kept. */
export function rawRecord(id: string, record: Y.Map<unknown>): RawRecord {
  const raw: Record<string, unknown> = Object.create(null)
  const registers = new Set<string>()
  for (const [key, value] of record.entries()) {
    if (isRegisterKey(key)) registers.add(key.slice(0, key.indexOf('\u0000')))
    else if (value instanceof Y.Text) raw[key] = value.toString()
    else if (!(value instanceof Y.AbstractType)) raw[key] = value
  }
  for (const field of registers) raw[field] = readRegister(record, field)
  raw['id'] = id
  return raw
}

export function rawRecords(doc: Y.Doc): RawRecord[] {
  const raws: RawRecord[] = []
  for (const [id, record] of recordsOf(doc).entries())
    if (record instanceof Y.Map) raws.push(rawRecord(id, record))
  return raws.sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))
}

/** Ids of the records that a transaction changed. */
export function changedRecords(doc: Y.Doc, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) {
  const root = recordsOf(doc)
  const ids = new Set<string>()
  for (const event of events) {
    if (event.target === root) for (const key of event.changes.keys.keys()) ids.add(key)
    else if (typeof event.path[0] === 'string') ids.add(event.path[0])
  }
  return ids
}
