import type { RepPass } from '../qla/rep-pass.ts'
import { rounded } from '../qla/totals.ts'
import { ITEM_LENGTH } from './plan.ts'

const list = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`

const share = (value: number): string => `${rounded(value * 100, 1).toFixed(1)}%`

/** "39.3% of the marks before the retest, 44.6% after it"; nothing where too few pupils stand behind it (C51). */
function gained({ before, after }: RepPass): string {
  return [
    ...(before === null ? [] : [`${share(before)} of the marks before the retest`]),
    ...(after === null ? [] : [`${share(after)} after it`]),
  ].join(', ')
}

/** What a teacher's analysis passed on, to read before it becomes an item. */
export function passWords(pass: RepPass): { readonly title: string; readonly detail: string } {
  const { name, subject, yearGroup, paperName, questions } = pass
  const year = yearGroup === null ? '' : `Year ${yearGroup}`
  const asked = questions.length === 0 ? '' : `questions ${list(questions)}`
  return {
    title: [year, subject, name].filter(Boolean).join(', '),
    detail: [paperName, asked, gained(pass)].filter(Boolean).join('; '),
  }
}

/** The words that an item begins with when such an area becomes one; people write on from there. */
export function itemFromPass(pass: RepPass): {
  readonly text: string
  readonly evidenceExpected: string
} {
  const { title, detail } = passWords(pass)
  return {
    text: `Pupils are secure in: ${title}.`.slice(0, ITEM_LENGTH),
    evidenceExpected: `Another retest. So far: ${detail}.`,
  }
}
