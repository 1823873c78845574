import { sayTime, type TimeForm } from './uk-time.ts'

/** A moment, given as milliseconds since 1970, written the UK way. */
export function Time({ at, form = 'clock' }: { at: number; form?: TimeForm }) {
  return <time dateTime={new Date(at).toISOString()}>{sayTime(at, form)}</time>
}
