import type { Walk } from './walk.ts'

/** People who walk together unless a reason is given (C13). */
export const USUAL_WALKERS = 2

export const TOLD_PARTS = ['date', 'focus', 'who'] as const
export type ToldPart = (typeof TOLD_PARTS)[number]
export type Told = 'told' | 'not_told' | 'changed_since'

type Facts = Pick<Walk, 'date' | 'focus' | 'toldDate' | 'toldFocus' | 'toldWho'>

const now = (walk: Facts, walkers: readonly string[]): Record<ToldPart, string> => ({
  date: walk.date,
  focus: walk.focus.trim(),
  who: [...walkers].sort().join(' '),
})
const before = (walk: Facts): Record<ToldPart, string> => ({
  date: walk.toldDate,
  focus: walk.toldFocus,
  who: walk.toldWho,
})

/** Whether staff know the date, the focus and who comes, as these are now (C13). */
export function toldOf(walk: Facts, walkers: readonly string[]): Record<ToldPart, Told> {
  const is = now(walk, walkers)
  const was = before(walk)
  const told = (part: ToldPart): Told =>
    was[part] === '' ? 'not_told' : was[part] === is[part] ? 'told' : 'changed_since'
  return { date: told('date'), focus: told('focus'), who: told('who') }
}

/** Fields that say that staff were told a part as it is now, or take that back. */
export function sayTold(
  walk: Facts,
  walkers: readonly string[],
  part: ToldPart,
  told: boolean,
): Partial<Facts> {
  const value = told ? now(walk, walkers)[part] : ''
  return {
    date: { toldDate: value },
    focus: { toldFocus: value },
    who: { toldWho: value },
  }[part]
}

/** A third walker asks for a reason (C13). */
export const needsWalkersReason = (walkers: readonly string[], reason: string): boolean =>
  walkers.length > USUAL_WALKERS && reason.trim() === ''
