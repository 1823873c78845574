import { describe, expect, it } from 'vitest'
import type { AccessFacts } from '../../src/domain/access/facts.ts'
import { isoDate } from '../../src/domain/ids.ts'
import { memoryDecisions } from '../../sync-server/decisions/memory.ts'
import { chained } from '../../sync-server/decisions/chain.ts'
import { COOKIE, createHttp } from '../../sync-server/http.ts'
import { createSettle, settleAll } from '../../sync-server/settle.ts'
import { createVerify } from '../../sync-server/verify.ts'
import { editor, rowOf, typeInto } from './rows.ts'
import { held, openWorld, quiet, REVIEW, URN } from './world.ts'

const TODAY = isoDate('2026-11-24')
const ORIGIN = 'https://corridor.example'
const TEAM = ['p07', 'p03', 'p04', 'p05', 'p01']
const PLAN = {
  id: 'planned-on-a-tablet',
  urn: URN,
  date: '2026-12-08',
  lead: 'p07',
  reviewers: TEAM,
  blindFirst: true,
}

function openOffice() {
  const world = openWorld()
  const { accounts, relay, clock } = world
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
  const ask = async (person: string | null, method: string, where: string, body: unknown) => {
    const token = person === null ? '' : accounts.sessions.open(person, clock.now)
    const answer = await http.request(`/api/reviews${where}`, {
      method,
      headers: { origin: ORIGIN, cookie: `${COOKIE}=${token}` },
      body: JSON.stringify(body),
    })
    const said: unknown = await answer.json()
    return { status: answer.status, said }
  }
  const plan = (person: string | null, changes: object = {}) =>
    ask(person, 'POST', '', { ...PLAN, ...changes })
  const change = (person: string, changes: object = {}, id = PLAN.id) => {
    const { id: _id, urn: _urn, ...rest } = PLAN
    return ask(person, 'PUT', `/${id}`, { ...rest, ...changes })
  }
  const facts = (person: string): AccessFacts => accounts.factsOf(person, TODAY)
  return { ...world, http, plan, change, facts }
}

let made = 0
const proposal = (machine: string, from: string, to: string, subject = 'review/r1') => ({
  id: (++made).toString(16).padStart(32, 'e'),
  machine,
  subject,
  from,
  to,
  reason: to === 'withdrawn' ? 'Snow' : null,
  madeAt: 1,
})

describe('planning a review', () => {
  it('puts it before everybody on the team, with the lead apart from the others', async () => {
    const { plan, facts } = openOffice()
    expect(await plan('p01')).toMatchObject({ status: 201, said: { id: PLAN.id, lead: 'p07' } })
    const kept = facts('p04').reviews.find(({ id }) => id === PLAN.id)
    expect(kept).toMatchObject({ reviewers: ['p03', 'p04', 'p05', 'p01'], revealed: false })
    expect(facts('p12').reviews).toEqual([])
  })

  it('is for the school’s own head and the trust’s leaders, on the day they hold the role', async () => {
    const { plan, accounts } = openOffice()
    const status = async (person: string | null, id: string) => (await plan(person, { id })).status
    expect(await status(null, 'by-nobody')).toBe(401)
    expect(await status('p04', 'by-another-head')).toBe(403)
    expect(await status('p12', 'by-a-teacher')).toBe(403)
    expect(await status('p11', 'by-the-coo')).toBe(403)
    accounts.people.setRoles('p12', [{ ...held('Head', URN), to: '2026-11-23' }])
    expect(await status('p12', 'by-a-former-head')).toBe(403)
    expect(await status('p03', 'by-the-head')).toBe(201)
  })

  it('sent twice is one review, and no two live ones lie on a day', async () => {
    const { plan, facts } = openOffice()
    expect((await plan('p03')).status).toBe(201)
    expect((await plan('p03')).status).toBe(200)
    expect(facts('p01').calendar.filter(({ id }) => id === PLAN.id)).toHaveLength(1)
    expect(await plan('p03', { date: '2026-12-09' })).toEqual({
      status: 409,
      said: { error: 'taken' },
    })
    expect(await plan('p01', { id: 'another-one' })).toMatchObject({
      said: { error: 'already-planned' },
    })
  })

  it.each([
    ['lead-not-on-team', { lead: 'p11' }],
    ['date-past', { date: '2026-11-23' }],
    ['unknown-person', { reviewers: [...TEAM, 'p99'] }],
    ['malformed', { urn: '9' }],
    ['malformed', { id: 'r 1/../x' }],
    ['malformed', { date: '08/12/2026' }],
  ])('says %s and keeps nothing', async (error, changes) => {
    const { plan, facts } = openOffice()
    expect(await plan('p01', changes)).toMatchObject({ said: { error } })
    expect(facts('p01').calendar).toHaveLength(1)
  })

  it('C6 asks for a reason when the team is not about six, and keeps it', async () => {
    const { plan, facts } = openOffice()
    const small = { reviewers: ['p07', 'p03'] }
    expect(await plan('p01', small)).toEqual({ status: 422, said: { error: 'needs-reason' } })
    const teamReason = 'A school of forty pupils'
    expect((await plan('p01', { ...small, teamReason })).status).toBe(201)
    expect(facts('p07').reviews.find(({ id }) => id === PLAN.id)).toMatchObject({ teamReason })
  })

  it('takes nothing in the name of another window’s person', async () => {
    const { http, accounts, clock } = openOffice()
    const cookie = `${COOKIE}=${accounts.sessions.open('p01', clock.now)}`
    const headers = { origin: ORIGIN, cookie, 'corridor-person': 'p03' }
    const body = JSON.stringify(PLAN)
    const answer = await http.request('/api/reviews', { method: 'POST', headers, body })
    expect(answer.status).toBe(401)
  })
})

