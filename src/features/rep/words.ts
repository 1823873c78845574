import type { RepKind } from '../../domain/rep/milestones.ts'
import type { RepStatus } from '../../domain/rep/progress.ts'
import type { ItemStanding } from '../../domain/rep/statuses.ts'
import type { Tone } from '../../ui/tone.ts'
import { sayUkDate } from '../../ui/uk-date.ts'
import { sayTime } from '../../ui/uk-time.ts'

export const kindOptions = [
  { value: 'education', label: 'Education' },
  { value: 'finance', label: 'Finance' },
] as const

export const kindWords = (kind: RepKind): string =>
  kind === 'finance' ? 'Finance plan' : 'Education plan'

export const sayDay = (day: string): string => sayUkDate(day) ?? day

/** "Extension 2" for a plan that goes on from another, or ''. */
export const extensionWords = (no: number): string => (no === 0 ? '' : `Extension ${no}`)

export type NameOf = (person: string) => string

interface Said {
  readonly by: string
  readonly role: string
  readonly madeAt: number
}

/** "Hettie Marmalade, EHT, Mon 9 Nov, 16:00". */
export const saidBy = ({ by, role, madeAt }: Said, nameOf: NameOf): string =>
  [nameOf(by), role, sayTime(madeAt, 'moment')].filter((part) => part !== '').join(', ')

const TONES: Readonly<Record<RepStatus['status'], Tone | 'neutral'>> = {
  met: 'ok',
  partly_met: 'warn',
  not_met: 'stuck',
  not_started: 'neutral',
}

/** What is late and did not fail is told, not warned of. */
export function standingTone({ status, late }: ItemStanding): Tone | 'neutral' {
  if (status === null) return 'warn'
  return late && status !== 'met' ? 'info' : TONES[status]
}

/** A text on one line, without its full stop: it may stand inside another sentence. */
export function shortly(text: string, most = 160): string {
  const line = text.trim().replaceAll(/\s+/g, ' ').replace(/\.$/, '')
  return line.length > most ? `${line.slice(0, most - 1)}…` : line
}

export const sayCount = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`
