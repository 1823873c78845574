import { describe, expect, it } from 'vitest'
import { documentsOf } from '../../src/domain/access/documents-of.ts'
import { documentName } from '../../src/domain/documents.ts'
import { isoDate, reviewId } from '../../src/domain/ids.ts'
import { editor, rowOf, typeInto } from './rows.ts'
import { openWorld, quiet } from './world.ts'

const REVIEW = documentName({ kind: 'review', review: reviewId('r1') })
const TODAY = isoDate('2026-11-24')
const STEPS = [
  ['head', 'planned', 'focus_sent'],
  ['ceo', 'focus_sent', 'expanded'],
  ['ceo', 'expanded', 'timetable_drafted'],
  ['head', 'timetable_drafted', 'agreed'],
  ['ceo', 'agreed', 'circulated'],
] as const

/** A review from its planning, with a CEO who is not on its team. */
function beforeTheDay() {
  const world = openWorld()
  const { accounts, device } = world
  const people = { head: device('p03', 'b'), ceo: device('p01', 'c'), lead: device('p07', 'a') }
  let made = 0
  const step = async (who: keyof typeof people, from: string, to: string) => {
    people[who].clear()
    const id = (++made).toString(16).padStart(32, 'e')
    const proposal = { id, machine: 'peer-review', subject: REVIEW, from, to, reason: null }
    people[who].say({ type: 'propose', proposal: { ...proposal, madeAt: 1 } })
    await quiet()
    return people[who].of('declined').map(({ reason }) => reason)
  }
  let writer = 0
  const write = async (text: string) => {
    people.ceo.clear()
    const [bytes] = editor(++writer).edit(typeInto(text))
    if (!bytes) throw new Error('Nothing was typed')
    await people.ceo.push(rowOf(REVIEW, bytes, { device: people.ceo.id }))
    return [
      ...people.ceo.of('ack').map(() => 'safe'),
      ...people.ceo.of('refused').flatMap(({ rows }) => rows.map(({ reason }) => reason)),
    ]
  }
  const follow = async () => {
    people.ceo.clear()
    people.ceo.say({ type: 'unfollow', doc: REVIEW })
    people.ceo.say({ type: 'follow', doc: REVIEW, cursor: 0 })
    await quiet()
    return people.ceo.rows(REVIEW).length
  }
  const holds = () => documentsOf(accounts.factsOf('p01', TODAY)).includes(REVIEW)
  return { ...world, ...people, step, write, follow, holds }
}

describe('a CEO who is not on the team', () => {
  it('C7 reads and writes the review and takes the CEO’s steps until the day begins; C3 then neither', async () => {
    const { ceo, step, write, follow, holds } = beforeTheDay()
    ceo.say({ type: 'feed', cursors: { log: 0, decisions: 0, access: 0 } })
    await quiet()
    let written = 0
    for (const [who, from, to] of STEPS) {
      expect(await write(from)).toEqual(['safe'])
      expect(await follow()).toBe(++written)
      expect(await step(who, from, to)).toEqual([])
      expect(holds()).toBe(true)
    }
    expect(await write('The last word before the day')).toEqual(['safe'])
    ceo.clear()
    expect(await step('lead', 'circulated', 'on_the_day')).toEqual([])
    // The device is told that its rights have changed, and of nothing that was decided.
    expect(ceo.of('feed').at(-1)).toMatchObject({ access: true })
    expect(ceo.of('decided')).toEqual([])
    expect(holds()).toBe(false)
    expect(await write('A thing said on the day')).toEqual(['not-allowed'])
    expect(await follow()).toBe(0)
  })
})
