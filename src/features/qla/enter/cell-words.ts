import type { MarkValue } from '../../../domain/qla/grid.ts'

const say = (mark: MarkValue): string => (mark === '.' ? 'left blank' : String(mark))

/** A cell as it is heard; a lone mark is heard as it stands. */
export function sayCell(typed: readonly MarkValue[], away: string | null): string | undefined {
  if (away !== null) return away
  if (typed.length === 0) return 'not marked'
  if (typed.length > 1) return `${typed.map(say).join(' or ')}: typed differently, choose one`
  return typed[0] === '.' ? 'left blank' : undefined
}

/** Marks to choose between. */
export const sayMarkWord = (mark: MarkValue): string => (mark === '.' ? 'Left blank' : String(mark))
