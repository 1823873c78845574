import type { Pack } from '../../../domain/peer-review/pack.ts'
import type { TimetableWarning } from '../../../domain/peer-review/timetable.ts'
import type { Spot } from '../../../ui/timetable/timetable-types.ts'
import { samePeople, type TimetableParts, timetableParts } from '../pack/timetable-parts.ts'
import { markOf } from './warning-words.ts'

interface BoardOptions {
  readonly me: string
  readonly now: string | null
  readonly nameOf: (person: string) => string
  readonly warnings: readonly TimetableWarning[]
  readonly picked: Spot | null
}

/**
 * The day as a board. Names stand in the heads of the lanes; a cell repeats them only where its
 * row is open or the group's people change through the day.
 */
export function boardParts(pack: Pack, options: BoardOptions): TimetableParts {
  const { me, now, nameOf, warnings, picked } = options
  const parts = timetableParts(pack, me, now, nameOf)
  const whole = new Set(pack.slots.filter((s) => s.wholeTeam).map((s) => s.id))
  const steady = (label: string) =>
    samePeople(pack.groups.filter((g) => g.label === label && !whole.has(g.slot)))
  const named = (group: Pack['groups'][number]) =>
    !whole.has(group.slot) && (picked?.slot === group.slot || !steady(group.label))
  return {
    lanes: parts.lanes,
    slots: parts.slots.map((slot) => ({
      ...slot,
      warning: markOf(warnings.filter((w) => w.slot === slot.id && w.group === undefined)),
    })),
    cells: parts.cells.map((cell) => {
      const group = pack.groups.find((g) => g.id === cell.id)
      const people = group && named(group) ? group.people : []
      return {
        ...cell,
        people: people.map((id) => ({ id, name: nameOf(id) })),
        warning: markOf(warnings.filter((w) => w.group === cell.id)),
      }
    }),
  }
}
