import { WALK_FLAG_WORDS, type WalkFlag } from '../../../domain/learning-walk/guards.ts'

/** Why some words keep a text from going out, each once, and what to do about it. */
export const stopWords = (stops: readonly WalkFlag[]): string =>
  [
    ...new Set(
      stops.map(
        ({ kind, words }) =>
          `${WALK_FLAG_WORDS[kind].what}: “${words}”. ${WALK_FLAG_WORDS[kind].do}`,
      ),
    ),
  ].join(' ')
