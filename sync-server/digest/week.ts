const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
})

/** By the clock on the wall. */
const FROM_HOUR = 7
/** A relay that was off on Monday morning still sends until the evening of the day after. */
const DAYS = ['Mon', 'Tue']

const part = (now: number, type: string): string =>
  parts.formatToParts(now).find((one) => one.type === type)?.value ?? ''

const DAY_MS = 86_400_000

/**
 * The week whose mail is to be sent now, by its Monday.
 * @param dateOf yyyy-mm-dd of a moment in London
 * @returns yyyy-mm-dd, or null outside the hours in which it is sent
 */
export function weekToSend(now: number, dateOf: (at: number) => string): string | null {
  const day = DAYS.indexOf(part(now, 'weekday'))
  if (day < 0 || (day === 0 && Number(part(now, 'hour')) < FROM_HOUR)) return null
  return dateOf(now - day * DAY_MS)
}
