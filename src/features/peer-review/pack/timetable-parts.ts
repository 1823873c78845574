import type { Group, Pack, Slot as PackSlot } from '../../../domain/peer-review/pack.ts'
import type {
  Lane,
  LanePattern,
  Slot,
  TimetableCell,
} from '../../../ui/timetable/timetable-types.ts'

const patterns: readonly LanePattern[] = ['solid', 'stripe', 'dots', 'grid', 'dash', 'bars']

export interface TimetableParts {
  readonly slots: Slot[]
  readonly lanes: Lane[]
  readonly cells: TimetableCell[]
}

export const samePeople = (groups: readonly Group[]) =>
  new Set(groups.map((g) => [...g.people].sort().join(' '))).size === 1

/** The pack's day as lanes and cells; groups of whole-team slots lie across all lanes. */
export function timetableParts(
  pack: Pack,
  me: string,
  now: string | null,
  nameOf: (person: string) => string,
): TimetableParts {
  const whole = new Set(pack.slots.filter((s) => s.wholeTeam).map((s) => s.id))
  const inLanes = pack.groups.filter((g) => !whole.has(g.slot))
  const labels = [...new Set(inLanes.map((g) => g.label))]
  const first = (person: string) => nameOf(person).split(' ')[0] ?? ''
  const lanes = labels.map((label, i): Lane => {
    const own = inLanes.filter((g) => g.label === label)
    const names = samePeople(own) ? (own[0]?.people ?? []).map(first).join(', ') : ''
    const mine = own.some((g) => g.people.includes(me)) ? ' (you)' : ''
    return {
      id: label,
      label: names === '' ? `Group ${label}${mine}` : `${label}: ${names}${mine}`,
      pattern: patterns[i % patterns.length] ?? 'solid',
    }
  })
  const slotOf = new Map(pack.slots.map((s) => [s.id, s]))
  const numbers = new Map(pack.questions.map((q) => [q.id, q.n]))
  const served = (slot: PackSlot) => {
    const ns = slot.questions.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b)
    return ns.length > 0 ? `Q${ns.join(', Q')}` : ''
  }
  const detailOf = (g: Group, slot: PackSlot) => {
    const nobody = g.people.length === 0 && !slot.wholeTeam ? 'Nobody yet' : ''
    const seen = g.seen === g.activity ? '' : g.seen
    return [nobody, seen, g.place, served(slot)].filter(Boolean).join(' · ')
  }
  const cells = pack.groups.flatMap((g): TimetableCell[] => {
    const slot = slotOf.get(g.slot)
    if (!slot) return []
    return [
      {
        id: g.id,
        slot: g.slot,
        lanes: slot.wholeTeam ? 'all' : [g.label],
        title: g.activity || slot.title || UNNAMED,
        detail: detailOf(g, slot) || undefined,
        mine: !slot.wholeTeam && g.people.includes(me),
        current: slot.id === now,
      },
    ]
  })
  const together = pack.slots
    .filter((slot) => slot.wholeTeam && !pack.groups.some((g) => g.slot === slot.id))
    .map((slot): TimetableCell => ({
      id: slot.id,
      slot: slot.id,
      lanes: 'all',
      title: slot.title || UNNAMED,
      detail: served(slot) || undefined,
      current: slot.id === now,
    }))
  const slots = pack.slots.map(({ id, start, end, title, place }) => ({
    id,
    start,
    end,
    title: [title || UNNAMED, place].filter(Boolean).join('. '),
  }))
  return {
    slots,
    lanes: lanes.length > 0 ? lanes : [wholeTeam],
    cells: [...cells, ...together],
  }
}

const UNNAMED = 'Not named yet'

/** Stands for the lanes of a day that has no groups yet. */
export const wholeTeam: Lane = { id: 'all', label: 'Whole team', pattern: 'solid' }
