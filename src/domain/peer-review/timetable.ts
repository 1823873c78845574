import type { Group, KeyQuestion, Pack, Slot } from './pack.ts'

export type WarningKind =
  | 'twice'
  | 'unserved'
  | 'no-time'
  | 'same-class'
  | 'idle'
  | 'ends-first'
  | 'overlap'

export interface TimetableWarning {
  readonly kind: WarningKind
  /** What is amiss; where it is about a person, it reads on from "Rufus: ". */
  readonly words: string
  /** Record id of the slot where it is mended. */
  readonly slot?: string
  /** Record id of the group. */
  readonly group?: string
  readonly person?: string
  /** Record id of the key question. */
  readonly question?: string
}

const FREE_KINDS: readonly Slot['kind'][] = ['break', 'lunch']
/** So many visits to one class are a burden on it. */
const MANY_VISITS = 3

const runs = (slot: Slot) => slot.start < slot.end
const meet = (a: Slot, b: Slot) => a.start < b.end && b.start < a.end
const span = (slot: Slot) => `${slot.start} to ${slot.end}`

/** A day as the rules look at it: slots by time, each with its groups in the order of their names. */
interface Day {
  readonly slots: readonly Slot[]
  readonly groupsOf: (slot: Slot) => readonly Group[]
  readonly team: readonly string[]
  readonly questions: readonly KeyQuestion[]
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

function dayOf(pack: Pack, team: readonly string[]): Day {
  const slots = pack.slots
    .filter((slot) => slot.removedAt === null)
    .sort((a, b) => a.start.localeCompare(b.start) || byId(a, b))
  const groups = pack.groups
    .filter((group) => group.removedAt === null)
    .sort((a, b) => a.label.localeCompare(b.label) || byId(a, b))
  return {
    slots,
    groupsOf: (slot) => groups.filter((group) => group.slot === slot.id),
    team: [...new Set(team)].sort(),
    questions: pack.questions
      .filter((question) => question.withdrawnAt === null)
      .sort((a, b) => a.n - b.n || byId(a, b)),
  }
}

/** Pairs of slots, the earlier one first. */
const pairs = (slots: readonly Slot[]): [Slot, Slot][] =>
  slots.flatMap((a, i) => slots.slice(i + 1).map((b): [Slot, Slot] => [a, b]))

/** Who has a place in a slot; in a whole-team slot that is the whole team. */
const peopleIn = (day: Day, slot: Slot): Set<string> =>
  new Set([...day.groupsOf(slot).flatMap((g) => g.people), ...(slot.wholeTeam ? day.team : [])])

const timesAmiss = ({ slots }: Day): TimetableWarning[] => [
  ...slots
    .filter((slot) => !runs(slot))
    .map(({ id, start, end }) => ({
      kind: 'ends-first' as const,
      slot: id,
      words: `The slot at ${start} ends at ${end}: the end comes after the start.`,
    })),
  ...pairs(slots)
    .filter(([a, b]) => runs(a) && runs(b) && meet(a, b))
    .map(([a, b]) => ({
      kind: 'overlap' as const,
      slot: b.id,
      words: `${span(b)} begins before ${span(a)} is over.`,
    })),
]

/** Two groups of one slot, or two slots at one time. */
function twice(day: Day): TimetableWarning[] {
  const inOne = day.slots.flatMap((slot) => {
    const seen = new Set<string>()
    return day.groupsOf(slot).flatMap((group) =>
      [...new Set(group.people)].sort().flatMap((person): TimetableWarning[] => {
        if (!seen.has(person)) {
          seen.add(person)
          return []
        }
        const words = `in two groups from ${span(slot)}`
        return [{ kind: 'twice', slot: slot.id, group: group.id, person, words }]
      }),
    )
  })
  const inTwo = pairs(day.slots)
    .filter(([a, b]) => runs(a) && runs(b) && meet(a, b))
    .flatMap(([a, b]) => {
      const before = peopleIn(day, a)
      return [...peopleIn(day, b)]
        .filter((person) => before.has(person))
        .sort()
        .map((person): TimetableWarning => {
          const group = day.groupsOf(b).find((g) => g.people.includes(person))
          const words = `in two slots at once, ${span(a)} and ${span(b)}`
          return { kind: 'twice', slot: b.id, ...(group && { group: group.id }), person, words }
        })
    })
  return [...inOne, ...inTwo]
}

const idle = (day: Day): TimetableWarning[] =>
  day.slots
    .filter((slot) => !slot.wholeTeam && !FREE_KINDS.includes(slot.kind))
    .flatMap((slot) => {
      const placed = peopleIn(day, slot)
      return day.team
        .filter((person) => !placed.has(person))
        .map((person) => ({
          kind: 'idle' as const,
          slot: slot.id,
          person,
          words: `no group from ${span(slot)}`,
        }))
    })

function unserved({ slots, questions }: Day): TimetableWarning[] {
  const served = new Set(slots.flatMap((slot) => slot.questions))
  return questions
    .filter(({ id }) => !served.has(id))
    .map(({ id, n }) => ({
      kind: 'unserved',
      question: id,
      words: `Key question ${n} has no slot yet.`,
    }))
}

interface Stay {
  /** Null: the whole team, without a group of its own. */
  readonly group: Group | null
  readonly people: ReadonlySet<string>
  readonly place: string
}

const plain = (text: string) => text.trim().toLowerCase()

/** Who is where in a slot, as far as places are named. */
function staysIn(day: Day, slot: Slot): Stay[] {
  const groups = day.groupsOf(slot)
  const stays = groups.map((group) => ({
    group,
    people: new Set(slot.wholeTeam ? day.team : group.people),
    place: group.place.trim() || slot.place.trim(),
  }))
  const all = { group: null, people: new Set(day.team), place: slot.place.trim() }
  return slot.wholeTeam && groups.length === 0 ? [all] : stays
}

/** Slots that touch, and people whose place in the next is another one; each way is said once. */
function noTime(day: Day): TimetableWarning[] {
  const touching = pairs(day.slots).filter(([a, b]) => runs(a) && runs(b) && a.end === b.start)
  return touching.flatMap(([a, b]) => {
    const walkers = new Map<string, (Group | null)[]>()
    for (const to of staysIn(day, b))
      for (const from of staysIn(day, a)) {
        const moves = from.place !== '' && to.place !== '' && plain(from.place) !== plain(to.place)
        if (!moves || ![...to.people].some((person) => from.people.has(person))) continue
        const words = `No minute to walk at ${b.start}: ${from.place}, then ${to.place}.`
        walkers.set(words, [...(walkers.get(words) ?? []), to.group])
      }
    return [...walkers].map(([words, groups]) => {
      const [one] = new Set(groups)
      const alone = one && groups.every((group) => group === one)
      return { kind: 'no-time', slot: b.id, ...(alone && { group: one.id }), words }
    })
  })
}

/** A slot in which a lesson is visited; talking with pupils or reading folders interrupts no lesson. */
const isLesson = ({ kind }: Slot): boolean => kind === null || kind === 'lesson_visit'

/** The same class again and again; said at the visit that is too many. */
function sameClass(day: Day): TimetableWarning[] {
  const visits = day.slots
    .filter(isLesson)
    .flatMap((slot) =>
      day.groupsOf(slot).map((group) => ({ slot, group, seen: plain(group.seen) })),
    )
  return [...new Set(visits.map(({ seen }) => seen))]
    .filter((seen) => seen !== '')
    .sort()
    .flatMap((seen): TimetableWarning[] => {
      const own = visits.filter((visit) => visit.seen === seen)
      const last = own[MANY_VISITS - 1]
      if (!last) return []
      const words = `${last.group.seen.trim()} is visited ${own.length} times.`
      return [{ kind: 'same-class', slot: last.slot.id, group: last.group.id, words }]
    })
}

/**
 * What a day's plan still asks of its planner; nothing here stops anybody.
 * @param team the people of the review, once each
 */
export function timetableWarnings(pack: Pack, team: readonly string[]): TimetableWarning[] {
  const day = dayOf(pack, team)
  return [timesAmiss, twice, idle, unserved, noTime, sameClass].flatMap((rule) => rule(day))
}
