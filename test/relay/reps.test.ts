import { describe, expect, it } from 'vitest'
import type { AccessFacts } from '../../src/domain/access/facts.ts'
import { documentsOf } from '../../src/domain/access/documents-of.ts'
import { isoDate } from '../../src/domain/ids.ts'
import { endingReason, extensionReason } from '../../src/domain/rep/extending.ts'
import { fundingReason } from '../../src/domain/rep/funding.ts'
import { createSettle, settleAll } from '../../sync-server/settle.ts'
import { COOKIE, createHttp } from '../../sync-server/http.ts'
import { createVerify } from '../../sync-server/verify.ts'
import { editor, rowOf, typeInto } from './rows.ts'
import { held, openWorld, quiet, URN } from './world.ts'

const TODAY = isoDate('2026-11-24')
const ORIGIN = 'https://corridor.example'
const ID = 'rep-on-a-tablet'
const PLAN = { id: ID, urn: URN, kind: 'education', mentors: ['p08'] }

function openOffice() {
  const world = openWorld()
  const { accounts, relay, clock } = world
  for (const [id, role] of [
    ['p02', held('EHT')],
    ['p08', held('Mentor')],
    ['p09', held('Mentor', '900002')],
    ['p10', held('CFO')],
    ['p14', held('LSB Chair', URN)],
  ] as const)
    accounts.people.add({ id, name: `Person ${id}`, job: role.role, urn: role.urn }, [role])
  const http = createHttp({
    relay,
    accounts,
    log: world.log,
    verify: createVerify(),
    now: () => clock.now,
    demo: null,
    allowedOrigins: [ORIGIN],
    app: null,
    writable: async () => undefined,
  })
  async function ask(
    person: string | null,
    method: string,
    where: string,
    body: unknown,
    name?: string,
  ) {
    const token = person === null ? '' : accounts.sessions.open(person, clock.now)
    const headers = {
      origin: ORIGIN,
      cookie: `${COOKIE}=${token}`,
      ...(name !== undefined && { 'corridor-person': name }),
    }
    const sent = { method, headers, body: JSON.stringify(body) }
    const answer = await http.request(`/api/reps${where}`, sent)
    const said: unknown = await answer.json()
    return { status: answer.status, said }
  }
  const begin = (person: string | null, changes: object = {}, name?: string) =>
    ask(person, 'POST', '', { ...PLAN, ...changes }, name)
  const mentors = (person: string, names: readonly string[], id = ID) =>
    ask(person, 'PUT', `/${id}`, { mentors: names })
  const facts = (person: string): AccessFacts => accounts.factsOf(person, TODAY)
  const reps = (person: string) => facts(person).reps?.map(({ id }) => id)
  let made = 0
  async function decide(person: string, to: string, reason: string | null, machine = 'rep') {
    const from = machine === 'rep' ? (accounts.people.reps.find(ID)?.stage ?? '') : 'none'
    const tablet = world.device(person, String(++made % 10))
    const id = made.toString(16).padStart(32, 'd')
    const proposal = { id, machine, subject: `rep/${ID}`, from, to, reason, madeAt: 1 }
    tablet.say({ type: 'propose', proposal })
    await tablet.settled()
    await quiet()
    const said = tablet.of('declined')[0]?.reason ?? tablet.of('decided')[0]?.decision.to
    tablet.closed()
    return said
  }
  return { ...world, begin, mentors, facts, reps, decide }
}

