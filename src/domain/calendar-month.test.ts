import { expect, it } from 'vitest'
import { monthGrid, monthsAround } from './calendar-month.ts'

it('a month begins on its weekday, Monday first, and has all of its days once', () => {
  const weeks = monthGrid('2026-11')
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30)
  expect(weeks.at(-1)?.[0]).toBe('2026-11-30')
  expect(monthGrid('2027-02')).toHaveLength(4)
  expect(
    monthGrid('2028-02')
      .flat()
      .filter((day) => day !== null),
  ).toHaveLength(29)
})

it.each([
  ['2026-12', '2026-11', '2027-01'],
  ['2027-01', '2026-12', '2027-02'],
  ['2027-03', '2027-02', '2027-04'],
])('round %s lie %s and %s', (month, before, after) => {
  expect(monthsAround(month)).toEqual({ before, after })
})
