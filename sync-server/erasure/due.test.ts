import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { isoDate } from '../../src/domain/ids.ts'
import { classRecord } from '../../src/domain/qla/classes.ts'
import { openDatabase } from '../database.ts'
import { writeOnce } from '../demo/write.ts'
import { sqliteLog } from '../log/sqlite.ts'
import { repOwnerRecord } from '../../src/domain/rep/progress.ts'
import { chained } from '../decisions/chain.ts'
import { sqliteDecisions } from '../decisions/sqlite.ts'
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

it('C53 a rapid enhancement plan and the work on it go seven years after its end, never while it runs', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'corridor-due-rep-'))
  const db = openDatabase(path.join(folder, 'relay.db'))
  const log = sqliteLog(db)
  for (const name of ['rep/pond-1', 'rep-work/pond-1', 'rep/pond-2', 'rep-work/pond-2'])
    await writeOnce(log, name, 1, (add) => {
      add(repOwnerRecord, { item: 'a', to: 'p03', by: 'p02', madeAt: 1 })
    })
  const decisions = sqliteDecisions(db)
  const decided = async (subject: string, to: string, day: string) => {
    const receivedAt = Date.parse(`${day}T12:00:00Z`)
    const said = { machine: 'rep', subject, from: 'issued', to, reason: null, madeAt: 1 }
    const made = { by: 'p01', role: 'CEO', device: '', receivedAt }
    const id = String(receivedAt + subject.length + to.length).padStart(32, '0')
    await decisions.add(chained({ id, ...said, ...made }, await decisions.last()))
  }
  await decided('rep/pond-1', 'ended', '2026-12-18')
  await decided('rep/pond-2', 'w6-reviewed', '2026-12-18')
  const due = (day: string) => dueBy(db, isoDate(day), {}).map(({ doc, due: on }) => [doc, on])
  expect(due('2033-12-15')).toEqual([])
  expect(due('2040-01-01')).toEqual([
    ['rep-work/pond-1', '2033-12-16'],
    ['rep/pond-1', '2033-12-16'],
  ])
  db.close()
  rmSync(folder, { recursive: true, force: true })
})
