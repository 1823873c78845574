import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type DeviceMessage,
  deviceControlSchema,
  type RelayMessage,
} from '../../../src/domain/wire/messages.ts'
import { bundleRelay } from '../bundle.ts'
import { editor, nextId, rowOf, typeInto } from '../rows.ts'
import type { DocumentRow } from './document-row.ts'
import { EVERYBODY, isOneOf, type Somebody } from './people.ts'
import { printAccess } from './print.ts'
import { DECISIONS, DOCUMENTS, MESSAGES, NOBODY, REVIEWS } from './table.ts'
import { ROUTES } from './table-routes.ts'
import { type Line, openLine, openTrust, SECRET } from './world.ts'

let ours: Awaited<ReturnType<typeof openTrust>>
let theirs: Awaited<ReturnType<typeof openTrust>>

let bundle: Awaited<ReturnType<typeof bundleRelay>>

beforeAll(async () => {
  bundle = await bundleRelay()
  ours = await openTrust(bundle.worker)
  theirs = await openTrust(bundle.worker)
})
afterAll(async () => {
  await ours.end()
  await theirs.end()
  bundle.remove()
})

const ROWS = Object.values(DOCUMENTS).flat()

/** What belongs to a review or plan that nobody made is nobody's, whatever the table says of real ones. */
const absentOne = ({ absent, read, write }: DocumentRow) =>
  absent?.includes('no-such-')
    ? [{ doc: absent, read: NOBODY, write: NOBODY }]
    : absent === null
      ? []
      : [{ doc: absent, read, write }]

/** Every document asked about: those that exist, and those that do not. */
const ASKED = ROWS.flatMap((row) => [
  { doc: row.there, read: row.read, write: row.write },
  ...absentOne(row),
])

const deviceFor = (person: string) => createHash('md5').update(person).digest('hex')

async function lineOf({ id }: Somebody): Promise<Line> {
  const headers = { origin: ours.base, cookie: ours.cookieOf(id) }
  const line = await openLine(ours.base, headers)
  expect(line.status).toBe(101)
  line.say({ type: 'hello', protocol: 1, device: deviceFor(id), app: 'test', journalHigh: 0 })
  await line.hear(['welcome'], 1)
  return line
}

/** Every place in a message that names a document, a decision's subject among them. */
function named(message: RelayMessage): string[] {
  if (message.type === 'feed')
    return [
      ...message.docs.map(({ doc }) => doc),
      ...message.decisions.map(({ subject }) => subject),
    ]
  if (message.type === 'decided') return [message.decision.subject]
  return 'doc' in message && message.type !== 'notFollowing' ? [message.doc] : []
}

const withoutName = (message: RelayMessage | undefined, doc: string) =>
  JSON.stringify(message).replaceAll(doc, 'X')

describe('T15 the table is whole', () => {
  it('T15 has a line for every route of the relay, and none for one that is gone', () => {
    const found = new Set(ours.routes.map(({ method, path }) => `${method} ${path}`))
    // What runs before and around the routes, not a place of its own.
    found.delete('ALL /*')
    const written = new Set(ROUTES.map(({ route }) => route))
    expect([...found].sort()).toEqual([...written].sort())
  })

  it('T15 has a line for every message that a device can send', () => {
    const controls = deviceControlSchema.unwrap().options.map(({ shape }) => shape.type.value)
    expect([...controls, 'push'].sort()).toEqual(Object.keys(MESSAGES).sort())
  })

  it('T15 is printed in docs/access.md as it stands here', () => {
    expect(readFileSync('docs/access.md', 'utf8')).toBe(printAccess())
  })
})

