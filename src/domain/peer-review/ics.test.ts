import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, type CalendarEvent, dayEvents, londonTime } from './ics.ts'
import { assemblePack, type Group, reviewRecord, type Slot } from './pack.ts'

const head = reviewRecord.read({
  type: 'review',
  id: 'r1',
  urn: '100001',
  schoolName: 'Rookery Pond Primary School',
  date: '2026-06-09',
})
if (!head.ok) throw new Error('the head of the pack does not read')

const slot = (id: string, start: string, end: string, wholeTeam = false): Slot => ({
  id,
  start,
  end,
  title: `Part ${id}`,
  place: 'Hall',
  wholeTeam,
  questions: [],
  kind: null,
  removedAt: null,
})
const group = (label: string, slotId: string, people: string[], activity = ''): Group => ({
  id: `${slotId}${label}`,
  label,
  slot: slotId,
  people,
  activity,
  place: '',
  seen: '',
  removedAt: null,
})
const pack = assemblePack({
  review: head.value,
  questions: [],
  slots: [slot('s1', '08:15', '08:45', true), slot('s2', '09:00', '10:00')],
  groups: [group('A', 's2', ['p1'], 'Year 3'), group('B', 's2', ['p2'])],
})
const nameOf = (person: string) => `Name ${person}`

const event = (more: Partial<CalendarEvent>): CalendarEvent => ({
  uid: 'u',
  start: 0,
  end: 0,
  title: 't',
  place: '',
  text: '',
  ...more,
})

describe('times by a clock in London', () => {
  it('are an hour ahead of UTC in summer, to the minute of the change', () => {
    expect(new Date(londonTime('2026-11-17', '08:15')).toISOString()).toBe(
      '2026-11-17T08:15:00.000Z',
    )
    expect(new Date(londonTime('2026-06-09', '08:15')).toISOString()).toBe(
      '2026-06-09T07:15:00.000Z',
    )
    expect(new Date(londonTime('2026-03-29', '00:59')).toISOString()).toBe(
      '2026-03-29T00:59:00.000Z',
    )
    expect(new Date(londonTime('2026-03-29', '02:00')).toISOString()).toBe(
      '2026-03-29T01:00:00.000Z',
    )
    expect(new Date(londonTime('2026-10-25', '02:00')).toISOString()).toBe(
      '2026-10-25T02:00:00.000Z',
    )
  })

  it('read back as the same clock by the time-zone tables of the browser', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    const day = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2037-12-31'),
      noInvalidDate: true,
    })
    const minute = fc.integer({ min: 6 * 60, max: 22 * 60 })
    fc.assert(
      fc.property(day, minute, (at, minutes) => {
        const date = at.toISOString().slice(0, 10)
        const two = (n: number) => String(n).padStart(2, '0')
        const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
        const [year, month, dayOfMonth] = date.split('-')
        expect(clock.format(londonTime(date, time))).toBe(`${dayOfMonth}/${month}/${year}, ${time}`)
      }),
    )
  })
})

/** A reader's way back: unfold, split, unescape. */
function fieldOf(file: string, name: string): string | undefined {
  const line = file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .find((each) => each.startsWith(`${name}:`))
  return line
    ?.slice(name.length + 1)
    .replace(/\\(.)/g, (_, mark: string) => (mark === 'n' ? '\n' : mark))
}

describe('a calendar file', () => {
  it('ends each line with CRLF and none is longer than 75 octets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const file = calendarOf([event({ title })], 0)
        const lines = file.split('\r\n')
        expect(lines.pop()).toBe('')
        for (const line of lines) {
          expect(line).not.toMatch(/[\r\n]/)
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        }
        expect(fieldOf(file, 'SUMMARY')).toBe(title.replace(/\r\n|\r/g, '\n'))
      }),
    )
  })

  it('escapes commas, semicolons, backslashes and new lines', () => {
    const file = calendarOf([event({ title: 'a, b; c\\d\ne' })], 0)
    expect(file).toContain('SUMMARY:a\\, b\\; c\\\\d\\ne\r\n')
  })

  it('says times in UTC and when it was made', () => {
    const [first] = dayEvents(pack, null, nameOf)
    const file = calendarOf(first ? [first] : [], Date.UTC(2026, 5, 1, 12))
    expect(file).toContain('DTSTAMP:20260601T120000Z\r\n')
    expect(file).toContain('DTSTART:20260609T071500Z\r\nDTEND:20260609T074500Z\r\n')
  })
})

describe('a day as events', () => {
  it('is everybody’s, or one person’s with what their group does', () => {
    expect(dayEvents(pack, null, nameOf).map((e) => e.title)).toEqual([
      'Part s1, Rookery Pond Primary School',
      'Part s2, Rookery Pond Primary School',
    ])
    const mine = dayEvents(pack, 'p1', nameOf)
    expect(mine.map((e) => [e.title, e.place, e.text])).toEqual([
      ['Part s1, Rookery Pond Primary School', 'Hall', ''],
      ['Year 3, Rookery Pond Primary School', 'Hall', 'A: Name p1. Year 3'],
    ])
    expect(dayEvents(pack, 'p9', nameOf)).toHaveLength(1)
  })

  it('keeps the same names for the same slots, so that a calendar replaces them', () => {
    const later = { ...pack, slots: pack.slots.map((s) => ({ ...s, title: 'Changed' })) }
    const uids = dayEvents(pack, 'p1', nameOf).map((e) => e.uid)
    expect(dayEvents(later, 'p1', nameOf).map((e) => e.uid)).toEqual(uids)
    expect(new Set(uids).size).toBe(2)
  })

  it('leaves out what ends before it begins', () => {
    const wrong = { ...pack, slots: [slot('s1', '10:00', '09:00', true)] }
    expect(dayEvents(wrong, null, nameOf)).toEqual([])
  })
})
