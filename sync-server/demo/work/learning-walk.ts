import type { Fields } from '../../../src/crdt/records.ts'
import { personId, urn as asUrn } from '../../../src/domain/ids.ts'
import { FOCUS_SETS, QUESTION_SETS } from '../../../src/domain/learning-walk/focus-sets.ts'
import { halfTermOf } from '../../../src/domain/learning-walk/half-term.ts'
import {
  pupilGroupRecord,
  pupilQuestionRecord,
  pupilQuoteRecord,
} from '../../../src/domain/learning-walk/pupils.ts'
import {
  draftRecord,
  shareCommentRecord,
  shareRecord,
} from '../../../src/domain/learning-walk/shared.ts'
import { WALK_STAGES, walkStepRecord } from '../../../src/domain/learning-walk/stages.ts'
import { themeLineRecord, themeRecord } from '../../../src/domain/learning-walk/themes.ts'
import {
  EMPTY_WALK,
  pickRecord,
  roomRecord,
  seenRecord,
  sharedWithRecord,
  walkerRecord,
  walkPromptRecord,
  walkRecord,
} from '../../../src/domain/learning-walk/walk.ts'
import type { RecordType } from '../../../src/domain/record.ts'
import { schoolYearOf } from '../../../src/domain/school-year.ts'
import { HOST } from '../world.ts'
import { type DemoDays, momentOf } from './days.ts'
import { type Entry, ofSchool, type Write, writeInto } from './entries.ts'
import { BOOKS, GROUPS, PICKED, ROOMS, SHARES, THEMES } from './learning-walk-words.ts'

const [LEAD, HEAD] = ['p23', 'p03'] as const
const WALKERS = [HEAD, LEAD]
const DAYS_AGO = 9

const focusSet = FOCUS_SETS[0]
const focus = focusSet?.focus ?? ''

/** One walk while it is written: everything in it belongs to it. */
interface Walking {
  readonly date: string
  readonly year: string
  readonly walk: string
  /** Adds a record of the walk. @param time hh:mm of its day, or milliseconds since 1970 */
  readonly add: (
    key: string,
    type: RecordType<unknown>,
    hand: readonly [by: string, time: string | number],
    fields: Fields,
  ) => Entry
}

const joining =
  (write: Write, walk: string, date: string): Walking['add'] =>
  (key, type, [by, time], fields) => {
    const at = typeof time === 'number' ? time : momentOf(date, time)
    return write(`learning walk ${key}`, type, { by, at }, { walk, ...fields })
  }

const roomKey = (n: number) => `room ${n + 1}`

function lessons({ add, date }: Walking, prompts: readonly Entry[], shared: number): Entry[] {
  return ROOMS.flatMap(({ place, came, left, seen }, n) => {
    const room = add(roomKey(n), roomRecord, [LEAD, came], {
      n: n + 1,
      place,
      arrivedAt: momentOf(date, came),
      leftAt: momentOf(date, left),
      sharedAt: shared,
    })
    const lines = seen.map(([by, prompt, rating, note, more = {}], at) =>
      add(`${roomKey(n)} seen ${at}`, seenRecord, [by, left], {
        strand: 'lessons',
        room: room.id,
        prompt: prompts[prompt]?.id ?? '',
        rating,
        note,
        ...more,
      }),
    )
    return [room, ...lines]
  })
}

/** Where the walkers saw one thing differently, and settled it together. */
function picked({ add }: Walking, entries: readonly Entry[], prompts: readonly Entry[]): Entry {
  const rooms = entries.filter(({ type }) => type === roomRecord)
  return add('pick', pickRecord, [HEAD, '11:40'], {
    strand: 'lessons',
    room: rooms[PICKED.room]?.id ?? '',
    prompt: prompts[PICKED.prompt]?.id ?? '',
    rating: PICKED.rating,
    between: PICKED.between,
    instead: [],
  })
}

function pupils({ add }: Walking, prompts: readonly Entry[]): Entry[] {
  const asked = QUESTION_SETS[0]?.questions ?? []
  return GROUPS.flatMap(({ group, pupils: many, tallies, quotes }, g) => {
    const made = add(`group ${g}`, pupilGroupRecord, [LEAD, '11:05'], {
      n: g + 1,
      group,
      pupils: many,
    })
    const questions = tallies.map(([yes, no, prompt], n) =>
      add(`group ${g} question ${n}`, pupilQuestionRecord, [LEAD, '11:06'], {
        n: n + 1,
        group: made.id,
        prompt: prompts[prompt]?.id ?? '',
        text: asked[n] ?? '',
        yes,
        no,
      }),
    )
    const said = quotes.map(([question, text], n) =>
      add(`group ${g} quote ${n}`, pupilQuoteRecord, [LEAD, '11:12'], {
        question: questions[question]?.id ?? '',
        text,
      }),
    )
    return [made, ...questions, ...said]
  })
}

