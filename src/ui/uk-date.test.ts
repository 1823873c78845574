import { describe, expect, it } from 'vitest'
import { parseUkDate, sayUkDate, writeUkDate } from './uk-date.ts'
import { sayTime } from './uk-time.ts'

describe('a typed UK date', () => {
  it.each([
    ['18/11/2025', '2025-11-18'],
    ['1.9.26', '2026-09-01'],
    [' 3-4-2026 ', '2026-04-03'],
    ['18 Nov 2025', '2025-11-18'],
    ['18 November 2025', '2025-11-18'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is read day first', (typed, iso) => {
    expect(parseUkDate(typed)).toBe(iso)
  })

  it.each(['', '31/02/2026', '11/18/2025', '2025-11-18', 'Tuesday', '18 Foo 2025', '18/11'])(
    '"%s" is not a date',
    (typed) => {
      expect(parseUkDate(typed)).toBeNull()
    },
  )

  it('is written and said the UK way', () => {
    expect(writeUkDate('2025-11-18')).toBe('18/11/2025')
    expect(writeUkDate('18/11')).toBe('18/11')
    expect(sayUkDate('2025-11-18')).toBe('Tuesday 18 November 2025')
    expect(sayUkDate('soon')).toBeNull()
  })
})

describe('a moment', () => {
  it('is told in London time, in summer and in winter', () => {
    expect(sayTime(Date.UTC(2025, 10, 18, 10, 42), 'moment')).toBe('Tue 18 Nov, 10:42')
    expect(sayTime(Date.UTC(2025, 5, 18, 23, 30), 'day')).toBe('Thursday 19 June 2025')
    expect(sayTime(Date.UTC(2025, 5, 18, 9, 0), 'clock')).toBe('10:00')
    expect(sayTime(Date.UTC(2025, 10, 8), 'date')).toBe('08/11/2025')
  })
})
