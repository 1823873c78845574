import type { Group, KeyQuestion, Slot, SlotKind } from './pack.ts'

/** Who goes round together: "A" and its people. */
export interface Party {
  readonly label: string
  readonly people: readonly string[]
}

export interface PlannedSlot {
  readonly slot: Omit<Slot, 'id' | 'removedAt'>
  readonly groups: readonly Omit<Group, 'id' | 'slot' | 'removedAt'>[]
}

interface Part {
  /** Minutes after the day begins. */
  readonly from: number
  readonly to: number
  readonly title: string
  readonly kind: SlotKind
  readonly wholeTeam?: true
  /** Evidence is gathered here: it serves key questions. */
  readonly asks?: true
}

/** Five minutes lie between most parts, so that people can walk. */
const parts: readonly Part[] = [
  { from: 0, to: 30, title: 'Arrive and briefing', kind: 'briefing', wholeTeam: true },
  { from: 35, to: 60, title: 'Gate and registration', kind: 'learning_walk', asks: true },
  { from: 65, to: 125, title: 'Lesson visits, first round', kind: 'lesson_visit', asks: true },
  { from: 125, to: 150, title: 'Break: playground and staff room', kind: 'break' },
  { from: 150, to: 195, title: 'Talking with pupils', kind: 'pupil_voice', asks: true },
  { from: 200, to: 240, title: 'Looking at books', kind: 'book_look', asks: true },
  { from: 245, to: 300, title: 'Keep in touch over lunch', kind: 'keep_in_touch', wholeTeam: true },
  { from: 305, to: 365, title: 'Lesson visits, second round', kind: 'lesson_visit', asks: true },
  { from: 370, to: 430, title: 'Agree the answers', kind: 'synthesis', wholeTeam: true },
  { from: 435, to: 465, title: 'Feedback to the school', kind: 'feedback', wholeTeam: true },
]

const MINUTES = 24 * 60

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const two = (n: number) => String(n).padStart(2, '0')

/** "08:15" and 50 minutes: "09:05"; never past midnight. */
export function clockAfter(clock: string, minutes: number): string {
  const at = Math.max(0, Math.min(minutesOf(clock) + minutes, MINUTES - 1))
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`
}

/** A team as pairs, A, B, C …; where one is left over, the last are three. */
export function inPairs(team: readonly string[]): Party[] {
  const count = Math.max(1, Math.floor(team.length / 2))
  return Array.from({ length: count }, (_, i) => ({
    label: String.fromCharCode('A'.charCodeAt(0) + i),
    people: team.slice(i * 2, i === count - 1 ? undefined : i * 2 + 2),
  }))
}

/** Each question is met in more than one way: in turns, every second part that asks. */
const askedIn = (part: number, questions: readonly KeyQuestion[]): string[] =>
  questions.filter((_, i) => (part + i) % 2 === 0).map(({ id }) => id)

/**
 * A day to begin from: everything in it is there to be changed.
 * @param start `hh:mm` at which the team arrives
 */
export function templateDay(
  questions: readonly KeyQuestion[],
  parties: readonly Party[],
  start: string,
): PlannedSlot[] {
  const live = questions.filter((question) => question.withdrawnAt === null)
  const asking = parts.filter((part) => part.asks)
  const everybody = { label: 'All', people: parties.flatMap(({ people }) => people) }
  const blank = { activity: '', place: '', seen: '' }
  return parts.map((part) => ({
    slot: {
      start: clockAfter(start, part.from),
      end: clockAfter(start, part.to),
      title: part.title,
      place: '',
      wholeTeam: part.wholeTeam ?? false,
      questions: part.asks ? askedIn(asking.indexOf(part), live) : [],
      kind: part.kind,
    },
    groups: (part.wholeTeam ? [everybody] : parties).map(({ label, people }) => ({
      ...blank,
      label,
      people: [...people],
    })),
  }))
}
