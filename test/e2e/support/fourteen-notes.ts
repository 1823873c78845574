import type { Draft, Person } from './screens.ts'

export interface DayNote extends Draft {
  readonly by: Person
  /** Start of its timetable slot. */
  readonly slot: string
}

const note = (
  by: Person,
  slot: string,
  question: number | undefined,
  kind: Draft['kind'],
  text: string,
): DayNote => ({ by, slot, question, kind, text })

/** The notes of one review day as six people took them, without the one that has no words. */
export const NOTES = {
  N01: note(
    'p05',
    '08:45',
    2,
    'Saw',
    'Year 4: teacher used the three agreed steps in order, in under a minute; pupils named the next step without prompting.',
  ),
  N02: note(
    'p07',
    '08:45',
    2,
    'Saw',
    'Year 5: a different consequence ladder is on the wall from the one in the staff handbook.',
  ),
  N03: note(
    'p04',
    '09:15',
    1,
    'Saw',
    'Year 3: 26 of 28 reading folders had the Moving Up sheet; 19 had an entry this week.',
  ),
  N04: note(
    'p02',
    '09:15',
    3,
    'Saw',
    'Year 4: four minutes between reading and assembly, times-table chant led by a pupil.',
  ),
  N05: note(
    'p07',
    '09:15',
    3,
    'Saw',
    'Year 5: nine minutes of waiting at the change from reading to maths; no task on the board.',
  ),
  N06: note(
    'p04',
    '10:45',
    1,
    'Heard',
    'Five of six Year 3 pupils could say which book came next and why.',
  ),
  N07: note(
    'p01',
    '10:45',
    1,
    'Heard',
    'Two of six Year 5 pupils could say which book came next; four chose "because it was on the table".',
  ),
  N08: note(
    'p05',
    '10:45',
    2,
    'Heard',
    'Year 4 pupils: "it is the same with every teacher except on Fridays".',
  ),
  N09: note(
    'p03',
    '11:30',
    1,
    'Read',
    'Year 5 folders: last Moving Up entry before half term in 11 of 27.',
  ),
  N10: note(
    'p02',
    '12:15',
    2,
    'Heard',
    'TAs report the fortnightly meeting has happened twice; they knew the behaviour steps.',
  ),
  N11: note(
    'p05',
    '13:00',
    3,
    'Saw',
    'Year 3 (afternoon): two slippage slots of 3 and 5 minutes used for spelling retrieval.',
  ),
  // Its writer said neither saw, heard nor read.
  N12: note(
    'p07',
    '13:00',
    2,
    undefined,
    'Year 4: you should copy the other school’s behaviour chart into every room.',
  ),
  N13: note('p04', '11:30', undefined, 'Read', 'Library budget appears overspent.'),
} as const satisfies Record<string, DayNote>

export const ALL_NOTES: readonly DayNote[] = Object.values(NOTES)

export const textsOf = (question: number | undefined, without: readonly DayNote[] = []): string[] =>
  ALL_NOTES.filter((n) => n.question === question && !without.includes(n))
    .map(({ text }) => text)
    .sort()
