import { APART_MS, type HistoryLine } from '../../../domain/history.ts'
import { sayTime } from '../../../ui/uk-time.ts'

/** What a record is called, and the field that tells it from others. */
const THINGS: Readonly<Record<string, { readonly one: string; readonly field: string }>> = {
  review: { one: 'the pack', field: 'focus' },
  'key-question': { one: 'a key question', field: 'text' },
  slot: { one: 'a slot of the timetable', field: 'title' },
  group: { one: 'a group of the timetable', field: 'activity' },
  answer: { one: 'an answer', field: 'text' },
  point: { one: 'a strength or an area to explore', field: 'text' },
  'evidence-link': { one: 'the evidence behind an answer', field: '' },
  agreed: { one: 'an agreement to an answer', field: '' },
  member: { one: 'their own line in the team', field: '' },
  ready: { one: 'a device’s check', field: '' },
  'lead-place': { one: 'the question that is shown', field: '' },
  session: { one: 'the action-plan session', field: 'place' },
  'plan-table': { one: 'a table of the session', field: 'question' },
  idea: { one: 'an idea', field: 'text' },
  action: { one: 'a commitment', field: 'what' },
  'action-change': { one: 'where a commitment stands', field: '' },
}

/** Changes that say nothing to a reader: where a screen is, what a device checks. */
const QUIET = new Set(['lead-place', 'ready', 'undefined', ''])
export const isWorthReading = ({ type }: HistoryLine): boolean => !QUIET.has(type)

const VERBS: Readonly<Record<HistoryLine['kind'], string>> = {
  made: 'wrote',
  changed: 'changed',
  removed: 'removed',
  'brought-back': 'brought back',
  erased: 'took away for good',
}

/** "changed an answer". */
export const sayDeed = ({ kind, type }: HistoryLine): string =>
  `${VERBS[kind]} ${THINGS[type]?.one ?? 'something'}`

const asText = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

/** The words that it is about: those that came, or those that went. */
export function sayWords({ type, fields, kind }: HistoryLine): string {
  const named = THINGS[type]?.field
  const change = fields.find(({ field }) => field === named)
  const words = asText(kind === 'erased' ? change?.before : change?.after) || asText(change?.before)
  return words.length > 160 ? `${words.slice(0, 160)}…` : words
}

/** By their clock; and when the trust got it, where the two are more than five minutes apart. */
export function sayWhen(madeAt: number, receivedAt: number, form: 'clock' | 'moment'): string {
  if (Math.abs(receivedAt - madeAt) <= APART_MS) return sayTime(madeAt, form)
  return `${sayTime(madeAt, 'moment')} by their clock, reached the trust ${sayTime(receivedAt, 'moment')}`
}
