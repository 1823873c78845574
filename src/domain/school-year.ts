import { type IsoDate, isoDate } from './ids.ts'

const named = (first: number): string => `${first}-${String((first + 1) % 100).padStart(2, '0')}`

const firstYear = (day: IsoDate): number =>
  Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)

/** The school year of a day, e.g. `2026-27`: it begins on 1 September. */
export const schoolYearOf = (day: IsoDate): string => named(firstYear(day))

/** The last day of a school year: 31 August. */
export const lastDayOf = (year: string): IsoDate => isoDate(`${Number(year.slice(0, 4)) + 1}-08-31`)

export const schoolYearBefore = (day: IsoDate): string => named(firstYear(day) - 1)
