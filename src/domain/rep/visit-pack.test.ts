import { describe, expect, it } from 'vitest'
import { anItem, aReview, aStatus, standingsIn } from '../../../test/helpers/rep.ts'
import { actionRecord, type Action } from '../actions/action.ts'
import { type Part, partRecord } from '../letter/parts.ts'
import { areasIn, itemsForVisit, openSafetyActions } from './visit-pack.ts'

const anAction = (id: string, fields: object): Action => {
  const read = actionRecord.read({
    type: 'action',
    id,
    source: { type: 'audit', id: '' },
    what: id,
    by: 'p09',
    madeAt: 1,
    ...fields,
  })
  if (!read.ok) throw new Error(id)
  return read.value
}
const said = (value: string) => [{ value, device: 'd', at: 1 }]

const aPart = (id: string, fields: object): Part => {
  const read = partRecord.read({ type: 'letter-part', id, place: 1, madeAt: 1, ...fields })
  if (!read.ok) throw new Error(id)
  return read.value
}

describe('the items of a visit', () => {
  it('C16: each stands once: carried forward, due next, or among the others', () => {
    const items = [
      anItem('a'),
      anItem('b'),
      anItem('c', { milestone: 'w3' }),
      anItem('d', { milestone: 'w3' }),
      anItem('e', { milestone: 'w6' }),
    ]
    const standings = standingsIn({
      items,
      statuses: [
        aStatus('s1', { item: 'a', status: 'met' }),
        aStatus('s2', { item: 'b', status: 'partly_met' }),
        aStatus('s3', { item: 'd', status: 'met' }),
      ],
      reviews: [aReview('r', { carried: ['b'], heldAt: 5 })],
    })
    const { carried, due, others } = itemsForVisit(standings, 'w3')
    const ids = (list: typeof carried) => list.map(({ item }) => item.id)
    expect([ids(carried), ids(due), ids(others)]).toEqual([['b'], ['c'], ['a', 'd', 'e']])
  })
})

describe('what else a visitor should know', () => {
  it('is open actions about the safety of the site, the soonest due first', () => {
    const actions = [
      anAction('later', { source: { type: 'walkaround', id: 'd' }, due: '2026-12-01' }),
      anAction('fire', { audit: 'Fire Safety', due: '2026-11-25' }),
      anAction('closed', { audit: 'Fire Safety', status: said('closed') }),
      anAction('website', { audit: 'Website compliance' }),
      anAction('gone', { audit: 'Health and Safety', removedAt: 3 }),
    ]
    expect(openSafetyActions(actions).map(({ id }) => id)).toEqual(['fire', 'later'])
  })

  it('is the areas to explore of a letter, a line each, and no other part of it', () => {
    const parts = [
      aPart('e', { kind: 'explore', text: 'Talk in maths\n\n Home reading ' }),
      aPart('s', { kind: 'strengths', text: 'Calm rooms' }),
    ]
    expect(areasIn(parts)).toEqual(['Talk in maths', 'Home reading'])
  })
})
