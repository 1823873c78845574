import { expect, it } from 'vitest'
import { AS_OF, AUDIT_ACTIONS } from '../../../test/helpers/audit-actions.ts'
import { talliesOf } from './tally.ts'

it('fixture 03b: counts by owner and together, and no word of any action', () => {
  const tallies = talliesOf(AUDIT_ACTIONS, AS_OF)
  expect(tallies.all).toEqual({
    open: 6,
    overdue: 4,
    thisWeek: 0,
    doneNotTold: 1,
    next: '2026-12-18',
  })
  expect(tallies.byOwner['p13']).toEqual({
    open: 3,
    overdue: 2,
    thisWeek: 0,
    doneNotTold: 1,
    next: '2027-03-30',
  })
  const said = JSON.stringify(tallies)
  for (const { what, audit } of AUDIT_ACTIONS) {
    expect(said).not.toContain(what)
    expect(said).not.toContain(audit)
  }
})

it('leaves out what was removed', () => {
  const removed = AUDIT_ACTIONS.map((action) => ({ ...action, removedAt: 1 }))
  expect(talliesOf(removed, AS_OF)).toMatchObject({ all: { open: 0 }, byOwner: {} })
})
