import type { SlotKind } from '../../src/domain/peer-review/pack.ts'
import type { TEAM } from './world.ts'

type Reviewer = (typeof TEAM)[number]

interface DemoSlot {
  readonly start: string
  readonly end: string
  readonly kind: SlotKind
  readonly title: string
  readonly place: string
  readonly questions: readonly number[]
  /** What each group does; one activity alone means the whole team. */
  readonly activities: readonly string[]
  /** Year group that each group visits, in the order of the activities. */
  readonly seen?: readonly string[]
}

export const GROUPS: readonly (readonly [label: string, people: readonly Reviewer[]])[] = [
  ['A', ['p03', 'p04']],
  ['B', ['p02', 'p05']],
  ['C', ['p01', 'p07']],
]

export const PACK = {
  focus:
    'How reading habits and the agreed behaviour steps feel to pupils in Years 3, 4 and 5, and whether it depends on the room they are in.',
  whyNow:
    'New reading folders and a shorter set of behaviour steps came in last term. We want to know what pupils meet before we change anything else.',
  notLookedAt: 'Early reading and phonics, budgets, staffing, and anything outside Years 3 to 5.',
  baseRoom: 'Library',
  parking: 'Six spaces behind the hall. The gate closes at 08:35 and opens again at 09:00.',
  signIn: 'Main office. Badge and DBS check on arrival; lanyards stay on all day.',
  lunch: 'Ordered for the team in the Studio from 12:15. Tell the office about diets by 09:30.',
  fire: 'No drill is planned. If the bell goes: out by the nearest door, to the far end of the field.',
  photos: 'Displays and books only. No pupils, no names, no screens.',
  dslName: 'Dorothea Lanyard',
  dslRoom: 'Room 4, next to the office',
  dslPhone: '01632 960 118',
  ladoName: 'Duty officer, local authority',
  ladoPhone: '01632 960 147',
} as const

export const QUESTIONS: readonly (readonly [text: string, proposedBy: Reviewer, byCeo: boolean])[] =
  [
    [
      'Can pupils in Years 3 to 5 say which book comes next for them, and why that one?',
      'p03',
      false,
    ],
    ['Are the behaviour steps the same for a pupil from one classroom to the next?', 'p03', false],
    ['What happens in the minutes between lessons: are basic skills practised?', 'p01', true],
  ]

export const DAY: readonly DemoSlot[] = [
  {
    start: '08:15',
    end: '08:40',
    kind: 'briefing',
    title: 'Arrive, sign in, remit and safeguarding briefing',
    place: 'Library',
    questions: [],
    activities: ['The CEO reads out the remit; the DSL briefs the team; a walk round the site'],
  },
  {
    start: '08:45',
    end: '09:10',
    kind: 'learning_walk',
    title: 'Gate and registration',
    place: 'Playground; corridor of Years 3 to 5',
    questions: [1, 2],
    activities: [
      'At the gate, then Year 3 registration',
      'Year 4 registration',
      'Year 5 registration',
    ],
    seen: ['Year 3', 'Year 4', 'Year 5'],
  },
  {
    start: '09:15',
    end: '10:10',
    kind: 'lesson_visit',
    title: 'Lesson visits, first round: reading',
    place: 'Classrooms of Years 3, 4 and 5',
    questions: [0, 2],
    activities: ['Year 3', 'Year 4', 'Year 5'],
    seen: ['Year 3', 'Year 4', 'Year 5'],
  },
  {
    start: '10:15',
    end: '10:40',
    kind: 'break',
    title: 'Break',
    place: 'Playground; staff room',
    questions: [1],
    activities: [
      'Playground, with the play leaders',
      'Staff room, for those who want to talk',
      'Playground',
    ],
  },
  {
    start: '10:45',
    end: '11:25',
    kind: 'pupil_voice',
    title: 'Talking with pupils, six at a time',
    place: 'Library; Studio; Year 5 bay',
    questions: [0, 1],
    activities: ['Six pupils of Year 3', 'Six pupils of Year 4', 'Six pupils of Year 5'],
    seen: ['Year 3', 'Year 4', 'Year 5'],
  },
  {
    start: '11:30',
    end: '12:10',
    kind: 'book_look',
    title: 'Reading folders, with the reading lead',
    place: 'Library',
    questions: [0],
    activities: ['Folders of Year 3', 'Folders of Year 4', 'Folders of Year 5'],
    seen: ['Year 3', 'Year 4', 'Year 5'],
  },
  {
    start: '12:15',
    end: '12:55',
    kind: 'keep_in_touch',
    title: 'Lunch hall, and a talk with teaching assistants',
    place: 'Hall; Studio',
    questions: [1, 2],
    activities: ['Lunch hall', 'Four teaching assistants', 'Team lunch; put notes in order'],
  },
  {
    start: '13:00',
    end: '14:10',
    kind: 'lesson_visit',
    title: 'Lesson visits, second round, and the changes between lessons',
    place: 'Classrooms of Years 3, 4 and 5',
    questions: [1, 2],
    activities: ['Year 5', 'Year 3', 'Year 4'],
    seen: ['Year 5', 'Year 3', 'Year 4'],
  },
  {
    start: '14:15',
    end: '15:45',
    kind: 'synthesis',
    title: 'Put it together: answers, strengths, areas to explore; hand the notes over',
    place: 'Library',
    questions: [0, 1, 2],
    activities: ['The whole team, question by question'],
  },
]
