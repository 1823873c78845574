import type { SlotKind } from '../../../domain/peer-review/pack.ts'

const words: Record<SlotKind, string> = {
  briefing: 'Briefing',
  learning_walk: 'Learning walk',
  lesson_visit: 'Lesson visit',
  book_look: 'Book look',
  pupil_voice: 'Talking with pupils',
  meeting: 'Meeting',
  documents: 'Reading documents',
  break: 'Break',
  keep_in_touch: 'Keep-in-touch meeting',
  lunch: 'Lunch',
  synthesis: 'Agreeing the answers',
  feedback: 'Feedback',
}

/** What a slot may be for, as choices. */
export const kindOptions = (Object.keys(words) as SlotKind[]).map((value) => ({
  value,
  label: words[value],
}))
