import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createRecord } from '../../src/crdt/records.ts'
import { type AccessFacts, accessFactsSchema } from '../../src/domain/access/facts.ts'
import { documentsOf } from '../../src/domain/access/documents-of.ts'
import type { Proposal } from '../../src/domain/decisions.ts'
import { handOverMachine } from '../../src/domain/hand-over/machine.ts'
import { parseReceipt, receiptText } from '../../src/domain/hand-over/receipt.ts'
import { newRecordId } from '../../src/domain/ids.ts'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import { keyQuestionRecord } from '../../src/domain/peer-review/pack.ts'
import type { Held } from '../../src/domain/wire/messages.ts'
import { leaveNotes } from '../../src/app/leave-notes.ts'
import { countNotes } from '../../src/app/say-held.ts'
import { settable } from '../../src/app/watched.ts'
import { CorridorDatabase } from '../../src/store/db.ts'
import { dexieJournal } from '../../src/store/dexie-journal.ts'
import { openDocuments } from '../../src/store/documents.ts'
import { receiptFor } from '../../src/store/hand-over.ts'
import { dexieLedger } from '../../src/store/ledger.ts'
import type { Surroundings } from '../../src/store/ports.ts'
import { createSyncClient } from '../../src/sync/client.ts'
import { requestTransport } from '../../src/sync/requests.ts'
import { londonDate } from '../../src/domain/london.ts'
import { emptyDisk, memoryCache } from '../helpers/memory-store.ts'
import { openRelay, signIn } from './tablets.ts'

/*
 * Tablets as the app puts them together, against a real relay: what a device keeps by itself after the
 * hand-over, with nobody pressing anything.
 */
const DATE = londonDate(Date.now())
const ID = `rookery-pond-${DATE}`
const notesOf = (person: string) => `review/${ID}/notes/${person}`

let relay: Awaited<ReturnType<typeof openRelay>>
beforeAll(async () => {
  relay = await openRelay()
})
afterAll(() => relay.end())

