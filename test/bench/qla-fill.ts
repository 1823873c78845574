import { createHash } from 'node:crypto'
import path from 'node:path'
import * as Y from 'yjs'
import { marksOf } from '../../src/crdt/marks.ts'
import { createRecord } from '../../src/crdt/records.ts'
import { documentName } from '../../src/domain/documents.ts'
import { newRecordId, urn } from '../../src/domain/ids.ts'
import { sittingRefRecord } from '../../src/domain/qla/classes.ts'
import {
  shortKeys,
  sittingItemRecord,
  sittingPupilRecord,
  sittingRecord,
} from '../../src/domain/qla/sitting.ts'
import type { RecordType } from '../../src/domain/record.ts'
import { openDatabase } from '../../sync-server/database.ts'
import { around, Tablet } from './tablet.ts'
import { tokenOf } from './world.ts'

/** A subject lead of the demonstration. */
export const MARKER = 'p23'
const SCHOOL = urn('900001')
const CLASS = 'bench'
const SITTING = `${CLASS}-paper`

export interface Cohort {
  readonly pupils: number
  readonly questions: number
  /** Pupils at the end of the list whose papers are still to be typed. */
  readonly toType: number
  /** School year of the lists, e.g. 2026-27. */
  readonly year: string
}

export const enterPath = ({ year }: Cohort): string => `/qla/${SCHOOL}/${year}/${SITTING}/enter`

const newId = () => newRecordId(around.now(), around.random(16))

/** Lets a tablet of the bench in as the marker, beside whatever devices sign in by themselves. */
function signIn(dataDir: string) {
  const db = openDatabase(path.join(dataDir, 'corridor.sqlite'))
  const id = createHash('sha256').update(tokenOf(MARKER)).digest('hex')
  const now = Date.now()
  db.prepare(
    'insert or ignore into sessions (id, person, made_at, seen_at) values (?, ?, ?, ?)',
  ).run(id, MARKER, now, now)
  db.close()
}

/** Connects a tablet, lets it write and waits until all of it is on the relay's disk. */
async function written(port: number, name: string, write: (tablet: Tablet) => void) {
  const tablet = new Tablet({ port, person: MARKER, name })
  tablet.connect()
  await tablet.settled()
  write(tablet)
  await tablet.settled()
  await tablet.close()
  if (tablet.faults.length > 0) throw new Error(tablet.faults.join())
  return tablet.doc
}

/** A cohort and its paper with all marks in but the last pupils'. @returns the document's bytes */
export async function fillSitting(dataDir: string, port: number, cohort: Cohort): Promise<number> {
  const { pupils, questions, toType, year } = cohort
  signIn(dataDir)
  const at = { urn: SCHOOL, year }
  const stamp = { by: MARKER, madeAt: 0 }
  const doc = await written(port, documentName({ kind: 'qla', ...at, sitting: SITTING }), (on) => {
    const author = { device: on.device, at: 0 }
    const create = (type: RecordType<unknown>, fields: object) =>
      createRecord(on.doc, type, newId(), { ...fields, ...stamp }, author)
    create(sittingRecord, { paperName: 'Cohort paper', className: 'Cohort', on: '2026-11-16' })
    const items = shortKeys(questions)
    items.forEach((key, n) =>
      create(sittingItemRecord, { key, n, q: String(n + 1), max: 1 + (n % 4), code: `A${n % 9}` }),
    )
    const keys = shortKeys(pupils)
    keys.forEach((key, n) =>
      create(sittingPupilRecord, { key, n, localId: key, first: 'Pupil', last: `Number ${n + 1}` }),
    )
    const marks = marksOf(on.doc, 'marks')
    // A paper at a time, as people type them; another hand for each question asked in turn.
    keys.slice(0, -toType).forEach((pupil, n) =>
      on.doc.transact(() => {
        for (const [q, item] of items.entries())
          marks.set(
            `${pupil}|${item}|hand${n % 4}`,
            (n + q) % 7 === 0 ? '.' : (n * q) % (2 + (q % 4)),
          )
      }),
    )
  })
  await written(port, documentName({ kind: 'class', ...at, class: CLASS }), (on) =>
    createRecord(
      on.doc,
      sittingRefRecord,
      newId(),
      { sitting: SITTING, paperName: 'Cohort paper', ...stamp },
      { device: on.device, at: 0 },
    ),
  )
  return Y.encodeStateAsUpdate(doc).length
}
