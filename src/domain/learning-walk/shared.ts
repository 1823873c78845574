import { z } from 'zod'
import { defineRecord } from '../record.ts'
import { isQuestion } from './book-study.ts'
import { stopsIn, type WalkFlag } from './guards.ts'

const words = z.string().default('')

const shareSchema = z.object({
  id: z.string(),
  /** Record id of the walk. */
  walk: z.string(),
  /** yyyy-mm-dd */
  date: z.string().max(10),
  focus: words,
  place: z.string().max(60),
  /** hh:mm, or '' where it was no visit to a room. */
  time: z.string().max(5).default(''),
  /** Person ids of those who walked. */
  walkers: z.array(z.string()),
  /** Something kind, something specific, and the next step as a question. */
  kind: words,
  specific: words,
  question: words,
  by: z.string(),
  madeAt: z.number(),
})
export type Share = z.infer<typeof shareSchema>
/** What walkers share with one member of staff, in `visited/{urn}/{year}/{person}`. No rating is in it. */
export const shareRecord = defineRecord({
  type: 'walk-share',
  schema: shareSchema,
  texts: ['kind', 'specific', 'question'],
})

const commentSchema = z.object({
  id: z.string(),
  /** Record id of what was shared. */
  share: z.string(),
  text: words,
  by: z.string(),
  madeAt: z.number(),
})
export type ShareComment = z.infer<typeof commentSchema>
/** What the member of staff says of it; the walkers read it. */
export const shareCommentRecord = defineRecord({
  type: 'walk-comment',
  schema: commentSchema,
  texts: ['text'],
})

const draftSchema = z.object({
  id: z.string(),
  walk: z.string(),
  /** Record id of the room, or '' for the walk as a whole. */
  room: z.string().max(40).default(''),
  kind: words,
  specific: words,
  question: words,
  by: z.string(),
  madeAt: z.number(),
})
/** What is about to be shared, while walkers put it into words. For whom is no part of it. */
export const draftRecord = defineRecord({
  type: 'walk-draft',
  schema: draftSchema,
  texts: ['kind', 'specific', 'question'],
})

export interface ShareDraft {
  readonly kind: string
  readonly specific: string
  readonly question: string
}
export type ShareNeed = 'kind' | 'specific' | 'question' | 'as_question'

/** What a draft still needs before it is shared, and the words that keep it from being (C14, C50). */
export function shareNeeds(
  draft: ShareDraft,
  names: readonly string[],
): { readonly needs: readonly ShareNeed[]; readonly stops: readonly WalkFlag[] } {
  const parts = ['kind', 'specific', 'question'] as const
  const empty = parts.filter((part) => draft[part].trim() === '')
  const asks = draft.question.trim() === '' || isQuestion(draft.question)
  return {
    needs: asks ? empty : [...empty, 'as_question'],
    stops: stopsIn([draft.kind, draft.specific, draft.question], names),
  }
}

/** Comments on one thing that was shared, the first made first; blank ones are no comment. */
export const commentsOn = (comments: readonly ShareComment[], share: string): ShareComment[] =>
  comments
    .filter((comment) => comment.share === share && comment.text.trim() !== '')
    .sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))