describe('changing a planned review', () => {
  it('C3 takes the review’s documents from whoever leaves the team, at once', async () => {
    const { plan, change, device, facts } = openOffice()
    await plan('p01')
    const leaver = device('p05', 'a')
    leaver.say({ type: 'follow', doc: `review/${PLAN.id}`, cursor: 0 })
    await leaver.settled()
    expect(leaver.of('following')).toHaveLength(1)
    const reviewers = [...TEAM.filter((one) => one !== 'p05'), 'p11']
    expect((await change('p03', { reviewers })).status).toBe(200)
    await quiet()
    expect(leaver.of('notFollowing')).toMatchObject([{ reason: 'not-allowed' }])
    expect(facts('p05').reviews.map(({ id }) => id)).toEqual(['r1'])
    expect(facts('p11').reviews.map(({ id }) => id)).toEqual([PLAN.id])
  })

  it('is refused to whoever may not plan, and for a review that is not there', async () => {
    const { plan, change } = openOffice()
    await plan('p01')
    expect(await change('p04')).toMatchObject({ status: 403, said: { error: 'not-allowed' } })
    expect(await change('p01', {}, 'gone-for-good')).toMatchObject({ status: 404 })
  })

  it('C3 lets nobody onto a team whose answers are agreed, and keeps the promise of the day', async () => {
    const { plan, change, accounts } = openOffice()
    await plan('p01')
    accounts.people.setStage(PLAN.id, 'on_the_day')
    const error = async (changes: object) => (await change('p01', changes)).said
    expect(await error({ blindFirst: false })).toEqual({ error: 'day-started' })
    expect(await error({ date: '2026-12-09' })).toEqual({ error: 'day-started' })
    expect((await change('p01', { reviewers: [...TEAM, 'p11'] })).status).toBe(200)
    accounts.people.setStage(PLAN.id, 'synthesised')
    expect(await error({})).toEqual({ error: 'too-late' })
    accounts.people.setStage(PLAN.id, 'withdrawn')
    expect(await error({})).toEqual({ error: 'too-late' })
  })
})

describe('the calendar of reviews', () => {
  const entry = { id: 'r1', urn: URN, date: '2026-11-24', lead: 'p07', stage: 'planned' }

  it('C3 has when, who leads and how far for leaders, and nothing for anybody else', () => {
    const { facts, accounts } = openOffice()
    accounts.people.putReview({ ...REVIEW, id: 'r2', urn: '900002' })
    const ids = (person: string) => facts(person).calendar.map(({ id }) => id)
    expect(facts('p03').calendar).toEqual([entry])
    for (const person of ['p01', 'p07', 'p11']) expect(ids(person)).toEqual(['r1', 'r2'])
    expect(ids('p04')).toEqual(['r2'])
    expect(ids('p05')).toEqual([])
    expect(ids('p12')).toEqual([])
  })

  it('C9 is fresh as soon as a stage is confirmed, for those who see it', async () => {
    const { device, facts, accounts } = openOffice()
    const [head, coo, teacher] = [device('p03', 'a'), device('p11', 'b'), device('p12', 'c')]
    for (const one of [coo, teacher])
      one.say({ type: 'feed', cursors: { log: 0, decisions: 0, access: 0 } })
    await quiet()
    const before = accounts.accessVersion('p12')
    const seen = accounts.accessVersion('p11')
    head.say({ type: 'propose', proposal: proposal('peer-review', 'planned', 'focus_sent') })
    await quiet()
    expect(facts('p11').calendar).toEqual([{ ...entry, stage: 'focus_sent' }])
    expect(accounts.accessVersion('p11')).toBeGreaterThan(seen)
    expect(accounts.accessVersion('p12')).toBe(before)
    expect(coo.of('feed').at(-1)).toMatchObject({ access: true })
    expect(teacher.of('feed')).toHaveLength(1)
  })

  it('names who leads each school today', () => {
    const { facts, accounts } = openOffice()
    accounts.people.setRoles('p04', [{ ...held('Head', '900002'), to: '2026-11-23' }])
    expect(facts('p12').heads).toEqual([
      { urn: URN, person: 'p03' },
      { urn: '900003', person: 'p05' },
    ])
  })
})

