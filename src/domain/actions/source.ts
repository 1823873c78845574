import { SESSION_SOURCE } from '../action-plan/commitments.ts'
import type { Action } from './action.ts'

/** What an audit action's `source.type` says; its `audit` says which audit. */
export const AUDIT_SOURCE = 'audit'

const WORDS: Readonly<Record<string, string>> = {
  [AUDIT_SOURCE]: 'Audit',
  [SESSION_SOURCE]: 'Action plan',
  walkaround: 'Walkaround',
  letter: 'Letter',
  rep: 'REP',
  scr: 'SCR spot check',
  'scr-spot-check': 'SCR spot check',
  'learning-walk': 'Learning walk',
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What an action comes from, in words; a kind that this app does not know is said as it stands. */
export const sourceWords = (type: string): string =>
  WORDS[type] ?? (type === '' ? 'Elsewhere' : capital(type.replaceAll(/[-_]+/g, ' ')))

/** "Audit: Fire Safety". */
export const sourceOf = ({ source, audit }: Pick<Action, 'source' | 'audit'>): string =>
  audit === '' ? sourceWords(source.type) : `${sourceWords(source.type)}: ${audit}`
