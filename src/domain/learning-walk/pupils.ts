import { z } from 'zod'
import { choiceOf, settled } from '../choice.ts'
import { defineRecord } from '../record.ts'

const ofWalk = { id: z.string(), walk: z.string(), by: z.string(), madeAt: z.number() }
const removedAt = z.number().nullable().default(null)
const tally = choiceOf(z.number().int().min(0).max(99))

const groupSchema = z.object({
  ...ofWalk,
  n: z.number(),
  /** In words: "four of Year 8, mixed". Never who they are. */
  group: z.string().max(80).default(''),
  pupils: choiceOf(z.number().int().min(0).max(99)),
  removedAt,
})
export type PupilGroup = z.infer<typeof groupSchema>
/** Pupils who were talked with together. */
export const pupilGroupRecord = defineRecord({
  type: 'walk-group',
  schema: groupSchema,
  choices: ['pupils'],
})

const questionSchema = z.object({
  ...ofWalk,
  n: z.number(),
  group: z.string(),
  /** Record id of the prompt that it says something about, or ''. */
  prompt: z.string().max(40).default(''),
  text: z.string().default(''),
  yes: tally,
  no: tally,
  removedAt,
})
export type PupilQuestion = z.infer<typeof questionSchema>
/** One question put to one group, and how many said yes and no; two devices' counts are both kept. */
export const pupilQuestionRecord = defineRecord({
  type: 'walk-question',
  schema: questionSchema,
  texts: ['text'],
  choices: ['yes', 'no'],
})

const quoteSchema = z.object({
  ...ofWalk,
  question: z.string(),
  text: z.string().default(''),
  removedAt,
})
export type PupilQuote = z.infer<typeof quoteSchema>
/** What a pupil said, without who. */
export const pupilQuoteRecord = defineRecord({
  type: 'walk-quote',
  schema: quoteSchema,
  texts: ['text'],
})

/** Yes and no of a question; null where two devices counted differently and nobody has picked. */
export const tallyOf = ({ yes, no }: PupilQuestion): { yes: number; no: number } | null => {
  const counted = { yes: settled(yes), no: settled(no) }
  if ((yes.length > 0 && counted.yes === null) || (no.length > 0 && counted.no === null))
    return null
  return { yes: counted.yes ?? 0, no: counted.no ?? 0 }
}

/** Whether more pupils answered than there are in the group. */
export const tooMany = (question: PupilQuestion, group: PupilGroup): boolean => {
  const counted = tallyOf(question)
  const pupils = settled(group.pupils)
  return counted !== null && pupils !== null && counted.yes + counted.no > pupils
}
