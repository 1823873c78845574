/** What a key question as it is written may make a reader stumble over. A nudge never stops anybody. */
export interface Nudge {
  readonly kind: 'closed' | 'double' | 'too-wide'
  /** What it is, and why it matters on the day. */
  readonly words: string
  /** A question of the better form. */
  readonly example: string
}

const NUDGES: Readonly<Record<Nudge['kind'], Nudge>> = {
  closed: {
    kind: 'closed',
    words: 'This can be answered by yes or no. “How” or “What” brings back more.',
    example: 'How do pupils settle a disagreement at playtime?',
  },
  double: {
    kind: 'double',
    words: 'These may be two questions. Apart, each gets its own evidence and its own answer.',
    example: 'What do pupils remember of last term’s history?',
  },
  'too-wide': {
    kind: 'too-wide',
    words: 'This is more than one day can see. Name a subject, a year group or a time of day.',
    example: 'How do pupils in Year 2 use the sounds they know when they write?',
  },
}

const AUXILIARY =
  'is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|may|might|must'
const ASKING = 'how|what|which|where|when|who|whose|whether'
const PEOPLE =
  'pupils|children|boys|girls|they|we|adults|staff|teachers|leaders|governors|parents|families|tas|classes'

const OPENS_CLOSED = new RegExp(`^(${AUXILIARY})(n['’]t)?\\s+\\S`, 'i')
/** "…, and why?": closed in form, yet nobody would answer it by yes or no. */
const ASKS_ON = new RegExp(`(,|;|\\band)\\s+(if so,?\\s+)?(why|${ASKING}|in what way)\\b`, 'i')
/** A second question word with a clause of its own; "and when to ask" and "and how often" belong to the first. */
const SECOND_CLAUSE = new RegExp(`(,|;|\\band|\\bor)\\s+(${ASKING})\\s+(?!to\\b)\\S+\\s+\\S+`, 'i')
const SECOND_INVERTED = new RegExp(`\\b(and|or)\\s+(why\\s+)?(${AUXILIARY})\\s+(${PEOPLE})\\b`, 'i')
const TWO_MARKS = /\?\s*\S+\s+\S/

/** Words that no day can be planned for, unless the question goes on to say of what. */
const NARROWED =
  '(?!\\s+(of|in|for|at|during|when|on|between)\\s+(?!our\\b|the school|this school))'
const WIDE = [
  /\b(everything|all aspects|every aspect|in general|overall|across the board)\b/i,
  new RegExp(`\\bquality of (teaching|education|learning|provision)\\b${NARROWED}`, 'i'),
  /\b(teaching and learning|leadership and management|standards|outcomes|the curriculum|the school)\s*(across the school|in (our|the|this) school)?\s*\?*$/i,
]
/** What is in a question before it says what it is about. */
const EMPTY_WORDS = new Set(
  `${AUXILIARY}|${ASKING}|why|a|an|the|we|us|our|they|it|this|that|there|of|to|in|at|for|be|being|get|getting|well|good|better|best|effective|effectively|going|doing|improve|improving|more|most|so|far|things|work|working|school|as`.split(
    '|',
  ),
)

const namesNothing = (text: string): boolean => {
  const words = text.toLowerCase().match(/[\p{L}\d’']+/gu) ?? []
  const whole = words.length >= 3 && text.endsWith('?')
  return whole && words.every((word) => EMPTY_WORDS.has(word))
}

const isClosed = (text: string) => OPENS_CLOSED.test(text) && !ASKS_ON.test(text)
const isDouble = (text: string) =>
  TWO_MARKS.test(text) || SECOND_CLAUSE.test(text) || SECOND_INVERTED.test(text)
const isTooWide = (text: string) => WIDE.some((wide) => wide.test(text)) || namesNothing(text)

/** Nudges for one key question, at most one of each kind. Nothing while it is empty. */
export function questionNudges(text: string): readonly Nudge[] {
  const asked = text.trim().replace(/\s+/g, ' ')
  return [
    ...(isClosed(asked) ? [NUDGES.closed] : []),
    ...(isDouble(asked) ? [NUDGES.double] : []),
    ...(isTooWide(asked) ? [NUDGES['too-wide']] : []),
  ]
}
