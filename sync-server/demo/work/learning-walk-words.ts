import type { ThemeKind } from '../../../src/domain/learning-walk/themes.ts'
import type { Rating, Seen } from '../../../src/domain/learning-walk/walk.ts'

type SeenLine = readonly [
  by: string,
  /** Which prompt, from 0. */
  prompt: number,
  rating: Rating,
  note: string,
  more?: Partial<Pick<Seen, 'count'>> & { readonly tag?: 'strength' | 'question' },
]

interface RoomLine {
  readonly place: string
  /** hh:mm */
  readonly came: string
  readonly left: string
  readonly seen: readonly SeenLine[]
}

export const ROOMS: readonly RoomLine[] = [
  {
    place: 'Year 4',
    came: '09:10',
    left: '09:17',
    seen: [
      ['p23', 0, 'secure', 'Every board was held up with an answer.', { count: { n: 26, of: 26 } }],
      ['p23', 1, 'secure', 'Two of five questions came from last term’s fractions.'],
      ['p03', 2, 'emerging', 'Slips on the boards were talked through; two boards were not.'],
    ],
  },
  {
    place: 'Year 5',
    came: '09:22',
    left: '09:30',
    seen: [
      ['p23', 0, 'secure', 'All wrote in their books before anyone spoke.', { tag: 'strength' }],
      ['p03', 1, 'emerging', 'All four questions were about yesterday.', { tag: 'question' }],
      ['p23', 2, 'secure', 'Pupils corrected in green before the new part.'],
    ],
  },
  {
    place: 'Year 6',
    came: '09:35',
    left: '09:42',
    seen: [
      ['p23', 0, 'secure', 'Pairs compared answers; all had one.', { count: { n: 24, of: 27 } }],
      ['p03', 0, 'emerging', 'Three waited for a partner to begin.'],
      ['p23', 1, 'secure', 'Two pupils explained the link to ratio.', { tag: 'strength' }],
      ['p03', 2, 'secure', 'One slip was put on the board and mended by the class.'],
    ],
  },
]

/** Which room, from 0, the walkers saw differently, and what they picked. */
export const PICKED = {
  room: 2,
  prompt: 0,
  rating: 'emerging',
  between: ['secure', 'emerging'],
} as const

export const BOOKS = {
  sample: {
    sampleTotal: 9,
    samplePp: 3,
    sampleSend: 2,
    sampleLow: 3,
    sampleMiddle: 3,
    sampleHigh: 3,
  },
  seen: [
    [0, 'secure', 'A recap stands at the head of most pages.', { n: 8, of: 9 }],
    [1, 'emerging', 'Few questions reach back further than a week.', { n: 3, of: 9 }],
    [2, 'secure', 'Corrections are in the pupils’ own hand.', null],
  ] satisfies readonly (readonly [number, Rating, string, Seen['count']])[],
} as const

export const GROUPS: readonly {
  readonly group: string
  readonly pupils: number
  /** Yes, no, and which prompt it says something about. */
  readonly tallies: readonly (readonly [yes: number, no: number, prompt: number])[]
  readonly quotes: readonly (readonly [question: number, text: string])[]
}[] = [
  {
    group: 'Six of Years 4 to 6, mixed',
    pupils: 6,
    tallies: [
      [5, 1, 0],
      [3, 3, 1],
      [6, 0, 2],
    ],
    quotes: [
      [0, 'It is so we do not start from nothing.'],
      [1, 'I remembered the pizza ones when we did ratio.'],
    ],
  },
]

interface ShareLine {
  readonly person: string
  /** Which room, from 0. */
  readonly room: number
  readonly kind: string
  readonly specific: string
  readonly question: string
  /** What they said of it, or ''. */
  readonly answer: string
}

export const SHARES: readonly ShareLine[] = [
  {
    person: 'p12',
    room: 2,
    kind: 'Thank you for the welcome, and for the seat by the window.',
    specific: 'Two pupils explained how the recap joined on to ratio.',
    question: 'What would help the three who waited to make a start by themselves?',
    answer: 'I have put a first step on the board since. Two of the three now begin with it.',
  },
  {
    person: 'p24',
    room: 1,
    kind: 'It was good to see everybody settled so soon after break.',
    specific: 'All wrote in their books before anyone spoke.',
    question: 'Which question from an earlier unit might come back next week?',
    answer: '',
  },
  {
    person: 'p24',
    room: 0,
    kind: 'The calm start was a pleasure to walk into.',
    specific: 'Every board was held up with an answer, and slips were talked through.',
    question: 'How could the two boards that were passed over be seen next time?',
    answer: '',
  },
]

export const THEMES: readonly (readonly [kind: ThemeKind, text: string])[] = [
  ['pattern', 'A recap begins every lesson, and nearly all pupils write an answer of their own.'],
  ['question', 'How could questions reach back further than last week?'],
]
