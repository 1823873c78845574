import { createHash } from 'node:crypto'
import type { Fields } from '../../../src/crdt/records.ts'
import { type DocumentName, documentName, type DocumentRef } from '../../../src/domain/documents.ts'
import { newRecordId, type RecordId, urn as asUrn } from '../../../src/domain/ids.ts'
import type { RecordType } from '../../../src/domain/record.ts'

/** One record of the demonstration, as somebody would have written it. */
export interface Entry {
  readonly doc: DocumentName
  readonly type: RecordType<unknown>
  readonly id: RecordId
  /** Milliseconds since 1970: when it was made, and when its choices were said. */
  readonly at: number
  readonly fields: Fields
}

/** Who wrote a record, and when. */
export interface Hand {
  readonly by: string
  readonly at: number
}

/** Year of the ids of what belongs to no year. */
export const ALWAYS = '2019-20'

/** The same id at each start within a school year: records of several documents point at each other. */
export const idOf = (year: string, key: string): RecordId =>
  newRecordId(
    Date.parse(`${year.slice(0, 4)}-09-01T00:00:00Z`),
    createHash('sha256').update(`${year} ${key}`).digest(),
  )

export type Write = (key: string, type: RecordType<unknown>, hand: Hand, fields: Fields) => Entry

/** Writes into one document. @param year school year that the ids belong to */
export const writeInto =
  (ref: DocumentRef, year: string): Write =>
  (key, type, { by, at }, fields) => ({
    doc: documentName(ref),
    type,
    id: idOf(year, key),
    at,
    fields: { ...fields, by, madeAt: at },
  })

/** A document of a school and a year. */
export const ofSchool = (
  kind: 'school' | 'checks' | 'scr' | 'walks',
  urn: string,
  year: string,
): DocumentRef => ({ kind, urn: asUrn(urn), year })

/** An entry as the app reads it. @throws where its fields do not fit its schema */
export function asRead<T>(type: RecordType<T>, { id, at, fields }: Entry): T {
  const said = Object.entries(fields).map(([field, value]) => [
    field,
    type.choices.includes(field) ? [{ value, device: 'relay', at }] : value,
  ])
  const read = type.read({ ...Object.fromEntries(said), type: type.type, v: type.version, id })
  if (!read.ok) throw new Error(`${type.type} ${id}: ${JSON.stringify(read.error)}`)
  return read.value
}
