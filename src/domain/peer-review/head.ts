import type { Review } from './pack.ts'

/**
 * The head of a pack. Two devices that opened a new review while apart have both made one:
 * the smallest id counts, everywhere alike, and what only a later one says fills its gaps.
 */
export function headOf(heads: readonly Review[]): Review | null {
  const [first, ...others] = [...heads].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (!first) return null
  const filled: Record<string, string> = { ...first }
  for (const other of others)
    for (const [field, said] of Object.entries(other))
      if (filled[field] === '') filled[field] = said
  return { ...first, ...filled }
}
