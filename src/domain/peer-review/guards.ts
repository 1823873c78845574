import { type PlanFacts, planGuards } from '../action-plan/plan-guards.ts'
import { liveQuestions } from './evidence.ts'
import type { Pack } from './pack.ts'
import { preparationFaults, type PreparationFault } from './preparation.ts'

/** Where a guard is mended. */
export type GuardPlace =
  | 'prepare'
  | 'timetable'
  | 'ready'
  | 'answers'
  | 'who'
  | 'hand-over'
  | 'letter'
  | 'session'

/** What stands before a step: stop refuses it, ask wants a reason, show only tells. */
export interface Guard {
  readonly kind: 'stop' | 'ask' | 'show'
  readonly words: string
  readonly at: GuardPlace | null
  /** What is kept before the reason that is given, so that the decision says whom or what it passed over. */
  readonly keep?: string
}

/** Notes of one reviewer that are known of and not on this device. */
export interface NotesToCome {
  readonly name: string
  /** How many, or null where only that there are some, or may be. */
  readonly notes: number | null
}

/** How the letter stands. */
export interface LetterStanding {
  /** Parts that are in it. */
  readonly parts: number
  /** What stops it, as `letterStops` gives it. */
  readonly stops: number
  /** Names of those who agreed to it as it stands, who agreed to it as it stood before, and who did neither. */
  readonly agreed: readonly string[]
  readonly before: readonly string[]
  readonly missing: readonly string[]
  /** There is signal, and everything typed on this device is at the trust. */
  readonly safe: boolean
}

/** What the guards look at, as plain values. Null is "not known on this device": then nothing is said of it. */
export interface GuardFacts {
  /** Null while it has not reached this device. */
  readonly pack: Pack | null
  /** `yyyy-mm-dd` by the school's clock. */
  readonly today: string
  /** How many times a reviewer is in two places in one slot. */
  readonly twice: number | null
  /** Reviewers with a device that has a receipt for a day with no signal, of the team. */
  readonly ready: { readonly n: number; readonly of: number } | null
  /** Record ids of key questions without an answer, as `answersOpen` gives them. */
  readonly unanswered: readonly string[] | null
  /** Sentences in the answers that still give advice. */
  readonly openFlags: number | null
  /** Names of reviewers who have not been briefed, of how many. */
  readonly unbriefed: { readonly names: readonly string[]; readonly of: number }
  readonly toCome: readonly NotesToCome[]
  /** Devices that still hold notes of the review, the school's own left out. */
  readonly holding: number | null
  /** Null where the letter is not on this device. */
  readonly letter: LetterStanding | null
  /** The action-plan session; absent or null where it is not known. */
  readonly plan?: PlanFacts | null
  /** Names of reviewers whose notes have no receipt yet. */
  readonly outstanding?: readonly string[]
  /** Whether whoever asks leads the review: they may go on without somebody's notes, by naming them. */
  readonly leads?: boolean
}

type Rule = (facts: GuardFacts, pack: Pack) => readonly Guard[]
type PlainRule = (facts: GuardFacts) => readonly Guard[]

const stop = (words: string, at: GuardPlace | null): Guard => ({ kind: 'stop', words, at })
const ask = (words: string, at: GuardPlace | null): Guard => ({ kind: 'ask', words, at })
const show = (words: string, at: GuardPlace | null): Guard => ({ kind: 'show', words, at })

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

const fromFault = ({ kind, words }: PreparationFault): Guard => ({ kind, words, at: 'prepare' })

const focusSent: Rule = ({ today }, pack) =>
  preparationFaults(pack, { today, sent: false }).map(fromFault)

/** The focus is on its way by now: only what the questions lack still counts. */
const expanded: Rule = ({ today }, pack) => {
  const added = liveQuestions(pack.questions).filter(({ addedByCeo }) => addedByCeo).length
  return [
    ...preparationFaults(pack, { today, sent: true }).map(fromFault),
    ...(added > 0
      ? [show(`${count(added, 'key question')} marked as the CEO’s addition.`, 'prepare')]
      : []),
  ]
}

const timetable: Rule = (_, pack) =>
  pack.slots.length === 0 ? [show('The timetable has no slots yet.', 'timetable')] : []

const agreed: Rule = (facts, pack) => [
  ...timetable(facts, pack),
  ...(facts.twice !== null && facts.twice > 0
    ? [
        stop(
          `A reviewer is in two places at once, ${count(facts.twice, 'time')}: give each one place in a slot.`,
          'timetable',
        ),
      ]
    : []),
]

const noDsl: Rule = (_, pack) =>
  pack.review.dslName.trim() === ''
    ? [show('The designated safeguarding lead is not named in the pack.', 'prepare')]
    : []

const circulated: Rule = (facts, pack) => {
  const { ready } = facts
  const waits = ready !== null && ready.n < ready.of
  return [
    ...(waits
      ? [
          ask(
            `${ready.n} of ${count(ready.of, 'reviewer')} ${ready.n === 1 || ready.of === 1 ? 'has' : 'have'} a device that is ready for a day with no signal. Send the pack out all the same?`,
            'ready',
          ),
        ]
      : []),
    ...noDsl(facts, pack),
  ]
}