describe('beginning a plan', () => {
  it('I1 I2 puts a draft before the CEO, the EHT and the head, and not before mentor and board', async () => {
    const { begin, reps } = openOffice()
    expect(await begin('p02')).toEqual({
      status: 201,
      said: {
        ...PLAN,
        writtenBy: 'p02',
        extensionOf: null,
        extensionNo: 0,
        stage: 'drafted',
      },
    })
    expect(['p01', 'p02', 'p03', 'p07', 'p11'].map(reps)).toEqual(Array(5).fill([ID]))
    expect(['p04', 'p05', 'p08', 'p10', 'p12', 'p14'].map(reps)).toEqual(Array(6).fill([]))
  })

  it('I1 is for CEO and EHT, and for the CFO one about finance', async () => {
    const { begin } = openOffice()
    const status = async (person: string | null, id: string, kind = 'education') =>
      (await begin(person, { id, kind })).status
    expect(await status(null, 'by-nobody')).toBe(401)
    expect(await status('p03', 'by-the-head')).toBe(403)
    expect(await status('p08', 'by-the-mentor')).toBe(403)
    expect(await status('p10', 'by-the-cfo')).toBe(403)
    expect(await status('p10', 'money-by-the-cfo', 'finance')).toBe(201)
    expect(await status('p01', 'by-the-ceo')).toBe(201)
  })

  it('I1 sent twice is one plan; another under the same id is refused', async () => {
    const { begin, facts } = openOffice()
    expect((await begin('p02')).status).toBe(201)
    expect((await begin('p02')).status).toBe(200)
    expect(facts('p01').reps).toHaveLength(1)
    const changes = [{ kind: 'finance' }, { urn: '900002' }, { mentors: [] }]
    for (const change of changes)
      expect(await begin('p02', change)).toEqual({ status: 409, said: { error: 'taken' } })
  })

  it.each([
    ['not-a-mentor', { mentors: ['p03'] }],
    ['not-a-mentor', { mentors: ['p09'] }],
    ['not-a-mentor', { mentors: ['p08', 'nobody'] }],
    ['not-its-plan', { extensionOf: 'no-such-plan' }],
    ['malformed', { kind: 'sport' }],
    ['malformed', { urn: '9' }],
    ['malformed', { id: 'r 1/../x' }],
  ])('I1 says %s and keeps nothing', async (error, changes) => {
    const { begin, facts } = openOffice()
    expect(await begin('p01', changes)).toMatchObject({ said: { error } })
    expect(facts('p01').reps).toEqual([])
  })

  it('takes nothing in the name of another window’s person', async () => {
    const { begin } = openOffice()
    expect((await begin('p01', {}, 'p02')).status).toBe(401)
  })
})

describe('naming mentors', () => {
  it('I1 is for the same people, and changes nothing else', async () => {
    const { begin, mentors, facts, accounts } = openOffice()
    await begin('p02')
    accounts.people.setRoles('p09', [held('Mentor', URN)])
    for (const person of ['p03', 'p08', 'p10'])
      expect(await mentors(person, [])).toEqual({ status: 403, said: { error: 'not-allowed' } })
    expect(await mentors('p01', [], 'no-such-plan')).toEqual(await mentors('p03', []))
    expect(await mentors('p01', ['p03'])).toMatchObject({ said: { error: 'not-a-mentor' } })
    expect(await mentors('p01', ['p08', 'p09'])).toMatchObject({ status: 200 })
    expect(facts('p01').reps).toMatchObject([{ mentors: ['p08', 'p09'], writtenBy: 'p02' }])
  })

  it('I2 T15 opens the plan to a mentor at once, and closes it to one who is taken off', async () => {
    const { begin, mentors, decide, device, reps } = openOffice()
    await begin('p02', { mentors: [] })
    await decide('p01', 'issued', null)
    const mentor = device('p08', 'a')
    const feed = { log: 0, decisions: 0, access: 0 }
    mentor.say({ type: 'feed', cursors: feed })
    await mentor.settled()
    expect(reps('p08')).toEqual([])
    mentor.clear()
    expect((await mentors('p02', ['p08'])).status).toBe(200)
    await quiet(400)
    expect(reps('p08')).toEqual([ID])
    mentor.say({ type: 'follow', doc: `rep-work/${ID}`, cursor: 0 })
    await mentor.settled()
    expect(mentor.of('following')).toHaveLength(1)
    expect((await mentors('p02', [])).status).toBe(200)
    await quiet()
    expect(mentor.of('notFollowing')).toMatchObject([{ reason: 'not-allowed' }])
  })
})

