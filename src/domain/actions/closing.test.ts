import { describe, expect, it } from 'vitest'
import { actionOf } from '../../../test/helpers/audit-actions.ts'
import { accessFactsSchema } from '../access/facts.ts'
import type { Role } from '../roles.ts'
import { statusNeeds, statusOf } from './action.ts'
import { closeRefusal, movedWith } from './closing.ts'

const who = (person: string, role: Role, urn: string | null) =>
  accessFactsSchema.parse({
    person,
    name: person,
    today: '2026-11-24',
    roles: [{ role, urn, from: '2026-09-01', to: null }],
    reviews: [],
  })
const compliance = who('p09', 'Compliance Manager', null)
const head = who('p03', 'Head', '900001')
const site = who('p13', 'Site', '900001')
const HOW = { person: 'p13', today: '2026-11-24' }

describe('HC21, C25: what closing asks for', () => {
  it('is refused with a reason and no date; with a reason it may be decided against', () => {
    const action = actionOf({
      reason: 'Covered',
      actionsTaken: 'Strip replaced',
      outcome: 'Closes',
    })
    expect(statusNeeds(action, 'closed')).toEqual(['the day it was finished'])
    expect(statusNeeds(action, 'not_actioned')).toEqual([])
  })
})

describe('HC22, C24: done at the school, and the trust not told', () => {
  it('is a state of its own that remembers who did it, and Compliance may close it', () => {
    const done = actionOf({
      status: [{ value: 'done_hq_not_informed', device: 'd', at: 1 }],
      ...movedWith(actionOf({}), 'done_hq_not_informed', HOW),
    })
    expect(statusOf(done)).toBe('done_hq_not_informed')
    expect(done.doneBy).toBe('p13')
    expect(closeRefusal(done, compliance)).toBeNull()
    expect(movedWith(done, 'closed', { ...HOW, person: 'p09' })).toEqual({
      verifiedBy: 'p09',
      verifiedOn: '2026-11-24',
    })
  })
})

describe('who verifies', () => {
  const walked = { source: { type: 'walkaround', id: 'd1' } }

  it('is somebody other than who did it, whatever their role', () => {
    expect(closeRefusal(actionOf({ ...walked, doneBy: 'p13' }), site)).toBe('own-work')
    expect(closeRefusal(actionOf({ ...walked, doneBy: 'p13' }), head)).toBeNull()
    expect(closeRefusal(actionOf({ doneBy: 'p09' }), compliance)).toBe('own-work')
  })

  it('until somebody says that they did it, is not its owner either', () => {
    const owned = { ...walked, owner: { kind: 'person', value: 'p13' } }
    expect(closeRefusal(actionOf(owned), site)).toBe('own-work')
  })

  it('of an audit’s action is Compliance, not the school', () => {
    expect(closeRefusal(actionOf({ doneBy: 'p13' }), head)).toBe('compliance')
  })

  it('is nobody where the school closes what it promised itself', () => {
    const own = actionOf({ source: { type: 'action-plan', id: 'r1' }, doneBy: 'p03' })
    expect(closeRefusal(own, head)).toBeNull()
    expect(movedWith(own, 'closed', HOW)).toEqual({})
  })

  it('is asked again when a closed one is taken up again', () => {
    const closed = actionOf({
      status: [{ value: 'closed', device: 'd', at: 1 }],
      verifiedBy: 'p09',
    })
    expect(movedWith(closed, 'in_progress', HOW)).toEqual({
      verifiedBy: '',
      verifiedOn: '',
      closedOn: '',
    })
  })
})
