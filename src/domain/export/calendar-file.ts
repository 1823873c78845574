/** One day of a calendar file. */
export interface DayEvent {
  /** The same for the same thing each time, so that a second file changes it and adds nothing. */
  readonly uid: string
  /** yyyy-mm-dd */
  readonly date: string
  readonly title: string
  readonly details: string
}

const WIDEST = 75

const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')

const bytesOf = (sign: string): number => new TextEncoder().encode(sign).length

/** RFC 5545: no line longer than 75 bytes; the rest follows after a space. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let bytes = 0
  for (const sign of line) {
    const more = bytesOf(sign)
    if (bytes + more > WIDEST) {
      lines.push(current)
      current = ' '
      bytes = 1
    }
    current += sign
    bytes += more
  }
  return [...lines, current].join('\r\n')
}

const basic = (day: string): string => day.replaceAll('-', '')

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/**
 * Whole days as a calendar file (RFC 5545) for Outlook, Google and Apple.
 * @param at when it is made, milliseconds since 1970
 */
export function calendarFile(name: string, events: readonly DayEvent[], at: number): string {
  const stamp = `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Corridor//Corridor//EN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ uid, date, title, details }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${basic(date)}`,
      `DTEND;VALUE=DATE:${basic(dayAfter(date))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(details)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
