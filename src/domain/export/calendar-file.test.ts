import { expect, it } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const AT = Date.parse('2026-11-12T13:00:00Z')

it('is a whole day in every calendar, the day after being the first that is free', () => {
  const file = calendarFile(
    'Actions',
    [{ uid: 'a1@corridor', date: '2026-12-31', title: 'Doors; hall, both', details: 'One\nTwo' }],
    AT,
  )
  expect(file).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
  expect(file).toContain('SUMMARY:Doors\\; hall\\, both\r\nDESCRIPTION:One\\nTwo\r\n')
  expect(file).toContain('DTSTAMP:20261112T130000Z\r\n')
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

it('no line is longer than 75 bytes, and nothing of a long one is lost', () => {
  const title = 'Replace the damaged strip on the hall doors – '.repeat(8)
  const file = calendarFile('A', [{ uid: 'u', date: '2026-11-12', title, details: '' }], AT)
  for (const line of file.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`)
})

it('a text cannot end its line and begin an entry of its own', () => {
  const file = calendarFile(
    'A',
    [{ uid: 'u', date: '2026-11-12', title: 'x\r\nBEGIN:VALARM', details: '' }],
    AT,
  )
  expect(file.split('\r\n')).not.toContain('BEGIN:VALARM')
})
