import type { PaperSheet } from '../paper.ts'
import type { ScrFix, ScrRow, SpotCheck } from './scr.ts'
import { errorsOf, fixOf, type ScrError } from './scr-errors.ts'
import { resultOf, sayResult } from './scr-result.ts'

export interface ScrPaperFacts {
  readonly school: string
  /** Day of the check in words. */
  readonly day: string
  readonly check: SpotCheck
  readonly rows: readonly ScrRow[]
  readonly fixes: readonly ScrFix[]
  /** Reference, group, check and error of one line, in words. */
  readonly sayError: (error: ScrError) => readonly [string, string, string, string]
  /** Who made the paper, and when, in words. */
  readonly made: string
}

/** What the school puts right, to lay beside its record: references and checks, no names (C42, C43). */
export function scrPaper(facts: ScrPaperFacts): PaperSheet {
  const { check, rows, fixes } = facts
  const errors = errorsOf(rows, check)
  const standing = (error: ScrError) => {
    const fix = fixOf(fixes, error)
    if (fix === null) return 'Open'
    return fix.verifiedBy === '' ? 'Put right' : 'Put right, looked at again'
  }
  return {
    title: 'Single central record: spot check',
    about: `${facts.school}, ${facts.day}`,
    foot: facts.made,
    blocks: [
      { kind: 'list', lines: sayResult(resultOf(check, rows, fixes)) },
      { kind: 'heading', text: `Errors (${errors.length})` },
      errors.length === 0
        ? { kind: 'paragraph', text: 'None.' }
        : {
            kind: 'table',
            head: ['Row', 'Group', 'Check', 'Error', 'How it stands'],
            rows: errors.map((error) => [...facts.sayError(error), standing(error)]),
            shares: [2, 3, 3, 3, 3],
          },
      { kind: 'heading', text: 'Rows looked at' },
      { kind: 'paragraph', text: rows.map(({ ref }) => ref).join(', ') },
    ],
  }
}
