import type { MarkValue } from '../../../domain/qla/grid.ts'
import type { Place } from './route.ts'
import { type Sheet, totalOf } from './sheet.ts'

/** Why a mark cannot stand in a cell, with what to do about it; null where it can. */
export function refusal(sheet: Sheet, { pupil, item }: Place, mark: MarkValue): string | null {
  const question = sheet.items[item]
  const who = sheet.pupils[pupil]
  if (!question || !who) return 'There is no such cell.'
  if (who.away !== null) return `${who.name}: ${who.away}. Change that before you type marks.`
  return mark !== '.' && mark > question.max
    ? `Question ${question.label} is out of ${question.max}: ${mark} was not kept. Type it again.`
    : null
}

/** The mark just typed, and at the end of a paper or a part what has come together. */
export function sayMark(
  sheet: Sheet,
  { pupil, item }: Place,
  mark: MarkValue,
  ends: 'part' | 'paper' | null,
): string {
  const said = mark === '.' ? 'Left blank' : `${mark} of ${sheet.items[item]?.max ?? 0}`
  if (ends === null) return said
  const { sum, marked } = totalOf(sheet, pupil)
  const count = `${sheet.pupils[pupil]?.name ?? ''}: ${sum} so far, ${marked} of ${sheet.items.length} questions marked.`
  return ends === 'part'
    ? `${said}. ${count} That was the last cell of your part.`
    : `${said}. ${count}`
}
