import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { isoDate } from '../../src/domain/ids.ts'
import { classRecord } from '../../src/domain/qla/classes.ts'
import { openDatabase } from '../database.ts'
import { writeOnce } from '../demo/write.ts'
import { sqliteLog } from '../log/sqlite.ts'
import { dueBy } from './due.ts'

it('C53 class lists and marks go a year after the end of their school year, or when the trust says', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-due-'))
  const db = openDatabase(path.join(folder, 'relay.db'))
  const log = sqliteLog(db)
  const names = ['class/900001/2025-26/p12-1', 'qla/900001/2025-26/s1', 'checks/900001/2025-26']
  for (const name of names)
    await writeOnce(log, name, 1, (add) => {
      add(classRecord, { name: '6 Kestrels', yearGroup: 6, by: 'p12', madeAt: 1 })
    })
  const due = (day: string, settings = {}) =>
    dueBy(db, isoDate(day), settings).map(({ doc, due: on }) => [doc, on])
  expect(due('2027-08-30')).toEqual([])
  expect(due('2027-08-31')).toEqual([
    ['class/900001/2025-26/p12-1', '2027-08-31'],
    ['qla/900001/2025-26/s1', '2027-08-31'],
  ])
  expect(due('2026-09-30', { qla: 30 })).toEqual([['qla/900001/2025-26/s1', '2026-09-30']])
  db.close()
  rmSync(folder, { recursive: true, force: true })
})