describe('T15 every document and message, asked on a socket', () => {
  it.each(EVERYBODY.map((one) => [one.id, one] as const))('T15 %s', async (_id, one) => {
    const line = await lineOf(one)
    const may = (action: 'read' | 'write') =>
      ASKED.filter((asked) => isOneOf(asked[action], one)).map(({ doc }) => doc)
    const readable = may('read')
    const heard: RelayMessage[] = []
    const ask = async (kinds: RelayMessage['type'][], messages: DeviceMessage[]) => {
      for (const message of messages) line.say(message)
      const all = await line.hear(kinds, messages.length)
      heard.push(...all)
      return all.filter(({ type }) => kinds.includes(type))
    }
    const each = (make: (doc: string) => DeviceMessage) => ASKED.map(({ doc }) => make(doc))
    const docOf = (message: RelayMessage) => ('doc' in message ? message.doc : '')

    const follows = await ask(
      ['following', 'notFollowing'],
      each((doc) => ({ type: 'follow', doc, cursor: 0 })),
    )
    const followed = follows.filter(({ type }) => type === 'following').map(docOf)
    expect(followed.sort()).toEqual([...readable].sort())

    const digests = await ask(
      ['digest', 'notFollowing'],
      each((doc) => ({ type: 'digest', doc })),
    )
    const digested = digests.filter(({ type }) => type === 'digest').map(docOf)
    expect(digested.sort()).toEqual([...readable].sort())

    // What may not be read looks the same whether it exists or not.
    for (const answers of [follows, digests]) {
      const refused = answers.filter(({ type }) => type === 'notFollowing')
      expect(new Set(refused.map((m) => withoutName(m, docOf(m)))).size).toBeLessThanOrEqual(1)
    }

    await pushAll(line, one, may('write'), heard)
    for (const { doc } of ASKED) line.say({ type: 'presence', doc })
    for (const { doc } of ASKED) line.say({ type: 'unfollow', doc })
    line.say({ type: 'held', held: { unsent: 0, notes: {} } })

    const cursors = { log: 0, decisions: 0, access: 0 }
    const [feed] = await ask(['feed'], [{ type: 'feed', cursors }])
    const there = ROWS.map((row) => row.there)
    const fed = feed?.type === 'feed' ? feed.docs.map(({ doc }) => doc) : []
    const known = fed.filter((doc) => there.includes(doc))
    expect(known.sort()).toEqual(readable.filter((doc) => there.includes(doc)).sort())
    await ask(['pong'], [{ type: 'ping' }])
    expect(new Set(heard.flatMap(named).filter((doc) => !mayHear(one, doc)))).toEqual(new Set())
    const told = JSON.stringify(heard).includes(SECRET)
    expect(told && readable.length === 0).toBe(false)
    line.end()
  })
})

/** What somebody may hear of: all they may read, and their answers to what they wrote. */
function mayHear(one: Somebody, doc: string): boolean {
  if (doc === `review/${REVIEWS.blind}`) return mayHear(one, `review/${REVIEWS.open}`)
  if (doc === `review/${REVIEWS.elsewhere}`)
    return isOneOf({ other: ['Head'], trust: ['CEO', 'EHT'] }, one)
  return ASKED.some((asked) => asked.doc === doc && isOneOf(asked.read, one))
}

async function pushAll(line: Line, one: Somebody, writable: string[], heard: RelayMessage[]) {
  const rows = ASKED.map(({ doc }) =>
    rowOf(doc, editor().one(typeInto('x')), { device: deviceFor(one.id) }),
  )
  const answers: RelayMessage[] = []
  for (const row of rows) {
    line.say({ type: 'push', rows: [row] })
    answers.push(...(await line.hear(['ack', 'refused', 'retry'], 1)))
  }
  heard.push(...answers.filter(({ type }) => type === 'updates'))
  const acked = answers.flatMap((m) => (m.type === 'ack' ? m.rows.map(({ doc }) => doc) : []))
  expect(acked.sort()).toEqual([...writable].sort())
  const refused = answers.flatMap((m) => (m.type === 'refused' ? m.rows : []))
  expect(new Set(refused.map(({ reason }) => reason))).toEqual(
    new Set(refused.length > 0 ? ['not-allowed'] : []),
  )
}

/** What the relay says to a step: the reason, or that it is decided. */
async function propose(line: Line, step: (typeof DECISIONS)[number], subject: string) {
  const { machine, from, to } = step
  const proposal = { id: nextId(), machine, subject, from, to, reason: null, madeAt: 1 }
  line.say({ type: 'propose', proposal })
  for (const answer of await line.hear(['decided', 'declined'], 1)) {
    if (answer.type === 'declined') return answer.reason
    if (answer.type === 'decided' && answer.decision.id === proposal.id) return 'decided'
  }
  throw new Error('Not answered')
}

describe('T15 every decision, proposed on a socket', () => {
  it.each(DECISIONS.map((step) => [`${step.machine}: ${step.to}`, step] as const))(
    'T15 %s',
    async (_what, step) => {
      const mayMake = (one: Somebody) => isOneOf(step.who, one)
      // Those who may not ask first, while the subject still stands where the step begins.
      const inTurn = [...EVERYBODY].sort((a, b) => Number(mayMake(a)) - Number(mayMake(b)))
      for (const one of inTurn) {
        const line = await lineOf(one)
        const expected = mayMake(one)
          ? ['decided', 'moved-on', 'needs-reason']
          : [isOneOf(step.know, one) ? 'not-your-role' : 'not-allowed']
        const said = await propose(line, step, step.subject)
        expect({ id: one.id, said: expected.includes(said) ? 'as written' : said }).toEqual({
          id: one.id,
          said: 'as written',
        })
        expect(await propose(line, step, step.absent)).toBe('not-allowed')
        line.end()
      }
    },
  )
})

it('T15 opens no line without a session, or with another trust’s', async () => {
  const origin = ours.base
  for (const cookie of ['', 'corridor_session=made-up', theirs.cookieOf('trust-ceo')])
    expect((await openLine(ours.base, { origin, ...(cookie && { cookie }) })).status).toBe(401)
})
