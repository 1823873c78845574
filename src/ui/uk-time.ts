const zone = 'Europe/London'

/** A format that is made when it is first used: making one takes longer than a start can spare. */
function format(options: Intl.DateTimeFormatOptions): (at: number) => string {
  let made: Intl.DateTimeFormat | undefined
  return (at) => {
    made ??= new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone })
    return made.format(at).replace(',', '')
  }
}

const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const numeric = format({ day: '2-digit', month: '2-digit', year: 'numeric' })
const day = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const short = format({ weekday: 'short', day: 'numeric', month: 'short' })

/** How a moment is written: 10:42 · 18/11/2025 · Tuesday 18 November 2025 · Tue 18 Nov · Tue 18 Nov, 10:42 */
export type TimeForm = 'clock' | 'date' | 'day' | 'short' | 'moment'

/** A moment in UK words and London time, wherever the tablet thinks it is. */
export function sayTime(at: number, form: TimeForm): string {
  switch (form) {
    case 'clock':
      return clock(at)
    case 'date':
      return numeric(at)
    case 'day':
      return day(at)
    case 'short':
      return short(at)
    case 'moment':
      return `${short(at)}, ${clock(at)}`
  }
}
