import type { Pack } from '../../../domain/peer-review/pack.ts'
import type { TimetableWarning } from '../../../domain/peer-review/timetable.ts'
import type { Spot } from '../../../ui/timetable/timetable-types.ts'
import { sayCount, sayList } from '../words.ts'

export interface WarningLine {
  readonly key: string
  readonly words: string
  /** Where it is mended. */
  readonly spot: Spot | null
}

const spotOf = (warning: TimetableWarning, pack: Pack): Spot | null => {
  const group = pack.groups.find((g) => g.id === warning.group)
  if (group) return { kind: 'cell', slot: group.slot, cell: group.id }
  // A question without a slot is given one in any slot; the first that is not for everybody is near.
  const slot = warning.slot ?? (pack.slots.find((s) => !s.wholeTeam) ?? pack.slots[0])?.id
  return slot === undefined ? null : { kind: 'slot', slot }
}

/** What is amiss as lines to read: people with the same thing amiss at the same time in one line. */
export function warningLines(
  warnings: readonly TimetableWarning[],
  pack: Pack,
  nameOf: (person: string) => string,
): WarningLine[] {
  const together = new Map<string, TimetableWarning[]>()
  for (const warning of warnings) {
    const { kind, slot, words } = warning
    const key = [kind, slot, words].join('\n')
    together.set(key, [...(together.get(key) ?? []), warning])
  }
  return [...together].flatMap(([key, [first, ...others]]) => {
    if (!first) return []
    const people = [first, ...others].flatMap(({ person }) => person ?? []).map(nameOf)
    const words = people.length > 0 ? `${sayList(people)}: ${first.words}.` : first.words
    return [{ key, words, spot: spotOf(first, pack) }]
  })
}

const marks: Record<TimetableWarning['kind'], string> = {
  twice: 'In two places',
  unserved: 'No slot',
  'no-time': 'No minute to walk',
  'same-class': 'Third visit',
  idle: 'without a group',
  'ends-first': 'Ends too early',
  overlap: 'Overlaps',
}

/** The mark in one cell, or at the time of one slot; undefined where all is well. */
export function markOf(warnings: readonly TimetableWarning[]): string | undefined {
  const idle = warnings.filter(({ kind }) => kind === 'idle').length
  const others = warnings.filter(({ kind }) => kind !== 'idle').map(({ kind }) => marks[kind])
  const all = [...new Set(others), ...(idle > 0 ? [sayCount(idle, marks.idle, marks.idle)] : [])]
  return all.length > 0 ? all.join('. ') : undefined
}
