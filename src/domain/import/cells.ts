import { err, ok, type Result } from '../result.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const dateOf = (year: number, month: number, day: number): string | null => {
  const at = new Date(Date.UTC(year, month - 1, day))
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1
  return real && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null
}

/** A date as people and spreadsheets write it in England: 18/11/2025, 18 Nov 25, 2025-11-18. Day before month, always. */
function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text)
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const uk =
    /^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4}|\d{2})$/i.exec(
      text,
    )
  if (!uk) return null
  const [, day = '', month = '', year = ''] = uk
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const number = /^\d/.test(month) ? Number(month) : named
  return dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), number, Number(day))
}

/** Cells that hold a date; the value is yyyy-mm-dd. */
export function dateCell(text: string): Result<string, string> {
  const date = readDate(text.trim())
  return date === null ? err('is not a date: write it as 18/11/2025') : ok(date)
}

/** @param longest in characters */
export const textCell =
  (longest: number) =>
  (text: string): Result<string, string> =>
    text.length > longest ? err(`is longer than ${longest} characters`) : ok(text)

export const wholeNumberCell =
  (least: number, most: number) =>
  (text: string): Result<number, string> => {
    const value = Number(text.replace(/[\s,]/g, ''))
    if (!Number.isInteger(value)) return err('is not a whole number')
    return value < least || value > most ? err(`is not between ${least} and ${most}`) : ok(value)
  }

/** One of some words, told apart without case, spaces and marks. */
export const oneOfCell =
  <T>(words: readonly (readonly [string, T])[]) =>
  (text: string): Result<T, string> => {
    const plain = (word: string) => word.toLowerCase().replace(/[^a-z0-9]+/g, '')
    const found = words.find(([word]) => plain(word) === plain(text))
    if (found) return ok(found[1])
    const known = words.filter(([, value], at) => words.findIndex(([, v]) => v === value) === at)
    return err(`is not one of ${known.map(([word]) => word).join(', ')}`)
  }
