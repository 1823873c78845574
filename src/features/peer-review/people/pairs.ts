import type { Pack } from '../../../domain/peer-review/pack.ts'

export interface Pair {
  /** A, B, C … */
  readonly label: string
  readonly people: readonly string[]
  /** In how many slots of the day they go together. */
  readonly slots: number
}

/** Who goes round together, as the timetable has it: the most slots first under each letter. */
export function pairsOf({ slots, groups }: Pack): Pair[] {
  const apart = new Set(slots.filter((slot) => !slot.wholeTeam).map(({ id }) => id))
  const pairs = new Map<string, Pair>()
  for (const { label, people, slot } of groups) {
    if (!apart.has(slot) || people.length === 0) continue
    const key = [label, ...[...people].sort()].join(' ')
    const known = pairs.get(key) ?? { label, people, slots: 0 }
    pairs.set(key, { ...known, slots: known.slots + 1 })
  }
  return [...pairs.values()].sort((a, b) => a.label.localeCompare(b.label) || b.slots - a.slots)
}
