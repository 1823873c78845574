import { expect, it } from 'vitest'
import { isoDate } from './ids.ts'
import { lastDayOf, schoolYearBefore, schoolYearOf } from './school-year.ts'

it('begins on the first of September', () => {
  expect(schoolYearOf(isoDate('2026-08-31'))).toBe('2025-26')
  expect(schoolYearOf(isoDate('2026-09-01'))).toBe('2026-27')
  expect(schoolYearOf(isoDate('2027-01-04'))).toBe('2026-27')
  expect(schoolYearOf(isoDate('2099-11-24'))).toBe('2099-00')
  expect(schoolYearBefore(isoDate('2026-09-01'))).toBe('2025-26')
  expect(['2025-26', '2099-00'].map(lastDayOf)).toEqual(['2026-08-31', '2100-08-31'])
})
