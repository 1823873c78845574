import type { Pack } from './pack.ts'

export interface CalendarEvent {
  /** The same for the same slot each time, so that a calendar replaces and does not double. */
  readonly uid: string
  /** Milliseconds since 1970. */
  readonly start: number
  readonly end: number
  readonly title: string
  readonly place: string
  readonly text: string
}

const HOUR_MS = 3_600_000
const LINE_OCTETS = 75

/** 01:00 UTC on the last Sunday of a month: when the clocks in the United Kingdom change. */
function clocksChange(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * 24 * HOUR_MS
}

/**
 * A time by a clock in London as milliseconds since 1970.
 * @param date `yyyy-mm-dd`
 * @param clock `hh:mm`
 */
export function londonTime(date: string, clock: string): number {
  const year = Number(date.slice(0, 4))
  const asUtc = Date.parse(`${date}T${clock}:00Z`)
  const summer = asUtc - HOUR_MS
  const isSummer = summer >= clocksChange(year, 2) && summer < clocksChange(year, 9)
  return isSummer ? summer : asUtc
}

/** Octets that a character takes in UTF-8. */
function octets(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Lines longer than 75 octets go on in the next, which begins with a space; no character is cut. */
function folded(line: string): string {
  let out = ''
  let room = LINE_OCTETS
  for (const character of line) {
    const size = octets(character)
    if (size > room) {
      out += '\r\n '
      room = LINE_OCTETS - 1
    }
    out += character
    room -= size
  }
  return out
}

const escaped = (text: string) =>
  text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n')

const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

function eventLines(event: CalendarEvent, madeAt: number): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp(madeAt)}`,
    `DTSTART:${stamp(event.start)}`,
    `DTEND:${stamp(event.end)}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.place === '' ? [] : [`LOCATION:${escaped(event.place)}`]),
    ...(event.text === '' ? [] : [`DESCRIPTION:${escaped(event.text)}`]),
    'END:VEVENT',
  ]
}

/**
 * Events as an iCalendar file (RFC 5545).
 * @param madeAt milliseconds since 1970
 */
export function calendarOf(events: readonly CalendarEvent[], madeAt: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Corridor//Peer review//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/**
 * A review's day as events: one person's, or everybody's.
 * @param person null for the whole day
 * @param nameOf how a person is called in the events
 */
export function dayEvents(
  pack: Pack,
  person: string | null,
  nameOf: (person: string) => string,
): CalendarEvent[] {
  const { id, date, schoolName } = pack.review
  return pack.slots
    .filter((slot) => slot.start < slot.end)
    .flatMap((slot): CalendarEvent[] => {
      const groups = pack.groups.filter((g) => g.slot === slot.id)
      const own = person === null ? undefined : groups.find((g) => g.people.includes(person))
      if (person !== null && !own && !slot.wholeTeam) return []
      const shown = own ? [own] : groups
      return [
        {
          uid: `${slot.id}.${person ?? 'all'}.${id}@corridor`,
          start: londonTime(date, slot.start),
          end: londonTime(date, slot.end),
          title: `${own?.activity || slot.title}, ${schoolName}`,
          place: own?.place || slot.place,
          text: shown
            .map((g) => {
              const what = [g.activity, g.seen, g.place].filter(Boolean).join(', ')
              const who = g.people.map(nameOf).join(', ')
              return [`${g.label}: ${who}`, what].filter(Boolean).join('. ')
            })
            .join('\n'),
        },
      ]
    })
}
