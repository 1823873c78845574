import { z } from 'zod'
import { choiceOf, settled } from '../choice.ts'
import { defineRecord } from '../record.ts'

const replySchema = z.object({
  id: z.string(),
  by: z.string(),
  madeAt: z.number(),
  accurate: choiceOf(z.enum(['accurate', 'not_accurate']).nullable()),
  comment: z.string().default(''),
})
export type Reply = z.infer<typeof replySchema>
/** What the head says of the issued letter. It travels with it. */
export const replyRecord = defineRecord({
  type: 'letter-reply',
  schema: replySchema,
  texts: ['comment'],
  choices: ['accurate'],
})

const receivedSchema = z.object({ id: z.string(), by: z.string(), madeAt: z.number() })
export type Received = z.infer<typeof receivedSchema>
/** That the head has read the letter, and when. */
export const receivedRecord = defineRecord({ type: 'letter-received', schema: receivedSchema })

/** Several devices of the head may each have a record: the smallest id counts, other comments are kept beside it. */
export function replyOf(replies: readonly Reply[]): Reply | null {
  const [first, ...others] = [...replies].sort((a, b) => (a.id < b.id ? -1 : 1))
  if (!first) return null
  const comments = [first, ...others].map(({ comment }) => comment.trim()).filter((c) => c !== '')
  return { ...first, comment: others.length === 0 ? first.comment : comments.join('\n') }
}

/** The first time that the head said so. */
export const receivedOf = (all: readonly Received[]): Received | null =>
  [...all].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))[0] ?? null

/** Not accurate, and nothing said of what is not: then a comment is asked for. */
export const asksForComment = (reply: Reply): boolean =>
  settled(reply.accurate) === 'not_accurate' && reply.comment.trim() === ''
