import { describe, expect, it } from 'vitest'
import {
  ACTION_STATUSES,
  type Action,
  actionRecord,
  actionsInOrder,
  isOverdue,
  statusNeeds,
  statusOf,
} from './action.ts'

const action = (fields: Readonly<Record<string, unknown>> = {}): Action => {
  const read = actionRecord.read({
    type: 'action',
    id: 'a',
    source: { type: 'action-plan', id: 'r1' },
    by: 'p03',
    madeAt: 1,
    ...fields,
  })
  if (!read.ok) throw new Error(`Not read: ${JSON.stringify(read.error)}`)
  return read.value
}
const said = (value: string, device: string) => ({ value, device, at: 1 })

describe('where an action stands', () => {
  it('is not begun while nobody said anything', () => {
    expect(statusOf(action())).toBe('open')
  })

  it('C55: two devices that said different things both stay until a person picks', () => {
    const both = action({ status: [said('closed', 'd1'), said('in_progress', 'd2')] })
    expect(statusOf(both)).toBeNull()
    expect(both.status.map(({ value }) => value)).toEqual(['closed', 'in_progress'])
  })

  it('C24: done while the trust was not told is a state of its own and needs nothing more', () => {
    expect(ACTION_STATUSES.map(([status]) => status)).toContain('done_hq_not_informed')
    expect(statusNeeds(action(), 'done_hq_not_informed')).toEqual([])
  })

  it('C25: is closed only with what was done, what came of it and the day', () => {
    expect(statusNeeds(action(), 'closed')).toEqual([
      'what was done',
      'what came of it',
      'the day it was finished',
    ])
    const whole = { actionsTaken: 'Built shelves', outcome: 'Used daily', closedOn: '2027-03-01' }
    expect(statusNeeds(action(whole), 'closed')).toEqual([])
    expect(statusNeeds(action({ ...whole, outcome: ' ' }), 'closed')).toEqual(['what came of it'])
  })

  it('C25: partly done or not done needs its reason', () => {
    for (const to of ['partially_implemented', 'not_actioned'] as const) {
      expect(statusNeeds(action(), to)).toEqual(['the reason'])
      expect(statusNeeds(action({ reason: 'No cover' }), to)).toEqual([])
    }
  })
})

it('is overdue after its day, until it is finished', () => {
  const due = { due: '2027-01-10' }
  expect(isOverdue(action(due), '2027-01-10')).toBe(false)
  expect(isOverdue(action(due), '2027-01-11')).toBe(true)
  expect(isOverdue(action({ ...due, status: [said('closed', 'd')] }), '2027-01-11')).toBe(false)
  expect(isOverdue(action(), '2027-01-11')).toBe(false)
})

it('puts the soonest first, those without a day last, removed ones nowhere', () => {
  const list = [
    action({ id: 'c' }),
    action({ id: 'b', due: '2027-02-01' }),
    action({ id: 'a', due: '2027-01-01' }),
    action({ id: 'x', due: '2026-01-01', removedAt: 5 }),
  ]
  expect(actionsInOrder(list).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})
