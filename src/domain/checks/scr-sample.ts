import { ROLE_GROUPS, type RoleGroup } from './scr.ts'

export type PeopleByGroup = Readonly<Partial<Record<RoleGroup, number>>>

/** One person of the record by group and place: "the 5th teacher from the top". */
export interface Drawn {
  readonly group: RoleGroup
  readonly place: number
}

export const peopleOf = (people: PeopleByGroup): number =>
  ROLE_GROUPS.reduce((sum, group) => sum + (people[group] ?? 0), 0)

const groupsOf = (people: PeopleByGroup): RoleGroup[] =>
  ROLE_GROUPS.filter((group) => (people[group] ?? 0) > 0)

/** How many must be drawn at the least, so that no group is left out. */
export const fewest = (people: PeopleByGroup): number => groupsOf(people).length

/**
 * Draws at random: first one of each group, then the rest out of everybody who is left.
 * @param wanted how many; never fewer than there are groups, never more than there are people
 * @param chance a number from 0 up to but not including 1, anew at each call
 */
export function drawSample(people: PeopleByGroup, wanted: number, chance: () => number): Drawn[] {
  const left: Drawn[] = groupsOf(people).flatMap((group) =>
    Array.from({ length: people[group] ?? 0 }, (_, index) => ({ group, place: index + 1 })),
  )
  const drawn: Drawn[] = []
  const take = (from: readonly Drawn[]) => {
    const one = from[Math.floor(chance() * from.length)]
    if (one === undefined) return
    drawn.push(one)
    left.splice(left.indexOf(one), 1)
  }
  for (const group of groupsOf(people)) take(left.filter((one) => one.group === group))
  while (drawn.length < wanted && left.length > 0) take(left)
  return drawn.sort(
    (a, b) => ROLE_GROUPS.indexOf(a.group) - ROLE_GROUPS.indexOf(b.group) || a.place - b.place,
  )
}
