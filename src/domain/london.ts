import { type IsoDate, isoDate } from './ids.ts'

const clock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

const MINUTE = 60_000
let minute = -1
let date = isoDate('')

/** The date in the trust's schools. Asked for every row, so it is worked out once a minute. */
export function londonDate(now: number): IsoDate {
  const current = Math.floor(now / MINUTE)
  if (current !== minute) {
    minute = current
    date = isoDate(clock.format(now))
  }
  return date
}
