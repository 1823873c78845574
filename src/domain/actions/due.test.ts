import { expect, it } from 'vitest'
import { dayAfter, daysBetween, dueFor, dueRuleSchema, USUAL_DUE } from './due.ts'

it('fixture 05: red is due in 1 day, amber in 7, green in 30, and those are the setting’s defaults', () => {
  expect(dueFor('red', '2026-11-11')).toBe('2026-11-12')
  expect(dueFor('amber', '2026-11-11')).toBe('2026-11-18')
  expect(dueFor('green', '2026-11-11')).toBe('2026-12-11')
  expect(dueRuleSchema.parse({})).toEqual(USUAL_DUE)
})

it('goes by the trust’s own rule where it has set one', () => {
  expect(dueFor('red', '2026-11-11', { red: 0, amber: 3, green: 60 })).toBe('2026-11-11')
  expect(dueFor('green', '2026-11-11', { red: 0, amber: 3, green: 60 })).toBe('2027-01-10')
})

it('counts days over the change of the clocks and the end of a year', () => {
  expect(dayAfter('2027-03-27', 2)).toBe('2027-03-29')
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysBetween('2026-11-12', '2026-11-11')).toBe(-1)
})
