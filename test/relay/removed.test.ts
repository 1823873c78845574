import { createHash } from 'node:crypto'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { putAsideListSchema } from '../../src/domain/relay-care.ts'
import { bundleRelay } from './bundle.ts'
import { openLine, openTrust } from './access/world.ts'
import { REVIEWS } from './access/table.ts'
import { editor, nextId, rowOf, typeInto } from './rows.ts'

let bundle: Awaited<ReturnType<typeof bundleRelay>>
let trust: Awaited<ReturnType<typeof openTrust>>

beforeAll(async () => {
  bundle = await bundleRelay()
  trust = await openTrust(bundle.worker)
})
afterAll(async () => {
  await trust.end()
  bundle.remove()
})

const deviceFor = (person: string) => createHash('md5').update(person).digest('hex')

async function lineOf(person: string) {
  const line = await openLine(trust.base, { origin: trust.base, cookie: trust.cookieOf(person) })
  const hello = { type: 'hello', protocol: 1, device: deviceFor(person), app: 't' } as const
  line.say({ ...hello, journalHigh: 20 })
  await line.hear(['welcome'], 1)
  return line
}

it('T17 twenty edits of somebody taken off the team while away: none let in, all kept, both told', async () => {
  const doc = `review/${REVIEWS.open}/notes/writer`
  const mine = editor()
  const rows = Array.from({ length: 20 }, (_, i) =>
    rowOf(doc, mine.one(typeInto(`Written in the corridor ${i}. `)), {
      id: nextId(),
      device: deviceFor('writer'),
    }),
  )
  // A line of theirs is open, and follows, when they are taken off.
  const before = await lineOf('writer')
  before.say({ type: 'follow', doc, cursor: 0 })
  await before.hear(['following'], 1)
  const started = Date.now()
  const changed = await fetch(`${trust.base}/api/reviews/${REVIEWS.open}`, {
    method: 'PUT',
    headers: { origin: trust.base, cookie: trust.cookieOf('trust-ceo') },
    body: JSON.stringify({
      date: '2099-11-24',
      lead: 'lead',
      reviewers: ['lead', 'reviewer'],
      blindFirst: false,
      teamReason: 'A small school',
    }),
  })
  expect(changed.status).toBe(200)
  const [stopped] = await before.hear(['notFollowing'], 1)
  expect(stopped).toMatchObject({ type: 'notFollowing', doc, reason: 'not-allowed' })
  expect(Date.now() - started).toBeLessThan(5_000)
  before.end()

  const db = new Database(path.join(trust.dataDir, 'corridor.sqlite'), { readonly: true })
  const count = (table: string) => db.prepare(`select count(*) from ${table}`).pluck().get()
  const rowsBefore = count('rows')
  const back = await lineOf('writer')
  back.say({ type: 'push', rows })
  const told: string[] = []
  while (told.length < 20)
    for (const message of await back.hear(['refused', 'ack', 'retry'], 1))
      if (message.type === 'refused') told.push(...message.rows.map(({ reason }) => reason))
  expect(told).toEqual(Array.from({ length: 20 }, () => 'not-allowed'))
  back.end()

  expect(count('rows')).toBe(rowsBefore)
  expect(count('quarantine')).toBe(20)
  db.close()

  const answer = await fetch(`${trust.base}/api/quarantine`, {
    headers: { cookie: trust.cookieOf('trust-coo') },
  })
  const text = await answer.text()
  expect(text).not.toContain('corridor')
  expect(putAsideListSchema.parse(JSON.parse(text)).putAside).toEqual([
    {
      person: 'writer',
      name: 'Name of writer',
      reason: 'not-allowed',
      changes: 20,
      first: expect.any(Number) as number,
      last: expect.any(Number) as number,
    },
  ])
})