describe('C3 revealing notes', () => {
  const NOTES = 'review/r1/notes/p04'
  const blind = () => {
    const office = openOffice()
    office.accounts.people.putReview({ ...REVIEW, blindFirst: true })
    return office
  }

  it('C3 opens the team’s notes to each other once the lead’s decision is confirmed', async () => {
    const { device, accounts } = blind()
    const [writer, mate, lead] = [device('p04', 'a'), device('p05', 'b'), device('p07', 'c')]
    await writer.push(rowOf(NOTES, editor().one(typeInto('Seen')), { device: writer.id }))
    mate.say({ type: 'follow', doc: NOTES, cursor: 0 })
    await quiet()
    expect(mate.of('notFollowing')).toHaveLength(1)
    lead.say({ type: 'propose', proposal: proposal('notes-reveal', 'private', 'revealed') })
    await quiet()
    expect(lead.of('decided')).toMatchObject([{ decision: { role: 'Review lead' } }])
    expect(accounts.people.review('r1')?.review.revealed).toBe(true)
    mate.say({ type: 'follow', doc: NOTES, cursor: 0 })
    await quiet()
    expect(mate.rows(NOTES)).toHaveLength(1)
  })

  it('C3 is the lead’s alone, once, and moves no stage', async () => {
    const { device, accounts } = blind()
    const why = async (person: string, digit: string) => {
      const one = device(person, digit)
      one.say({ type: 'propose', proposal: proposal('notes-reveal', 'private', 'revealed') })
      await quiet()
      return one.of('declined')[0]?.reason ?? null
    }
    for (const [person, digit] of [
      ['p04', 'a'],
      ['p03', 'b'],
      ['p01', 'd'],
    ] as const)
      expect(await why(person, digit)).toBe('not-your-role')
    expect(accounts.people.review('r1')?.review.revealed).toBe(false)
    expect(await why('p07', 'c')).toBeNull()
    expect(await why('p07', 'e')).toBe('moved-on')
    expect(accounts.people.review('r1')?.stage).toBe('planned')
  })

  it('a stop between the decision and its effect heals at the next start, once', async () => {
    const { accounts } = blind()
    const decisions = memoryDecisions()
    for (const [machine, from, to] of [
      ['peer-review', 'planned', 'focus_sent'],
      ['notes-reveal', 'private', 'revealed'],
      ['peer-review', 'focus_sent', 'expanded'],
    ] as const) {
      const step = {
        ...proposal(machine, from, to),
        by: 'p07',
        role: 'x',
        device: 'd',
        receivedAt: 1,
      }
      await decisions.add(chained(step, await decisions.last()))
    }
    const settle = createSettle({ decisions, people: accounts.people })
    await settleAll(settle, accounts.people)
    expect(accounts.people.review('r1')).toMatchObject({
      stage: 'expanded',
      review: { revealed: true },
    })
    const version = accounts.version()
    await settleAll(settle, accounts.people)
    expect(accounts.version()).toBe(version)
  })

  it('an earlier step that is sent again takes no review back', async () => {
    const { device, accounts } = openOffice()
    const [head, ceo] = [device('p03', 'a'), device('p01', 'b')]
    const first = proposal('peer-review', 'planned', 'focus_sent')
    head.say({ type: 'propose', proposal: first })
    await quiet()
    ceo.say({ type: 'propose', proposal: proposal('peer-review', 'focus_sent', 'expanded') })
    await quiet()
    head.say({ type: 'propose', proposal: first })
    await quiet()
    expect(accounts.people.review('r1')?.stage).toBe('expanded')
  })
})
