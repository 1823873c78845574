import { settled } from '../choice.ts'
import { liveQuestions, sortNotes } from './evidence.ts'
import { EVIDENCE_KINDS, type Note } from './note.ts'
import type { Group, KeyQuestion, Pack, Slot, SlotKind } from './pack.ts'

type Kind = (typeof EVIDENCE_KINDS)[number]

export interface CoverageCell {
  /** Year group; null where the timetable names none, and the cell is the whole school. */
  readonly year: string | null
  readonly by: Readonly<Record<Kind, number>>
  /** Notes that do not say whether they were seen, heard or read. */
  readonly unsaid: number
}

export interface CoverageRow {
  readonly question: KeyQuestion
  readonly cells: readonly CoverageCell[]
  /** Usable notes that are about no year group that the timetable visits. */
  readonly elsewhere: number
}

/** What one question lacks from one year group; never empty. */
export interface Gap {
  readonly question: KeyQuestion
  readonly year: string | null
  readonly missing: readonly Kind[]
}

export interface Coverage {
  readonly rows: readonly CoverageRow[]
  readonly gaps: readonly Gap[]
}

/** The year group of a class: "5K", "Y5" and "year 5" are "Year 5"; other names stay as they are. */
export function yearOf(seen: string): string | null {
  const name = seen.trim()
  const year = /^(?:year|yr\.?|y)?\s*(\d{1,2})\s*[a-z]?$/i.exec(name)?.[1]
  return name === '' ? null : year === undefined ? name : `Year ${Number(year)}`
}

const inOrder = (a: string, b: string) => a.localeCompare(b, 'en-GB', { numeric: true })

/** Year groups that the timetable visits, in order. */
function yearsVisited(slots: readonly Slot[], groups: readonly Group[]): string[] {
  const held = new Set(slots.filter((s) => s.removedAt === null).map(({ id }) => id))
  const visited = groups.filter((g) => g.removedAt === null && held.has(g.slot))
  return [...new Set(visited.flatMap((g) => yearOf(g.seen) ?? []))].sort(inOrder)
}

/** The year group that a note is about: as it says, or as its writer's group saw in that slot. */
function yearOfNote(note: Note, groups: readonly Group[]): string | null {
  const said = yearOf(note.year ?? '')
  if (said !== null) return said
  const own = groups.find((g) => g.slot === note.slot && g.people.includes(note.by))
  return yearOf(own?.seen ?? '')
}

function cellOf(year: string | null, notes: readonly Note[]): CoverageCell {
  const ofKind = (kind: Kind) => notes.filter((note) => settled(note.kind) === kind).length
  const by = { saw: ofKind('saw'), heard: ofKind('heard'), read: ofKind('read') }
  return { year, by, unsaid: notes.length - by.saw - by.heard - by.read }
}

/** Usable notes by key question, year group and source, and where there are none. */
export function coverage(
  questions: readonly KeyQuestion[],
  notes: readonly Note[],
  slots: readonly Slot[],
  groups: readonly Group[],
): Coverage {
  const years = yearsVisited(slots, groups)
  const sorted = sortNotes(notes, questions)
  const rows = liveQuestions(questions).map((question): CoverageRow => {
    const own = sorted.of(question.id)
    if (years.length === 0) return { question, cells: [cellOf(null, own)], elsewhere: 0 }
    const from = (year: string) => own.filter((note) => yearOfNote(note, groups) === year)
    const cells = years.map((year) => cellOf(year, from(year)))
    const placed = years.reduce((sum, year) => sum + from(year).length, 0)
    return { question, cells, elsewhere: own.length - placed }
  })
  const gaps = rows.flatMap(({ question, cells }) =>
    cells.flatMap(({ year, by }): Gap[] => {
      const missing = EVIDENCE_KINDS.filter((kind) => by[kind] === 0)
      return missing.length === 0 ? [] : [{ question, year, missing }]
    }),
  )
  return { rows, gaps }
}

export interface Swap {
  readonly gap: Gap
  /** Of what is missing, what this slot could give. */
  readonly gives: readonly Kind[]
  readonly slot: Slot
  readonly group: Group
  /** The year group that the timetable has it see; null if it already is the wanted one. */
  readonly insteadOf: string | null
}

/** What can be found out in a slot of each kind; a slot without a kind could give anything. */
const gives: Partial<Record<SlotKind, readonly Kind[]>> = {
  learning_walk: ['saw'],
  lesson_visit: ['saw'],
  book_look: ['read'],
  documents: ['read'],
  pupil_voice: ['heard'],
  meeting: ['heard'],
}

const MIDDAY = '12:00'

/** When the rest of the day begins: after the keep-in-touch meeting, or at midday. */
const afternoonFrom = (pack: Pack): string =>
  pack.slots.find((slot) => slot.kind === 'keep_in_touch')?.end ?? MIDDAY

/** Slots from then on in which groups go somewhere. */
export const afternoonSlots = (pack: Pack): Slot[] =>
  pack.slots.filter((slot) => slot.start >= afternoonFrom(pack) && !slot.wholeTeam)

const couldGive = (slot: Slot, missing: readonly Kind[]): Kind[] => {
  const found = slot.kind === null ? EVIDENCE_KINDS : (gives[slot.kind] ?? [])
  return missing.filter((kind) => found.includes(kind))
}

function swapsFor(pack: Pack, gap: Gap): Swap[] {
  return afternoonSlots(pack).flatMap((slot) => {
    const wanted = couldGive(slot, gap.missing)
    if (wanted.length === 0) return []
    return pack.groups
      .filter((group) => group.slot === slot.id && (gap.year === null || group.seen !== ''))
      .map((group): Swap => {
        const sees = yearOf(group.seen)
        const there = gap.year === null || sees === gap.year
        return { gap, gives: wanted, slot, group, insteadOf: there ? null : sees }
      })
  })
}

/**
 * For each gap, the one afternoon visit that could close it best: a group that is going there
 * anyway before one that would have to change, and before one that already looks for much.
 * A proposal; the team decides.
 */
export function proposeSwap(pack: Pack, found: Coverage): Swap[] {
  const asked = new Map<string, number>()
  const load = (swap: Swap) => asked.get(swap.group.id) ?? 0
  const better = (a: Swap, b: Swap) =>
    Number(a.insteadOf !== null) - Number(b.insteadOf !== null) ||
    b.gives.length - a.gives.length ||
    load(a) - load(b)
  return found.gaps.flatMap((gap) => {
    const best = swapsFor(pack, gap).sort(better)[0]
    if (!best) return []
    asked.set(best.group.id, load(best) + 1)
    return [best]
  })
}
