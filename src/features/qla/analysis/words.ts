import type { AreaEnd, AreaReason, AreaWay } from '../../../domain/qla/follow-up.ts'
import { initialsOf } from '../../../domain/qla/classes.ts'
import type { GridItem, GridPupil } from '../../../domain/qla/grid.ts'
import { sayItem } from '../../../domain/qla/paper.ts'
import type { Sitting } from '../../../domain/qla/sitting.ts'
import { rounded } from '../../../domain/qla/totals.ts'
import { sayUkDate } from '../../../ui/uk-date.ts'
import { count } from '../words.ts'

interface Word<T extends string> {
  readonly value: T
  readonly label: string
}

export const ways: readonly Word<AreaWay>[] = [
  { value: 'whole_class', label: 'Reteach the whole class' },
  { value: 'small_group', label: 'Reteach a small group' },
  { value: 'leave', label: 'Leave it' },
]
export const reasons: readonly Word<AreaReason>[] = [
  { value: 'misread', label: 'Misread the question' },
  { value: 'not_taught', label: 'Not taught yet' },
  { value: 'method', label: 'Method not secure' },
  { value: 'careless', label: 'Careless slips' },
]

export const ends: readonly Word<AreaEnd>[] = [
  { value: 'closed', label: 'Closed: it is secure' },
  { value: 'again', label: 'Go again' },
  { value: 'to_rep', label: 'Pass it to the REP' },
]

export const sayCount = (n: number, one: string, many = `${one}s`): string => count(n, one, many)

/** A share as people say it, to one decimal as everywhere: 39.3%. */
export const sayShare = (share: number | null): string =>
  share === null ? 'no figure' : `${rounded(share * 100, 1).toFixed(1)}%`

/** Paper, class and day: what a screen is about. */
export const sayTitle = ({ paperName, className, on }: Sitting): string =>
  [paperName, className, sayUkDate(on)].filter(Boolean).join(', ')

/** "Questions 28, 33 and 35", from the keys of items. */
export function sayQuestions(items: readonly GridItem[], keys: readonly string[]): string {
  const labels = items.filter(({ key }) => keys.includes(key)).map(sayItem)
  return `${labels.length === 1 ? 'Question' : 'Questions'} ${sayList(labels)}`
}

/** For a screen that others may see: letters and the school's own number, no name. */
export const sayShort = (pupil: GridPupil): string => `${initialsOf(pupil)} ${pupil.localId}`.trim()

/** "28, 33 and 35" */
export const sayList = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`