/** What was told to those visited, in a document of each, and what one of them answered. */
function shares(walking: Walking, rooms: readonly Entry[], at: number): Entry[] {
  const { add, date, year, walk } = walking
  const about = { walk, date, focus, walkers: WALKERS }
  const told = SHARES.flatMap(({ person, room: n, answer, ...words }) => {
    const ref = { kind: 'visited', urn: asUrn(HOST.urn), year, person: personId(person) } as const
    const visited = writeInto(ref, year)
    const { place = '', came = '' } = ROOMS[n] ?? {}
    const room = rooms.filter(({ type }) => type === roomRecord)[n]?.id ?? ''
    const fields = { ...about, ...words, place, time: came }
    const share = visited(`share ${n}`, shareRecord, { by: LEAD, at }, fields)
    const draft = add(`draft ${n}`, draftRecord, [LEAD, at - 600_000], { room, ...words })
    if (answer === '') return [share, draft]
    const answered = { by: person, at: at + 86_400_000 }
    return [
      share,
      draft,
      visited(`answer ${n}`, shareCommentRecord, answered, { share: share.id, text: answer }),
    ]
  })
  const people = [...new Set(SHARES.map(({ person }) => person))]
  return [
    ...told,
    ...people.map((person) =>
      add(`shared with ${person}`, sharedWithRecord, [LEAD, at], { person }),
    ),
  ]
}

/** Themes among the walkers, and the same for the whole school. */
function themes({ add, date, year, walk }: Walking, at: number): Entry[] {
  const school = writeInto(ofSchool('school', HOST.urn, year), year)
  return THEMES.flatMap(([kind, text], n) => {
    const line = add(`theme ${n}`, themeLineRecord, [LEAD, at], { kind, text })
    const theme = { walk, line: line.id, kind, focus, halfTerm: halfTermOf(date), text }
    const hand = { by: LEAD, at: at + 60_000 }
    return [line, school(`theme ${n}`, themeRecord, hand, { ...theme, rooms: ROOMS.length })]
  })
}

/** A finished learning walk through three rooms: agreed, walked, shared and summed up. */
export function learningWalk(days: DemoDays): Entry[] {
  const date = days.ago(DAYS_AGO)
  const year = schoolYearOf(date)
  const write = writeInto(ofSchool('walks', HOST.urn, year), year)
  const planned = momentOf(days.ago(DAYS_AGO + 7), '15:30')
  const walk = write(
    'learning walk',
    walkRecord,
    { by: LEAD, at: planned },
    {
      ...EMPTY_WALK,
      kind: 'learning_walk',
      focus,
      year: 'Years 4 to 6',
      subject: 'Mathematics',
      date,
      agreedOn: days.ago(DAYS_AGO + 6),
      toldDate: date,
      toldFocus: focus,
      toldWho: WALKERS.join(' '),
      schemeToHand: true,
      ...BOOKS.sample,
      nextFocus: 'The same in Years 1 to 3',
    },
  )
  const add = joining(write, walk.id, date)
  const walking: Walking = { date, year, walk: walk.id, add }
  const prompts = (focusSet?.prompts ?? []).map((text, n) =>
    add(`prompt ${n}`, walkPromptRecord, [LEAD, planned], { n, text }),
  )
  const shared = momentOf(date, '15:35')
  const summed = momentOf(days.ago(DAYS_AGO - 4), '16:00')
  const rooms = lessons(walking, prompts, shared)
  const books = BOOKS.seen.map(([prompt, rating, note, count], n) =>
    add(`books ${n}`, seenRecord, [LEAD, '10:50'], {
      strand: 'books',
      prompt: prompts[prompt]?.id ?? '',
      rating,
      note,
      count,
    }),
  )
  const moments = [planned, momentOf(date, '11:45'), shared + 60_000, summed + 120_000]
  return [
    walk,
    ...WALKERS.map((person) => add(`walker ${person}`, walkerRecord, [LEAD, planned], { person })),
    ...prompts,
    ...rooms,
    picked(walking, rooms, prompts),
    ...books,
    ...pupils(walking, prompts),
    ...shares(walking, rooms, shared),
    ...themes(walking, summed),
    ...WALK_STAGES.map((to, n) =>
      add(`step ${to}`, walkStepRecord, [LEAD, moments[n] ?? summed], { to }),
    ),
  ]
}
