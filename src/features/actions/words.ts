import { PRIORITY_WORDS } from '../../domain/actions/leaving.ts'
import { IconAlertOctagon, IconAlertTriangle, IconFlag } from '../../ui/icons.ts'

/** What a place and a reference in the record hold, characters. */
export const LONGEST_PLACE = 120
export const LONGEST_REF = 40

export const PRIORITY_ICONS = {
  red: IconAlertOctagon,
  amber: IconAlertTriangle,
  green: IconFlag,
} as const

export const PRIORITY_OPTIONS = (['red', 'amber', 'green'] as const).map((value) => ({
  value,
  label: PRIORITY_WORDS[value],
  icon: PRIORITY_ICONS[value],
}))

export const sayCount = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`
