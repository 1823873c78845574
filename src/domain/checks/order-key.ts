/*
 * Places in a list as text: a new one fits between any two, so that two people who each put something
 * in, or move something, change no more than that record.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const WIDTH = 3

/** A key that sorts after `before` and ahead of `next`; '' is the start, null the end. Needs before < next. */
export function keyBetween(before: string, next: string | null): string {
  let key = ''
  for (let i = 0; ; i++) {
    const low = DIGITS.indexOf(before.charAt(i) || '0')
    const bounded = next !== null && next.startsWith(key)
    const high = bounded ? DIGITS.indexOf(next.charAt(i) || '0') : DIGITS.length
    if (high - low > 1) return key + DIGITS.charAt((low + high) >> 1)
    key += DIGITS.charAt(low)
  }
}

/** Keys for a list that is made at one time, in order. */
export const spreadKeys = (many: number): string[] =>
  Array.from({ length: many }, (_, at) => {
    let rest = at
    let key = ''
    for (let i = 0; i < WIDTH; i++) {
      key = DIGITS.charAt(rest % DIGITS.length) + key
      rest = Math.floor(rest / DIGITS.length)
    }
    return `${key}V`
  })

export interface Placed {
  readonly id: string
  readonly order: string
}

/** The same order on every device, also for two that were given the same place at once. */
export const byPlace = (a: Placed, b: Placed): number =>
  a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1

/**
 * What has to change so that `id` comes to stand at `to`: one record, or all of them where two have the
 * same place.
 */
export function placesAfterMove(list: readonly Placed[], id: string, to: number): Placed[] {
  const rest = list.filter((one) => one.id !== id).sort(byPlace)
  const at = Math.max(0, Math.min(to, rest.length))
  const before = rest[at - 1]?.order ?? ''
  const next = rest[at]?.order ?? null
  if (next === null || before < next) return [{ id, order: keyBetween(before, next) }]
  const keys = spreadKeys(rest.length + 1)
  return [
    ...rest.slice(0, at).map((one) => one.id),
    id,
    ...rest.slice(at).map((one) => one.id),
  ].map((one, i) => ({ id: one, order: keys[i] ?? '' }))
}
