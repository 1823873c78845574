import type { IsoDate } from './ids.ts'

const named = (first: number): string => `${first}-${String((first + 1) % 100).padStart(2, '0')}`

const firstYear = (day: IsoDate): number =>
  Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)

/** The school year of a day, e.g. `2026-27`: it begins on 1 September. */
export const schoolYearOf = (day: IsoDate): string => named(firstYear(day))

export const schoolYearBefore = (day: IsoDate): string => named(firstYear(day) - 1)
