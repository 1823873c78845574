import path from 'node:path'
import * as Y from 'yjs'
import { inspectUpdate } from '../../src/crdt/inspect.ts'
import { createRecord } from '../../src/crdt/records.ts'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import { type Db, openDatabase } from '../../sync-server/database.ts'
import { sqliteLog } from '../../sync-server/log/sqlite.ts'
import { searchSubject } from '../../sync-server/subject/search.ts'
import { deviceOf, rowOf } from '../relay/rows.ts'
import { inFreshFolder, keep, type Options } from './report.ts'

const NAME = 'Tabitha Quince'
const DOCS = 50
/** Every so many records are about the person who is looked for. */
const EVERY = 1_000

async function fill(db: Db, perDoc: number) {
  const log = sqliteLog(db)
  for (let d = 0; d < DOCS; d++) {
    const name = `review/r${d}/notes/p04`
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (bytes: Uint8Array) => updates.push(bytes))
    for (let i = 0; i < perDoc; i++) {
      const who = (d * perDoc + i) % EVERY === 0 ? NAME : 'a pupil'
      const text = `Year ${i % 7}: ${who} named the next step from the working wall, ${i} of ${perDoc}.`
      createRecord(doc, noteRecord, `n${i}`, { by: 'p04', madeAt: i, text }, { device: 'd', at: i })
    }
    const entries = updates.map((bytes) => {
      const facts = inspectUpdate(bytes)
      if (!facts.ok) throw new Error(facts.error)
      const row = rowOf(name, bytes, { device: deviceOf('a') })
      return { ...row, person: 'p04', receivedAt: 1, facts: facts.value }
    })
    await log.append(entries)
  }
}

/** How long it takes to find one person in all that a trust keeps (T32: under 60 s). */
export async function runSubject(_bundle: unknown, { small, rounds }: Options): Promise<void> {
  const records = small ? 5_000 : 100_000
  await inFreshFolder(async (dir) => {
    const db = openDatabase(path.join(dir, 'corridor.sqlite'))
    await fill(db, records / DOCS)
    for (let round = 0; round < rounds; round++) {
      const started = performance.now()
      const { found } = searchSubject(db, NAME, 1)
      const ms = Math.round(performance.now() - started)
      if (found.length !== records / EVERY) throw new Error(`Found ${found.length}`)
      keep('subject', { records, found: found.length, ms })
      console.log(`subject: ${found.length} found in ${records} records, ${ms} ms`)
    }
    db.close()
  })
}
