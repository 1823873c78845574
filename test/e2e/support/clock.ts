export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/**
 * Gives whoever runs it a clock that is off by so much. It goes into pages and into the relay
 * alike, so it stands alone: nothing outside its braces exists there.
 */
export function shiftDate(ms: number): void {
  const KEPT = Symbol.for('the real Date')
  const world = globalThis as unknown as Record<PropertyKey, unknown>
  const Real = (world[KEPT] ?? Date) as DateConstructor
  const now = (): number => Real.now() + ms
  world[KEPT] = Real
  world['Date'] = new Proxy(Real, {
    construct: (target, args: unknown[], made) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, made) as object,
    apply: () => new Real(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  })
}

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function wall(at: number) {
  const parts = new Map(london.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
  const date = `${part('year')}-${part('month')}-${part('day')}`
  return { date, time: `${part('hour')}:${part('minute')}` }
}

/** yyyy-mm-dd by the schools' clock. */
export const londonDate = (at: number): string => wall(at).date

/** The moment at which the schools' clock shows this time on this day. */
export function londonMoment(date: string, time: string): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  const shown = wall(asUtc)
  return asUtc - (Date.parse(`${shown.date}T${shown.time}:00Z`) - asUtc)
}
