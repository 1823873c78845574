import { describe, expect, it } from 'vitest'
import { createRecord } from '../../src/crdt/records.ts'
import { documentsOf } from '../../src/domain/access/documents-of.ts'
import { may } from '../../src/domain/access/table.ts'
import { isoDate, reviewId } from '../../src/domain/ids.ts'
import { pointRecord } from '../../src/domain/peer-review/answers.ts'
import { COOKIE, createHttp } from '../../sync-server/http.ts'
import { createVerify } from '../../sync-server/verify.ts'
import { inlineWorker } from '../../sync-server/worker/inline.ts'
import { editor, rowOf } from './rows.ts'
import { openWorld, REVIEW, START } from './world.ts'

const TODAY = isoDate('2026-11-24')
const ORIGIN = 'https://corridor.example'
const PLAN = { kind: 'plan', review: reviewId('r1') } as const

function openOffice() {
  const world = openWorld()
  const { accounts, relay, clock, log } = world
  const http = createHttp({
    relay,
    accounts,
    log,
    verify: createVerify(),
    now: () => clock.now,
    demo: null,
    allowedOrigins: [ORIGIN],
    app: null,
    writable: async () => undefined,
    history: { log, worker: inlineWorker() },
  })
  const ask = async (person: string | null, method: string, where: string, body?: unknown) => {
    const token = person === null ? '' : accounts.sessions.open(person, clock.now)
    const answer = await http.request(where, {
      method,
      headers: { origin: ORIGIN, cookie: `${COOKIE}=${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const said: unknown = await answer.json()
    return { status: answer.status, said }
  }
  const name = (person: string | null, facilitators: string[], reason = '', id = 'r1') =>
    ask(person, 'PUT', `/api/reviews/${id}/facilitators`, { facilitators, reason })
  return { ...world, ask, name, facts: (person: string) => accounts.factsOf(person, TODAY) }
}

describe('naming who leads an action-plan session', () => {
  it('opens the plan to them for writing, whatever their role, and tells the relay at once', async () => {
    const { name, facts } = openOffice()
    expect(may(facts('p11'), 'write', PLAN)).toBe(false)
    expect(await name('p03', ['p11'])).toMatchObject({
      status: 200,
      said: { facilitators: ['p11'] },
    })
    expect(may(facts('p11'), 'write', PLAN)).toBe(true)
    expect(may(facts('p11'), 'read', { kind: 'review', review: reviewId('r1') })).toBe(false)
    expect(documentsOf(facts('p11'))).toContain('plan/r1')
    expect(await name('p03', [])).toMatchObject({ status: 200 })
    expect(may(facts('p11'), 'write', PLAN)).toBe(false)
  })

  it('C12: asks for a reason where one of them was a reviewer, and keeps it', async () => {
    const { name, facts } = openOffice()
    for (const reviewer of ['p04', 'p05', 'p07'])
      expect(await name('p03', [reviewer])).toEqual({
        status: 422,
        said: { error: 'needs-reason' },
      })
    expect((await name('p03', ['p04'], 'The facilitator fell ill')).status).toBe(200)
    expect(facts('p03').reviews[0]).toMatchObject({
      facilitators: ['p04'],
      facilitatorReason: 'The facilitator fell ill',
    })
  })

  it('refuses others, strangers, nonsense and a review that is not there', async () => {
    const { name, ask } = openOffice()
    expect((await name(null, ['p11'])).status).toBe(401)
    expect((await name('p12', ['p12'])).status).toBe(403)
    expect((await name('p04', ['p04'], 'I would like to')).status).toBe(403)
    expect((await name('p03', ['p99'])).status).toBe(422)
    expect((await name('p03', ['p11'], '', 'r9')).status).toBe(403)
    const odd = await ask('p03', 'PUT', '/api/reviews/r1/facilitators', { facilitators: 'p11' })
    expect(odd.status).toBe(400)
  })

  it('C3: staff of the school read the plan once the letter has gone, and not before', () => {
    const { accounts, facts } = openOffice()
    expect(may(facts('p12'), 'read', PLAN)).toBe(false)
    accounts.people.setStage('r1', 'letter_agreed')
    expect(may(facts('p12'), 'read', PLAN)).toBe(false)
    accounts.people.setStage('r1', 'letter_issued')
    expect(facts('p12').plans).toEqual([{ id: 'r1', urn: REVIEW.urn, date: REVIEW.date }])
    expect(may(facts('p12'), 'read', PLAN)).toBe(true)
    expect(may(facts('p12'), 'write', PLAN)).toBe(false)
    expect(documentsOf(facts('p12'))).toEqual(
      expect.arrayContaining([
        'trust',
        'templates',
        'papers',
        'achievement',
        'boundary-checks',
        'plan/r1',
      ]),
    )
    expect(documentsOf(facts('p12'))).not.toContain('review/r1')
    expect(facts('p11').plans).toEqual([])
  })
})

describe('the history of a document', () => {
  const DOC = '/api/history/review/r1'

  async function written() {
    const office = openOffice()
    const p07 = office.device('p07', 'a')
    const author = { device: 'a'.repeat(32), at: START }
    const fields = { question: 'q', kind: 'explore', text: 'How pupils choose', madeAt: START }
    const bytes = editor(7).one((doc) => createRecord(doc, pointRecord, 'pt1', fields, author))
    await p07.push(rowOf('review/r1', bytes, { device: p07.id, madeAt: START - 3_600_000 }))
    return office
  }

  it('T31: says who, on which device, when by their clock and when the relay got it', async () => {
    const { ask } = await written()
    const { status, said } = await ask('p04', 'GET', DOC)
    expect(status).toBe(200)
    expect(said).toMatchObject([
      { person: 'p07', record: 'pt1', kind: 'made', madeAt: START - 3_600_000, receivedAt: START },
    ])
  })

  it('is for those who may read the document, and never for notes', async () => {
    const { ask } = await written()
    expect((await ask(null, 'GET', DOC)).status).toBe(401)
    expect((await ask('p12', 'GET', DOC)).status).toBe(403)
    expect((await ask('p11', 'GET', DOC)).status).toBe(403)
    for (const doc of ['review/r1/notes/p04', 'review/r9', 'nonsense', 'qla/x', ''])
      expect((await ask('p04', 'GET', `/api/history/${doc}`)).status).toBe(403)
  })
})
