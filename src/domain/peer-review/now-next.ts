import type { Group, Pack, Slot } from './pack.ts'

export interface Visit {
  readonly slot: Slot
  /** What this person's group does in it, or null when they have no place in it. */
  readonly group: Group | null
}

export type DayPart =
  | { readonly at: 'before'; readonly next: Visit | null }
  | { readonly at: 'during'; readonly now: Visit; readonly next: Visit | null }
  | { readonly at: 'between'; readonly next: Visit }
  | { readonly at: 'after' }

const visitOf = (pack: Pack, slot: Slot, person: string): Visit => ({
  slot,
  group: pack.groups.find((g) => g.slot === slot.id && g.people.includes(person)) ?? null,
})

/**
 * Where a person is in the day.
 * @param date today, `yyyy-mm-dd`, by the school's clock
 * @param time `hh:mm`, by the school's clock
 */
export function dayPart(pack: Pack, person: string, date: string, time: string): DayPart {
  const visit = (slot: Slot | undefined) => (slot ? visitOf(pack, slot, person) : null)
  if (date < pack.review.date) return { at: 'before', next: visit(pack.slots[0]) }
  if (date > pack.review.date) return { at: 'after' }
  const upcoming = visit(pack.slots.find((s) => s.start > time))
  const current = visit(pack.slots.find((s) => s.start <= time && time < s.end))
  if (current) return { at: 'during', now: current, next: upcoming }
  if (!upcoming) return { at: 'after' }
  return upcoming.slot === pack.slots[0]
    ? { at: 'before', next: upcoming }
    : { at: 'between', next: upcoming }
}
