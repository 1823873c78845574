interface Splice {
  readonly at: number
  readonly removed: number
  readonly added: string
}

/** The smallest single change that turns one text into another. */
function spliceOf(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length)
  let at = 0
  while (at < shorter && before[at] === after[at]) at++
  let end = 0
  while (end < shorter - at && before.at(-1 - end) === after.at(-1 - end)) end++
  return { at, removed: before.length - at - end, added: after.slice(at, after.length - end) }
}

/** Where a place in a text lies after a change. */
function moved(place: number, { at, removed, added }: Splice): number {
  if (place <= at) return place
  return place >= at + removed ? place + added.length - removed : at + added.length
}

/**
 * What somebody typed in a box, put into the text as it is now. A box lags while a word is being
 * composed; writing what the box shows would take away what a colleague typed meanwhile.
 * @param base what the box showed before the typing
 */
export function mergeTyped(base: string, typed: string, now: string): string {
  if (base === now) return typed
  const mine = spliceOf(base, typed)
  const theirs = spliceOf(base, now)
  const start = moved(mine.at, theirs)
  const end = Math.max(start, moved(mine.at + mine.removed, theirs))
  const kept = now.slice(
    Math.min(end, Math.max(start, theirs.at)),
    Math.max(start, Math.min(end, theirs.at + theirs.added.length)),
  )
  return now.slice(0, start) + mine.added + kept + now.slice(end)
}
