import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { inspectUpdate } from '../../src/crdt/inspect.ts'
import { changeRecord, createRecord } from '../../src/crdt/records.ts'
import { dslRouteRecord, noteRecord } from '../../src/domain/peer-review/note.ts'
import { sqliteAccounts } from '../../sync-server/accounts/sqlite.ts'
import { openDatabase } from '../../sync-server/database.ts'
import { chained } from '../../sync-server/decisions/chain.ts'
import { sqliteDecisions } from '../../sync-server/decisions/sqlite.ts'
import { sqliteLog } from '../../sync-server/log/sqlite.ts'
import { subjectPage } from '../../sync-server/subject/page.ts'
import { searchSubject } from '../../sync-server/subject/search.ts'
import { deviceOf, nextId, rowOf } from './rows.ts'
import { held } from './world.ts'

const NAME = 'Tabitha Quince'
const author = { device: deviceOf('a'), at: 1 }

async function trustWithHer() {
  const db = openDatabase(':memory:')
  const accounts = sqliteAccounts(db)
  const log = sqliteLog(db)
  for (const [id, name] of [
    ['p50', NAME],
    ['p51', 'Osbert Finch'],
  ] as const)
    accounts.people.add({ id, name, job: 'Teacher', urn: null }, [held('Teacher', '900001')])
  accounts.meet(deviceOf('5'), 'p50', { journalHigh: 3, app: '' }, 1)
  accounts.devices.flush()
  accounts.people.putReview({
    id: 'r1',
    urn: '900001',
    date: '2026-11-24',
    lead: 'p51',
    reviewers: ['p50'],
    blindFirst: false,
    revealed: false,
  })
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (bytes: Uint8Array) => updates.push(bytes))
  const note = (id: string, text: string, more = {}) =>
    createRecord(doc, noteRecord, id, { by: 'p51', madeAt: 1, text, ...more }, author)
  note('current', `Osbert Finch said that ${NAME} read aloud.`)
  note('value', 'In the hall.', { place: `Beside ${NAME}` })
  note('deleted', `At first ${NAME} waited.`)
  changeRecord(doc, noteRecord, 'deleted', { text: 'At first somebody waited.' }, author)
  createRecord(doc, dslRouteRecord, 'route', { by: 'p51', madeAt: 1, to: NAME }, author)
  const rows = updates.map((bytes) => rowOf('review/r1/notes/p51', bytes))
  const entries = rows.map((row) => {
    const facts = inspectUpdate(row.bytes)
    if (!facts.ok) throw new Error(facts.error)
    return { ...row, person: 'p51', receivedAt: 2, facts: facts.value }
  })
  await log.append(entries)
  const [first] = rows
  if (!first) throw new Error('Nothing typed')
  await log.quarantine([
    { ...rowOf('review/r9', first.bytes), person: 'p51', receivedAt: 3, reason: 'not-allowed' },
  ])
  const decisions = sqliteDecisions(db)
  const decision = {
    id: nextId(),
    machine: 'peer-review',
    subject: 'review/r1',
    from: 'a',
    to: 'b',
  }
  const made = { reason: `${NAME} is away`, madeAt: 1, by: 'p51', role: 'Head', device: '' }
  await decisions.add(chained({ ...decision, ...made, receivedAt: 2 }, null))
  return db
}

it('T32 finds one person wherever they stand, deleted and put aside too, and covers the others', async () => {
  const report = searchSubject(await trustWithHer(), NAME, 5)
  expect(report.person).toBe('p50')
  const places = report.found.map(({ place, kind, type }) => `${place}: ${kind} ${type}`.trim())
  expect(places.sort()).toEqual([
    'accounts: entry',
    'decisions: entry',
    'devices: entry',
    'documents: deleted text',
    'documents: text note',
    'documents: text note',
    'documents: withheld dsl-route',
    'put aside: entry',
    'reviews: entry',
  ])
  const words = JSON.stringify(report.found)
  expect(words).toContain(`[another person] said that ${NAME} read aloud.`)
  expect(words).not.toContain('Osbert')
  expect(report.searched).toMatchObject({ documents: 1, 'put aside': 1, decisions: 1, accounts: 2 })
  expect(searchSubject(await trustWithHer(), 'Nobody Atall', 5).found).toEqual([])
})

it('T32 is a page of words and no more, whatever somebody is called', async () => {
  const db = await trustWithHer()
  const name = '<img src=x onerror=alert(1)>'
  db.prepare('update people set name = ? where id = ?').run(name, 'p50')
  const page = subjectPage(searchSubject(db, name, Date.UTC(2026, 10, 24)))
  expect(page).not.toContain('<img')
  expect(page).toContain('Made on 24 November 2026.')
})
