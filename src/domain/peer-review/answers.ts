import { z } from 'zod'
import { defineRecord } from '../record.ts'

/** Longest answer, in characters: a paragraph that can be read out. */
export const ANSWER_LENGTH = 400

const answerSchema = z.object({
  id: z.string(),
  /** Record id of the key question. Two devices may both make one while apart: `answerOf` joins them. */
  question: z.string(),
  text: z.string().default(''),
  /** What a person did with this text where another record is the answer; null while nobody has. */
  settled: z
    .object({
      as: z.enum(['taken_in', 'left_out']),
      by: z.string(),
      at: z.number(),
      /** The text that it was about: words typed later ask again. */
      text: z.string(),
    })
    .nullable()
    .default(null),
})
export type Answer = z.infer<typeof answerSchema>
/** The team's answer to one key question, typed by whoever has the keyboard, or by two at once. */
export const answerRecord = defineRecord({ type: 'answer', schema: answerSchema, texts: ['text'] })

export const POINT_KINDS = ['strength', 'explore', 'differ'] as const

const pointSchema = z.object({
  id: z.string(),
  question: z.string(),
  /** A strength, an area to explore, or a point on which the team differs. */
  kind: z.enum(POINT_KINDS),
  text: z.string().default(''),
  /** The other view, where the team differs; both stay until it is settled. */
  otherView: z.string().default(''),
  /** What the head adds beside it at the feedback meeting. */
  context: z.string().default(''),
  /** How a difference was settled and by whom; '' while it stands. */
  settledAs: z.string().max(300).default(''),
  settledBy: z.string().nullable().default(null),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type Point = z.infer<typeof pointSchema>
export const pointRecord = defineRecord({
  type: 'point',
  schema: pointSchema,
  texts: ['text', 'otherView', 'context'],
})

const linkSchema = z.object({
  id: z.string(),
  /** Record id of the answer's key question, or of the point, that it stands behind. */
  behind: z.string(),
  /** Record id of the note, and whose it is. */
  note: z.string(),
  by: z.string(),
  removedAt: z.number().nullable().default(null),
})
export type EvidenceLink = z.infer<typeof linkSchema>
/** One note behind one answer or point. A record of its own, so that two people can add at once. */
export const linkRecord = defineRecord({ type: 'evidence-link', schema: linkSchema })

const agreedSchema = z.object({
  id: z.string(),
  question: z.string(),
  person: z.string(),
  madeAt: z.number(),
  /** Fingerprint of the answer that was agreed to: a later change asks again. '' once taken back. */
  text: z.string().max(80),
})
export type Agreed = z.infer<typeof agreedSchema>
/** That a member of the team agrees to an answer as it stood. */
export const agreedRecord = defineRecord({ type: 'agreed', schema: agreedSchema })

const placeSchema = z.object({
  id: z.string(),
  person: z.string(),
  /** The key question that the lead shows; null on the overview. */
  question: z.string().nullable(),
  madeAt: z.number(),
})
export type LeadPlace = z.infer<typeof placeSchema>
/** Where the lead is in the answers, so that other screens can follow. */
export const leadPlaceRecord = defineRecord({ type: 'lead-place', schema: placeSchema })
