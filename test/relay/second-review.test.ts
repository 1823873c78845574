import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { contentDigest } from '../../src/crdt/canonical.ts'
import { changeRecord, createRecord, rawRecords } from '../../src/crdt/records.ts'
import { newRecordId } from '../../src/domain/ids.ts'
import { answerOf, answersOpen } from '../../src/domain/peer-review/agreement.ts'
import { answerRecord } from '../../src/domain/peer-review/answers.ts'
import { movePerson } from '../../src/domain/peer-review/day-moves.ts'
import { guardsOf } from '../../src/domain/peer-review/guards.ts'
import { noteRecord } from '../../src/domain/peer-review/note.ts'
import {
  assemblePack,
  groupRecord,
  keyQuestionRecord,
  type Pack,
  reviewRecord,
  slotRecord,
} from '../../src/domain/peer-review/pack.ts'
import { clockAfter, inPairs, templateDay } from '../../src/domain/peer-review/template-day.ts'
import { timetableWarnings } from '../../src/domain/peer-review/timetable.ts'
import type { RecordType } from '../../src/domain/record.ts'
import { standingOf } from '../../src/features/peer-review/who/standing.ts'
import { londonDate } from '../../src/domain/london.ts'
import { openRelay, openTablet, type RelayTablet, signIn } from './tablets.ts'

/*
 * A second review, at a secondary school: eight reviewers, five questions, twelve slots. One
 * reviewer is called away at noon, with two notes that never left the tablet.
 */
const ID = 'quillbrook-autumn'
const REVIEW = `review/${ID}`
const TEAM = ['p07', 'p01', 'p02', 'p04', 'p05', 'p06', 'p17', 'p20'] as const
const GONE = 'p20'
const QUESTIONS = [
  'How do Year 8 pupils use what they were told about their last piece of work?',
  'What do pupils in Years 7 and 9 say helps them begin a hard problem?',
  'How are the first five minutes of lessons used across subjects?',
  'What happens to pupils who arrive in the middle of a term?',
  'How do homework and lessons lead on from each other in Year 10?',
]
const ANSWER = 'Used at once in some subjects; in others it waits for the next piece.'

let relay: Awaited<ReturnType<typeof openRelay>>
beforeAll(async () => {
  relay = await openRelay()
})
afterAll(() => relay.end())

const notesOf = (person: string) => `${REVIEW}/notes/${person}`
const newId = () => newRecordId(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

async function write(
  on: RelayTablet,
  doc: string,
  type: RecordType<unknown>,
  fields: Record<string, unknown>,
): Promise<string> {
  const opened = await on.documents.open(doc)
  const id = newId()
  createRecord(opened.doc, type, id, fields, { device: on.device, at: Date.now() })
  await opened.flush()
  return id
}

async function all<T>(on: RelayTablet, doc: string, type: RecordType<T>): Promise<T[]> {
  const opened = await on.documents.open(doc)
  return rawRecords(opened.doc).flatMap((raw) => {
    const read = type.read(raw)
    return read.ok ? [read.value] : []
  })
}

async function packOn(on: RelayTablet): Promise<Pack> {
  const [review] = await all(on, REVIEW, reviewRecord)
  if (!review) throw new Error('The pack has no head')
  return assemblePack({
    review,
    questions: await all(on, REVIEW, keyQuestionRecord),
    slots: await all(on, REVIEW, slotRecord),
    groups: await all(on, REVIEW, groupRecord),
  })
}

const plan = (reason: string) => ({
  id: ID,
  urn: '900005',
  date: londonDate(Date.now()),
  lead: 'p07',
  reviewers: [...TEAM],
  blindFirst: false,
  teamReason: reason,
})

async function planIt() {
  const cookie = await signIn(relay.base, 'p07')
  const send = (body: unknown) =>
    fetch(`${relay.base}/api/reviews`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { origin: relay.base, cookie, 'content-type': 'application/json' },
    })
  expect((await send(plan(''))).status).toBe(422)
  expect((await send(plan('Five faculties, and two reviewers in training'))).status).toBe(201)
}

/** The pack with twelve slots: a usual day, and two more in the afternoon. */
async function writePack(lead: RelayTablet) {
  const date = londonDate(Date.now())
  await write(lead, REVIEW, reviewRecord, { urn: '900005', schoolName: 'Quillbrook', date })
  for (const [i, text] of QUESTIONS.entries())
    await write(lead, REVIEW, keyQuestionRecord, { n: i + 1, text, proposedBy: 'p20' })
  const questions = await all(lead, REVIEW, keyQuestionRecord)
  const day = templateDay(questions, inPairs(TEAM), '08:15')
  const last = day.at(-1)?.slot.end ?? '15:30'
  const more = [1, 2].map((n) => ({
    slot: {
      ...(day.at(-1)?.slot ?? day[0]!.slot),
      start: clockAfter(last, n * 10),
      end: clockAfter(last, n * 10 + 5),
      title: `Faculty heads, ${n}`,
    },
    groups: day.at(-1)?.groups ?? [],
  }))
  for (const { slot, groups } of [...day, ...more]) {
    const id = await write(lead, REVIEW, slotRecord, slot)
    for (const group of groups) await write(lead, REVIEW, groupRecord, { ...group, slot: id })
  }
}

