import type { MonthStanding } from '../../domain/checks/month.ts'
import type { Rag } from '../../domain/checks/run.ts'
import type { CheckAnswer, Prompt } from '../../domain/checks/template.ts'
import type { IconType } from '../../ui/glyph.tsx'
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCheck,
  IconEye,
  IconInfoCircle,
  IconMinus,
  IconX,
} from '../../ui/icons.ts'
import type { Tone } from '../../ui/tone.ts'

interface Option<T extends string> {
  readonly value: T
  readonly label: string
  readonly icon: IconType
}

export const checkOptions: readonly Option<CheckAnswer>[] = [
  { value: 'pass', label: 'Pass', icon: IconCheck },
  { value: 'fail', label: 'Fail', icon: IconX },
  { value: 'n/a', label: 'N/A', icon: IconMinus },
  { value: 'not_checked', label: 'Not checked', icon: IconEye },
]

export const ragOptions: readonly Option<Rag>[] = [
  { value: 'red', label: 'Red', icon: IconAlertOctagon },
  { value: 'amber', label: 'Amber', icon: IconAlertTriangle },
  { value: 'green', label: 'Green', icon: IconInfoCircle },
]

export const ragTone: Record<Rag, Tone> = { red: 'stuck', amber: 'warn', green: 'ok' }
export const ragWords: Record<Rag, string> = { red: 'Red', amber: 'Amber', green: 'Green' }

/** What an answer is called on the screen. */
export function answerWords({ kind, options }: Prompt, value: string): string {
  if (kind === 'check') return checkOptions.find((each) => each.value === value)?.label ?? value
  if (kind === 'count') return value.replace('/', ' of ')
  return options.find((option) => option.value === value)?.label ?? value
}

export const standingWords: Record<MonthStanding, { readonly word: string; readonly tone: Tone }> =
  {
    done: { word: 'Done', tone: 'ok' },
    started: { word: 'Started', tone: 'info' },
    due: { word: 'Due', tone: 'warn' },
    unfinished: { word: 'Not handed in', tone: 'warn' },
    missed: { word: 'Missed', tone: 'stuck' },
    none: { word: 'None due', tone: 'info' },
  }

/** How something is looked at and how often it should be: "Look, monthly". */
export function lookWords({ look, frequency }: Prompt): string {
  const looks = { look: 'Look', test: 'Try it out', record: 'Read the log' } as const
  return [look === null ? '' : looks[look], frequency ?? '']
    .filter((part) => part !== '')
    .join(', ')
}

const MONTHS =
  'January February March April May June July August September October November December'
const names = MONTHS.split(' ')

/** "November 2026" of yyyy-mm. */
export const monthWords = (month: string): string =>
  `${names[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`

export const sayCount = (n: number, one: string, many = `${one}s`): string =>
  n === 1 ? `1 ${one}` : `${n} ${many}`
