import type { VisitNow, VisitState } from '../../domain/schedule/occurrences.ts'
import { visitStateWords, whatDayWords } from '../../domain/schedule/state-words.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Tone } from '../../ui/tone.ts'
import { sayUkDate, writeUkDate } from '../../ui/uk-date.ts'

const tones: Readonly<Record<VisitState, Tone | 'neutral'>> = {
  late: 'stuck',
  due: 'warn',
  due_soon: 'info',
  planned: 'neutral',
  done: 'ok',
  missed: 'neutral',
}

export const StateBadge = ({ state }: { state: VisitState }) => (
  <Badge tone={tones[state]}>{visitStateWords(state)}</Badge>
)

export const dayWords = (date: string): string => sayUkDate(date) ?? date

/** "Due by Monday 16 November 2026", "Done on …". */
export function whenWords({ state, due, doneOn }: VisitNow): string {
  if (state === 'done') return `Done on ${dayWords(doneOn)}`
  if (state === 'missed') return `Was due by ${dayWords(due)}`
  return `${state === 'late' ? 'Was due by' : 'Due by'} ${dayWords(due)}`
}

/** "Aut 2, 2026-27", "November 2026", or the week. */
export const periodWords = ({ period }: VisitNow): string =>
  period.words === 'week' ? `Week of ${writeUkDate(period.start)}` : period.words

/** Why a visit is not on the day that its rule means, or null; that no visit is on a Sunday goes unsaid. */
export const shiftWords = ({ shifted, said }: VisitNow): string | null =>
  shifted === null || shifted.what === 'weekend' || said.some((one) => one.said === 'moved')
    ? null
    : `Moved by the calendar: ${writeUkDate(shifted.from)} is ${whatDayWords(shifted.what)}.`

export const visitPath = (id: string): string => `/visits/one/${encodeURIComponent(id)}`