describe('deciding', () => {
  it('I3 I5 B9 keeps the stage in step: issued, it opens to mentor and board; ended, the mentor reads and sends on', async () => {
    const { begin, decide, reps, facts, device } = openOffice()
    await begin('p02')
    expect(await decide('p02', 'issued', null)).toBe('not-your-role')
    expect(await decide('p01', 'issued', null)).toBe('issued')
    expect(facts('p01').reps).toMatchObject([{ stage: 'issued' }])
    expect([reps('p08'), reps('p14')]).toEqual([[ID], [ID]])
    expect(documentsOf(facts('p08'))).toEqual(
      expect.arrayContaining([`rep/${ID}`, `rep-work/${ID}`]),
    )
    const write = async (person: string, doc: string, digit: string) => {
      const tablet = device(person, digit)
      const bytes = editor().one(typeInto('Seen in four of six rooms'))
      await tablet.push(rowOf(doc, bytes, { device: tablet.id }))
      return tablet.of('ack').length === 1
    }
    expect(await write('p08', `rep-work/${ID}`, 'b')).toBe(true)
    expect(await write('p08', `rep/${ID}`, 'c')).toBe(false)
    expect(await write('p03', `rep-work/${ID}`, 'd')).toBe(true)
    expect(await write('p14', `rep-work/${ID}`, 'e')).toBe(false)
    expect(await decide('p01', 'ended', 'It is time')).toBe('needs-reason')
    expect(await decide('p01', 'ended', endingReason('24/11/2026'))).toBe('ended')
    expect(reps('p08')).toEqual([ID])
    // Written in a car with no signal before the end, sent after it.
    expect(await write('p08', `rep-work/${ID}`, 'b')).toBe(true)
    expect(await write('p08', `rep/${ID}`, 'c')).toBe(false)
  })

  it('I3 B9 tells of its decisions only those who may read it', async () => {
    const { begin, decide, device } = openOffice()
    await begin('p02')
    await decide('p01', 'issued', null)
    const heardBy = async (person: string, digit: string) => {
      const tablet = device(person, digit)
      tablet.say({ type: 'feed', cursors: { log: 0, decisions: 0, access: 0 } })
      await tablet.settled()
      return tablet.of('feed').flatMap(({ decisions }) => decisions.map(({ to }) => to))
    }
    expect(await heardBy('p08', 'a')).toEqual(['issued'])
    expect(await heardBy('p03', 'b')).toEqual(['issued'])
    expect(await heardBy('p12', 'c')).toEqual([])
  })

  it('I4 C18 takes an approval of the CEO alone, and only with a sum', async () => {
    const { begin, decide } = openOffice()
    await begin('p02')
    const approve = (person: string, reason: string | null) =>
      decide(person, 'approved', reason, 'rep-funding')
    expect(await approve('p02', fundingReason(2400))).toBe('not-your-role')
    expect(await approve('p12', fundingReason(2400))).toBe('not-allowed')
    expect(await approve('p01', 'Go ahead')).toBe('needs-reason')
    expect(await approve('p01', fundingReason(2400))).toBe('approved')
  })

  it('I4 C17 extends with a reason, then takes one plan that goes on, and counts it', async () => {
    const { begin, decide } = openOffice()
    const more = (id: string) => begin('p02', { id, extensionOf: ID })
    await begin('p02')
    await decide('p01', 'issued', null)
    expect(await more('extension-1')).toEqual({ status: 409, said: { error: 'not-extended' } })
    expect(await decide('p02', 'extended', null)).toBe('needs-reason')
    expect(await decide('p02', 'extended', 'Two items are not met')).toBe('needs-reason')
    const reason = extensionReason({ plans: 1, extensions: 0 }, 'Two items are not met')
    expect(await decide('p02', 'extended', reason)).toBe('extended')
    expect(await more('extension-1')).toMatchObject({ status: 201, said: { extensionNo: 1 } })
    expect(await more('extension-2')).toEqual({ status: 409, said: { error: 'already-extended' } })
  })

  it('I3 finds the stage again from the decisions at a start', async () => {
    const { begin, decide, accounts, decisions } = openOffice()
    await begin('p02')
    await decide('p01', 'issued', null)
    const { people } = accounts
    people.reps.setStage(ID, 'drafted')
    await settleAll(createSettle({ decisions, people }), people)
    expect(people.reps.find(ID)?.stage).toBe('issued')
  })
})