const onTheDay: Rule = (facts, pack) => {
  const { names, of } = facts.unbriefed
  const briefed = of - names.length
  return [
    ...(names.length > 0
      ? [show(`${briefed} of ${of} briefed. Not yet: ${listed(names)}.`, null)]
      : []),
    ...noDsl(facts, pack),
  ]
}

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`

/** One line for each known number, and one for all of whom none is known. */
function sayToCome(toCome: readonly NotesToCome[]): string[] {
  const unknown = toCome.filter(({ notes }) => notes === null).map(({ name }) => name)
  return [
    ...toCome.flatMap(({ name, notes }) =>
      notes === null ? [] : [`${name} has ${count(notes, 'note')} not here yet: go on?`],
    ),
    ...(unknown.length > 0
      ? [`${listed(unknown)} may have notes that are not here yet: go on?`]
      : []),
  ]
}

function sayUnanswered(numbers: readonly number[]): string {
  const [which, has, them] =
    numbers.length === 1 ? ['Question', 'has', 'it'] : ['Questions', 'have', 'them']
  return `${which} ${listed(numbers.map(String))} ${has} no answer yet: answer ${them}, or the school withdraws ${them}.`
}

const synthesised: Rule = ({ unanswered, openFlags, toCome }, pack) => {
  const open = liveQuestions(pack.questions).filter(({ id }) => unanswered?.includes(id) === true)
  return [
    ...(open.length > 0 ? [stop(sayUnanswered(open.map(({ n }) => n)), 'answers')] : []),
    ...(openFlags !== null && openFlags > 0
      ? [
          stop(
            `${count(openFlags, 'sentence')} in the answers still ${openFlags === 1 ? 'gives' : 'give'} advice: say what was seen instead.`,
            'answers',
          ),
        ]
      : []),
    ...sayToCome(toCome).map((words) => ask(words, 'who')),
  ]
}

/** Going on while notes are outstanding is the lead's, and only by naming whose: the reason is kept (C4). */
const handedOver: PlainRule = ({ outstanding = [], leads = false }) => {
  if (outstanding.length === 0) return []
  const words = `No receipt yet for the notes of ${listed(outstanding)}.`
  return leads
    ? [
        {
          ...ask(`${words} Go on without? Their names are kept with your reason.`, 'hand-over'),
          keep: `Outstanding: ${listed(outstanding)}.`,
        },
      ]
    : [stop(`${words} Wait for them, or ask the review lead to go on without.`, 'hand-over')]
}

const closed: PlainRule = ({ holding }) =>
  holding !== null && holding > 0
    ? [
        stop(
          `${count(holding, 'device')} still ${holding === 1 ? 'holds' : 'hold'} notes of this review: hand them over first.`,
          'hand-over',
        ),
      ]
    : []

const NO_LETTER = stop(
  'The letter is not on this device yet: wait for signal, then look again.',
  'letter',
)
const letterRule =
  (rule: (letter: LetterStanding) => readonly Guard[]): PlainRule =>
  ({ letter }) =>
    letter === null || letter.parts === 0 ? [NO_LETTER] : rule(letter)

const letterStopped = ({ stops }: LetterStanding): Guard[] =>
  stops > 0
    ? [
        stop(
          `${count(stops, 'thing')} in the letter ${stops === 1 ? 'is' : 'are'} to be mended first.`,
          'letter',
        ),
      ]
    : []

const letterAgreed = letterRule((letter) => {
  const asked = [...letter.before, ...letter.missing]
  const names = listed(asked)
  return [
    ...letterStopped(letter),
    ...(letter.agreed.length === 0
      ? [stop('Nobody has agreed to the letter as it stands.', 'letter')]
      : asked.length > 0
        ? [
            {
              ...ask(
                `Not agreed yet: ${names}. Go on without ${asked.length === 1 ? 'them' : 'all of them'}?`,
                'letter',
              ),
              keep: `Without ${names}.`,
            },
          ]
        : []),
  ]
})

const letterIssued = letterRule((letter) => [
  ...letterStopped(letter),
  ...(letter.before.length > 0
    ? [
        stop(
          `The letter changed after ${listed(letter.before)} agreed to it: open it again, so that they can look.`,
          'letter',
        ),
      ]
    : []),
  ...(letter.safe
    ? []
    : [
        stop(
          'A letter is sent with signal only: wait until the top of the screen says “Safe at the trust”.',
          null,
        ),
      ]),
  ...(letter.missing.length > 0
    ? [show(`Agreed without ${listed(letter.missing)}.`, 'letter')]
    : []),
])

/** These do not look at the pack: it may be gone from the device by then, and facilitators never had it. */
const PLAIN_RULES: Readonly<Record<string, PlainRule>> = {
  notes_handed_over: handedOver,
  letter_drafted: letterRule(() => []),
  letter_agreed: letterAgreed,
  letter_issued: letterIssued,
  closed,
}

const RULES: Readonly<Record<string, Rule>> = {
  focus_sent: focusSent,
  expanded,
  timetable_drafted: timetable,
  agreed,
  circulated,
  on_the_day: onTheDay,
  synthesised,
}

const inOrder = (all: readonly Guard[]): readonly Guard[] =>
  (['stop', 'ask', 'show'] as const).flatMap((kind) => all.filter((g) => g.kind === kind))

/** What stands before a step of the review machine (domain notes B9): stops first, then questions, then lines to show. */
export function guardsOf(to: string, facts: GuardFacts): readonly Guard[] {
  const rule = Object.hasOwn(RULES, to) ? RULES[to] : undefined
  if (rule && !facts.pack)
    return [stop('The pack is not on this device yet: wait for signal, then look again.', null)]
  const plain = Object.hasOwn(PLAIN_RULES, to) ? PLAIN_RULES[to] : undefined
  return inOrder([
    ...(rule && facts.pack ? rule(facts, facts.pack) : []),
    ...(plain?.(facts) ?? []),
    ...planGuards(to, facts.plan ?? null),
  ])
}
