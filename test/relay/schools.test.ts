import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { rawRecords } from '../../src/crdt/records.ts'
import { schoolRecord } from '../../src/domain/trust.ts'
import { memoryLog } from '../../sync-server/log/memory.ts'
import { createTrustList } from '../../sync-server/trust-list.ts'
import { faultOf, openOffice } from './office.ts'

const teasel = {
  urn: '990044',
  name: 'Teasel Lane Primary School',
  phase: 'Primary',
  laestab: '9992044',
  ukprn: '10999944',
  capacity: 210,
  roll: 201,
  ageLow: 4,
  ageHigh: 11,
  status: 'Open',
}

it('schools of the register are brought in once, with what it tells of them, by administrators only', async () => {
  const { browser, accounts, clock } = openOffice()
  const ask = (person: string | null, school: object) =>
    browser(person).ask('POST', '/api/schools', { schools: [school] })
  expect(faultOf(await ask('p03', teasel))).toEqual([403, 'not-allowed'])
  expect(faultOf(await ask('p11', { ...teasel, urn: '99' }))).toEqual([400, 'malformed'])
  expect((await ask('p11', teasel)).body).toEqual({ added: 1 })
  expect((await ask('p11', { ...teasel, roll: 199 })).body).toEqual({ added: 0 })
  expect(accounts.trust.schools().filter(({ urn }) => urn === teasel.urn)).toHaveLength(1)

  const log = memoryLog()
  const wrote = () => undefined
  const bring = createTrustList({ log, trust: accounts.trust, now: () => clock.now, wrote })
  await bring()
  await bring()
  const doc = new Y.Doc()
  for (const row of await log.after('trust', 0, 10)) Y.applyUpdate(doc, row.bytes)
  const schools = rawRecords(doc).flatMap((raw) => {
    const read = schoolRecord.read(raw)
    return read.ok && read.value.urn === teasel.urn ? [read.value] : []
  })
  expect(schools).toMatchObject([{ ...teasel, roll: 199 }])
})
