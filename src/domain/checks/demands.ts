import type { Rag } from './run.ts'
import { type Demand, DEMANDS, type Prompt } from './template.ts'

/** What somebody has written beside an answer so far. */
export interface Beside {
  readonly note: string
  /** Why it was not checked. */
  readonly reason: string
  /** yyyy-mm-dd or ''. */
  readonly followUp: string
  readonly madeSafe: string
  readonly photos: number
  /** Whether an action was made of it. */
  readonly action: boolean
}

const WORDS: Record<Demand, string> = {
  note: 'a note',
  photo: 'a photo',
  make_safe: 'what was done to make it safe',
  action: 'an action',
  follow_up_date: 'a day to look again',
}
export const demandWords = (demand: Demand): string => WORDS[demand]

/** Demands of a prompt are kept by answer; those of one colour of a fail under `fail:red` and so on. */
export const answerOfColour = (value: string, rag: Rag): string => `${value}:${rag}`

const ALWAYS: readonly { readonly answer: string; readonly needs: readonly Demand[] }[] = [
  { answer: 'not_checked', needs: ['note', 'follow_up_date'] },
  { answer: 'fail:red', needs: ['make_safe'] },
]

/**
 * What an answer asks for. Whatever a checklist says, a red fail asks for what was made safe, and "not
 * checked" for the reason and the day somebody will (C41).
 */
export function demandsOf(prompt: Prompt, value: string, rag: Rag | null): Demand[] {
  const answers = rag === null ? [value] : [value, answerOfColour(value, rag)]
  const asked = [...(prompt.kind === 'check' ? ALWAYS : []), ...prompt.demands]
  const needs = new Set(
    asked.filter(({ answer }) => answers.includes(answer)).flatMap((demand) => demand.needs),
  )
  return DEMANDS.filter((demand) => needs.has(demand))
}

const written = (text: string): boolean => text.trim() !== ''

const MET: Record<Demand, (beside: Beside) => boolean> = {
  note: ({ note, reason }) => written(note) || written(reason),
  photo: ({ photos }) => photos > 0,
  make_safe: ({ madeSafe }) => written(madeSafe),
  action: ({ action }) => action,
  follow_up_date: ({ followUp }) => written(followUp),
}

/** What an answer asks for and does not have yet. */
export const unmet = (prompt: Prompt, value: string, rag: Rag | null, beside: Beside): Demand[] =>
  demandsOf(prompt, value, rag).filter((demand) => !MET[demand](beside))
