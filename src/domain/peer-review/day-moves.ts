import type { Group } from './pack.ts'

/** Fields of one group that change. */
export interface GroupChange {
  readonly id: string
  readonly fields: Partial<Pick<Group, 'people' | 'activity' | 'place' | 'seen'>>
}

/**
 * Puts a person into one group of a slot and takes them out of its others.
 * @param groups all groups of the slot
 * @param to record id of a group, or null for none
 */
export const movePerson = (
  groups: readonly Group[],
  person: string,
  to: string | null,
): GroupChange[] =>
  groups.flatMap(({ id, people }): GroupChange[] => {
    if (people.includes(person) === (id === to)) return []
    const others = people.filter((each) => each !== person)
    return [{ id, fields: { people: id === to ? [...others, person] : others } }]
  })

const job = ({ activity, place, seen }: Group) => ({ activity, place, seen })

/** Two groups of a slot change jobs; the people stay together. */
export const swapJobs = (one: Group, other: Group): GroupChange[] => [
  { id: one.id, fields: job(other) },
  { id: other.id, fields: job(one) },
]

/** The next free name for a group: A to Z. */
export function nextLabel(used: readonly string[]): string {
  const taken = new Set(used)
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i))
  return letters.find((letter) => !taken.has(letter)) ?? `Z${taken.size}`
}
