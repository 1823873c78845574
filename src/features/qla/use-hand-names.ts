import type { LiveMarks } from '../../store/use-marks.ts'
import { useNames } from '../../store/use-names.ts'

/** Where a mark came from, in words: who typed it, or whose table it stood in. */
export function useHandNames({
  hand: own,
  personOf,
  isTable,
}: Pick<LiveMarks, 'hand' | 'personOf' | 'isTable'>): (mark: { readonly hand: string }) => string {
  const nameOf = useNames()
  return ({ hand }) => {
    const person = personOf(hand)
    const name = person === null ? 'a colleague' : nameOf(person)
    if (isTable(hand)) return `from a table, brought in by ${name}`
    return hand === own ? `${name}, on this device` : name
  }
}
