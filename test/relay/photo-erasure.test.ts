import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from '../../src/crdt/inspect.ts'
import { createRecord } from '../../src/crdt/records.ts'
import { photoRecord } from '../../src/domain/photos/photo.ts'
import { openDatabase } from '../../sync-server/database.ts'
import { erase } from '../../sync-server/erasure/erase.ts'
import { sqliteLog } from '../../sync-server/log/sqlite.ts'
import { fileIn, photoStore } from '../../sync-server/photos/store.ts'
import { dropUnspoken } from '../../sync-server/photos/unspoken.ts'
import { deviceOf, rowOf } from './rows.ts'

const CHECKS = 'checks/900001/2026-27'
const OTHER = 'checks/900002/2026-27'
const [ONE, TWO] = ['a'.repeat(64), 'b'.repeat(64)]

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

it('T33 a photo goes with its record, and the file with the last document that it belongs to', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-photo-erasure-'))
  folders.push(folder)
  const db = openDatabase(path.join(folder, 'corridor.sqlite'))
  const store = photoStore(db, folder)
  const doc = new Y.Doc()
  for (const [id, sha256] of [
    ['p1', ONE],
    ['p2', TWO],
  ] as const)
    createRecord(doc, photoRecord, id, { sha256, of: 'd1', by: 'p09' }, { device: 'd', at: 1 })
  const bytes = Y.encodeStateAsUpdate(doc)
  const facts = inspectUpdate(bytes)
  if (!facts.ok) throw new Error(facts.error)
  const row = rowOf(CHECKS, bytes, { device: deviceOf('0') })
  await sqliteLog(db).append([{ ...row, person: 'p09', receivedAt: 1, facts: facts.value }])
  const taken = { person: 'p09', at: 1, bytes: 3, width: 1, height: 1 }
  const picture = Uint8Array.from([1, 2, 3])
  for (const [sha256, name] of [
    [ONE, CHECKS],
    [TWO, CHECKS],
    [TWO, OTHER],
  ] as const)
    await store.add({ ...taken, sha256, doc: name, picture })

  expect(dropUnspoken(db, folder, CHECKS)).toBe(0)
  erase(db, CHECKS, { record: 'p1' }, { by: 'p01', at: 2 }, () => undefined)
  expect(dropUnspoken(db, folder, CHECKS)).toBe(1)
  expect([existsSync(fileIn(folder, ONE)), existsSync(fileIn(folder, TWO))]).toEqual([false, true])
  erase(db, CHECKS, { everything: true }, { by: 'p01', at: 3 }, () => undefined)
  expect(dropUnspoken(db, folder, CHECKS)).toBe(1)
  expect(store.receipt(TWO, CHECKS)).toBeNull()
  expect(store.receipt(TWO, OTHER)).not.toBeNull()
  expect(existsSync(fileIn(folder, TWO))).toBe(true)
  db.close()
})