const around: Surroundings = {
  now: () => Date.now(),
  random: (n) => crypto.getRandomValues(new Uint8Array(n)),
  after(ms, fn) {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
}
const newId = () => Array.from(around.random(16), (b) => b.toString(16).padStart(2, '0')).join('')

async function openTablet(person: string, digit: string) {
  const cookie = await signIn(relay.base, person)
  const db = new CorridorDatabase(`${person}-${digit}`)
  const disk = emptyDisk()
  const ledger = dexieLedger(db)
  const documents = await openDocuments({
    journal: dexieJournal(db),
    cache: memoryCache(disk),
    around,
    device: digit.repeat(32),
  })
  const ask: typeof fetch = (url, init) => {
    const headers = new Headers(init?.headers)
    headers.set('cookie', cookie)
    headers.set('origin', relay.base)
    return fetch(url, { ...init, headers })
  }
  const fetchFacts = async () => {
    const body = (await (await ask(`${relay.base}/api/session`)).json()) as { facts: unknown }
    return accessFactsSchema.parse(body.facts)
  }
  const facts = settable<AccessFacts>(await fetchFacts())
  let held: Held = { unsent: 0, notes: {} }
  const decided = async (subject: string) =>
    db.rows.decisions.open(await db.decisions.where('subject').equals(subject).sortBy('seq'))
  const client = createSyncClient({
    documents,
    ledger,
    around,
    app: 'test',
    transport: requestTransport(`${relay.base}/sync`, ask),
    wanted: () => documentsOf(facts.get()).filter((doc) => !leave.isLeft(doc)),
    held: () => held,
    onAccessChanged: () =>
      void fetchFacts().then(async (fresh) => {
        facts.set(fresh)
        await client.refollow()
      }),
  })
  const propose = (proposal: Omit<Proposal, 'id' | 'madeAt'>) =>
    client.propose({ ...proposal, id: newId(), madeAt: Date.now() })
  const store = { db, documents }
  const leave = leaveNotes({ ...store, facts, hands: { propose }, sync: client })
  documents.subscribe(() => {
    void countNotes(db, person).then((notes) => {
      held = { unsent: documents.state().tally.unsent, notes }
      client.sayHeld()
    })
  })
  await leave.start(() => undefined)
  return {
    person,
    ask,
    store,
    disk,
    client,
    propose,
    leave,
    async write(text: string) {
      const { doc, flush } = await documents.open(notesOf(person))
      const id = newRecordId(Date.now(), around.random(16))
      const author = { device: documents.device, at: Date.now() }
      createRecord(doc, noteRecord, id, { by: person, madeAt: Date.now(), text }, author)
      await flush()
    },
    async handOver() {
      await propose({
        machine: handOverMachine.name,
        subject: notesOf(person),
        from: 'held',
        to: 'handed_over',
        reason: receiptText(
          await receiptFor(store, notesOf(person), { way: 'network', to: 'p03' }),
        ),
      })
    },
    step: (from: string, to: string, reason: string | null) =>
      propose({ machine: 'peer-review', subject: `review/${ID}`, from, to, reason }),
    /** Every word of notes that is kept on this tablet in any form. */
    async words() {
      const rows = (await db.rows.journal.open(await db.journal.toArray())).map(({ bytes }) =>
        new TextDecoder().decode(bytes),
      )
      const cached = [...disk.cache.values()].map(({ state }) => new TextDecoder().decode(state))
      const index = (await db.index.toArray()).map((row) => JSON.stringify(row))
      return [...rows, ...cached, ...index].join('\n').match(/marker-\w+/g) ?? []
    },
    receipts: async () =>
      (await decided(notesOf(person))).map(({ to, reason }) => [to, parseReceipt(reason)?.notes]),
    stage: async () => (await decided(`review/${ID}`)).at(-1)?.to,
    async end() {
      client.stop()
      await leave.stop()
    },
  }
}

const until = (look: () => Promise<void>) => vi.waitFor(look, { timeout: 40_000, interval: 100 })

it('T28 HC08 three reviewers’ devices, one of them away: each delivers, wipes and keeps its receipt', async () => {
  const [lead, rufus, odette] = await Promise.all([
    openTablet('p07', '7'),
    openTablet('p04', '4'),
    openTablet('p05', '5'),
  ])
  const tablets = [lead, rufus, odette]
  await lead.write('marker-lead')
  await rufus.write('marker-rufus')
  await odette.write('marker-odette')
  for (const { client } of tablets) client.start()
  await until(async () => {
    for (const { store } of tablets) expect(store.documents.state().tally.unsent).toBe(0)
    expect(new Set(await rufus.words()).size, 'the team reads each other’s').toBe(3)
  })
  // Out of signal with one more note.
  odette.client.stop()
  await odette.write('marker-carpark')

  await lead.step('circulated', 'on_the_day', null)
  await lead.step('on_the_day', 'synthesised', null)
  await until(async () => expect(await rufus.stage()).toBe('synthesised'))

  await rufus.handOver()
  await until(async () => {
    expect(await rufus.receipts()).toEqual([
      ['handed_over', 1],
      ['wiped', 1],
    ])
    // His own are gone; what colleagues still hold is theirs to hand over.
    expect(await rufus.words()).not.toContain('marker-rufus')
  })
  await lead.handOver()
  await until(async () => expect(await lead.receipts()).toEqual([['handed_over', 1]]))
  expect(await lead.words(), 'the lead’s copy').toContain('marker-lead')
  const names = 'Outstanding: Odette Puddlejump, Barnaby Quillfeather, Hettie Marmalade. Away'
  await lead.step('synthesised', 'notes_handed_over', names)
  await until(async () => {
    expect(await lead.stage()).toBe('notes_handed_over')
    expect(await rufus.words()).toEqual([])
  })

  // Back: nobody presses anything.
  odette.client.start()
  await until(async () => {
    expect(await odette.words()).toEqual([])
    expect(await odette.receipts()).toEqual([
      ['handed_over', 2],
      ['wiped', 2],
    ])
  })
  await until(async () => {
    expect(new Set(await lead.words()), 'until the letter the lead has them all').toEqual(
      new Set(['marker-lead', 'marker-rufus', 'marker-odette', 'marker-carpark']),
    )
  })

  await lead.step('notes_handed_over', 'letter_drafted', null)
  await lead.step('letter_drafted', 'letter_agreed', null)
  await lead.step('letter_agreed', 'letter_issued', null)
  await until(async () => {
    expect(await lead.words()).toEqual([])
    expect(await lead.receipts()).toEqual([
      ['handed_over', 1],
      ['wiped', 1],
    ])
    expect(
      (await lead.store.documents.kept()).filter((doc) => doc.startsWith(`review/${ID}`)),
    ).toEqual([])
  })
  for (const tablet of tablets) await tablet.end()
}, 120_000)

it('C7 C3 a CEO who is not on the team prepares a review until its day begins; then the device forgets it', async () => {
  const plan = {
    id: 'chestnut-review',
    urn: '900002',
    date: DATE,
    lead: 'p07',
    reviewers: ['p03', 'p04', 'p05', 'p07', 'p08'],
    blindFirst: false,
  }
  const doc = `review/${plan.id}`
  const ceo = await openTablet('p01', '1')
  const [head, lead] = await Promise.all([openTablet('p04', 'c'), openTablet('p07', 'd')])
  const answer = await ceo.ask(`${relay.base}/api/reviews`, {
    method: 'POST',
    body: JSON.stringify(plan),
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.status).toBe(201)
  const tablets = [ceo, head, lead]
  for (const { client } of tablets) client.start()
  const stageAt = async ({ store }: typeof ceo) =>
    (
      await store.db.rows.decisions.open(
        await store.db.decisions.where('subject').equals(doc).sortBy('seq'),
      )
    ).at(-1)?.to
  const step = ({ propose }: typeof ceo, from: string, to: string) =>
    propose({ machine: 'peer-review', subject: doc, from, to, reason: null })

  const opened = await ceo.store.documents.open(doc)
  const author = { device: ceo.store.documents.device, at: Date.now() }
  const id = newRecordId(Date.now(), around.random(16))
  createRecord(opened.doc, keyQuestionRecord, id, { text: 'marker-question' }, author)
  await opened.flush()
  await until(async () => {
    expect(ceo.store.documents.state().tally.unsent).toBe(0)
    expect(await head.words(), 'the school reads what the CEO wrote').toContain('marker-question')
  })
  const way = ['planned', 'focus_sent', 'expanded', 'timetable_drafted', 'agreed', 'circulated']
  const who = [head, ceo, ceo, head, ceo]
  for (const [i, by] of who.entries()) {
    await step(by, way[i] ?? '', way[i + 1] ?? '')
    await until(async () => expect(await stageAt(ceo)).toBe(way[i + 1]))
  }
  expect(await ceo.words()).toContain('marker-question')

  await until(async () => expect(await stageAt(lead)).toBe('circulated'))
  await step(lead, 'circulated', 'on_the_day')
  await until(async () => {
    expect(await ceo.store.documents.kept()).not.toContain(doc)
    expect(await ceo.words()).toEqual([])
  })
  expect(await head.words()).toContain('marker-question')
  for (const tablet of tablets) await tablet.end()
}, 120_000)