const kindsOf = (pack: Pack, team: readonly string[]) =>
  timetableWarnings(pack, team)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'no-time')

async function callAway(lead: RelayTablet, pack: Pack) {
  const { doc, flush } = await lead.documents.open(REVIEW)
  const after = new Set(pack.slots.filter((slot) => slot.start >= '12:00').map(({ id }) => id))
  for (const slot of after)
    for (const { id, fields } of movePerson(
      pack.groups.filter((group) => group.slot === slot),
      GONE,
      null,
    ))
      changeRecord(doc, groupRecord, id, fields, { device: lead.device, at: Date.now() })
  await flush()
}

const settled = (tablets: readonly RelayTablet[]) =>
  vi.waitFor(
    () => {
      for (const { documents } of tablets) expect(documents.state().tally.unsent).toBe(0)
    },
    { timeout: 40_000 },
  )

it('C6 C55 a second review: secondary, 8 reviewers, 5 questions, 12 slots, one called away at noon', async () => {
  await planIt()
  const docs = [REVIEW, ...TEAM.map(notesOf)]
  const made = new Map<string, number>()
  const tablets = await Promise.all(
    TEAM.map((person, i) =>
      openTablet(relay.base, person, (i + 1).toString(16), docs, () => ({
        unsent: 0,
        notes: { [ID]: made.get(person) ?? 0 },
      })),
    ),
  )
  const of = (person: string) => tablets[TEAM.findIndex((one) => one === person)]!
  const lead = of('p07')
  await writePack(lead)
  const pack = await packOn(lead)
  expect(pack.slots).toHaveLength(12)
  expect(kindsOf(pack, TEAM)).toEqual([])

  // The morning, with no signal: five notes each, three of the one who will be called away.
  const q = pack.questions.map(({ id }) => id)
  for (const person of TEAM)
    for (let n = 0; n < (person === GONE ? 3 : 5); n++) {
      const question = [{ value: q[n % q.length], device: of(person).device, at: 1 }]
      await write(of(person), notesOf(person), noteRecord, {
        by: person,
        madeAt: Date.now(),
        text: `What ${person} saw, ${n}`,
        question: question[0]?.value,
      })
      made.set(person, n + 1)
    }
  // Noon in the staff car park: the signal takes three notes along, then two more are written and stay.
  made.set(GONE, 5)
  of(GONE).client.start()
  await settled([of(GONE)])
  of(GONE).client.stop()
  for (const n of [3, 4])
    await write(of(GONE), notesOf(GONE), noteRecord, { by: GONE, madeAt: 1, text: `Late ${n}` })

  // The afternoon without them: nobody idle, nobody twice.
  await callAway(lead, pack)
  const rest = TEAM.filter((person) => person !== GONE)
  expect(kindsOf(await packOn(lead), rest)).toEqual([])

  // Two of them begin the same answer while apart; then all meet.
  const question = q[0] ?? ''
  await write(lead, REVIEW, answerRecord, { question, text: ANSWER })
  const others = rest.map(of)
  for (const { client } of others) client.start()
  await settled(others)
  await write(of('p01'), REVIEW, answerRecord, { question, text: 'Another begun apart.' })
  await settled(others)
  await vi.waitFor(
    async () => {
      const digests = await Promise.all(
        others.map(async ({ documents }) => contentDigest((await documents.open(REVIEW)).doc)),
      )
      expect(new Set(digests).size).toBe(1)
      const notes = await Promise.all(TEAM.map((p) => all(lead, notesOf(p), noteRecord)))
      expect(notes.flat()).toHaveLength(7 * 5 + 3)
    },
    { timeout: 60_000, interval: 500 },
  )
  const joined = answerOf(await all(lead, REVIEW, answerRecord), question)
  const both = [joined.answer?.text ?? '', ...joined.others.map(({ text }) => text)]
  expect(both.sort()).toEqual(['Another begun apart.', ANSWER].sort())

  // The lead is told whose notes are not here, and asked whether to go on.
  const standing = standingOf({
    person: GONE,
    review: ID,
    here: (await all(lead, notesOf(GONE), noteRecord)).length,
    states: [...lead.disk.devices.values()],
    thisDevice: null,
  })
  expect(standing).toMatchObject({ is: 'more', here: 3, said: 5 })
  const now = await packOn(lead)
  const open = answersOpen(now.questions, await all(lead, REVIEW, answerRecord))
  expect(open.map(({ n }) => n)).toEqual([2, 3, 4, 5])
  const facts = {
    pack: now,
    today: londonDate(Date.now()),
    twice: 0,
    ready: null,
    openFlags: 0,
    unbriefed: { names: [], of: 8 },
    toCome: [{ name: 'Euphemia Marksheet', notes: 2 }],
    holding: null,
    letter: null,
  }
  const guards = (unanswered: string[]) => guardsOf('synthesised', { ...facts, unanswered })
  expect(guards(open.map(({ id }) => id)).map(({ kind }) => kind)).toEqual(['stop', 'ask'])
  expect(guards([])).toMatchObject([
    { kind: 'ask', words: 'Euphemia Marksheet has 2 notes not here yet: go on?' },
  ])
  for (const { client } of others) client.stop()
}, 180_000)
