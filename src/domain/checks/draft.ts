import { z } from 'zod'
import { choiceOf } from '../choice.ts'
import { defineRecord } from '../record.ts'
import { ANSWER_KINDS, FREQUENCIES, LOOKS, TEMPLATE_JOBS } from './template.ts'

const words = z.string().default('')
const gone = z.number().nullable().default(null)
const order = z.string().max(200).default('')

const templateDraftSchema = z.object({
  id: z.string(),
  /** Of the checklist that it becomes; permanent over its versions. */
  key: z.string().max(60),
  /** Version that it began from; 0 for a new checklist. */
  base: z.number().int().min(0).default(0),
  name: words,
  about: words,
  job: choiceOf(z.enum(TEMPLATE_JOBS)),
  noPhotos: choiceOf(z.boolean()),
  by: z.string(),
  madeAt: z.number(),
  /** When it was published or put away. */
  removedAt: gone,
})
export type TemplateDraft = z.infer<typeof templateDraftSchema>

/** A checklist being written, by several people if they like, in the document `templates`. */
export const templateDraftRecord = defineRecord({
  type: 'template-draft',
  schema: templateDraftSchema,
  texts: ['name', 'about'],
  choices: ['job', 'noPhotos'],
})

const draftSectionSchema = z.object({
  id: z.string(),
  draft: z.string(),
  /** Id of the section in every version. */
  key: z.string().max(40),
  title: words,
  order,
  removedAt: gone,
})
export type DraftSection = z.infer<typeof draftSectionSchema>
export const draftSectionRecord = defineRecord({
  type: 'draft-section',
  schema: draftSectionSchema,
  texts: ['title'],
})

const draftPromptSchema = z.object({
  id: z.string(),
  draft: z.string(),
  /** Record id of its section. */
  section: z.string(),
  /** Id of the prompt in every version: changing its words keeps it. */
  key: z.string().max(40),
  text: words,
  help: words,
  kind: choiceOf(z.enum(ANSWER_KINDS)),
  look: choiceOf(z.enum(LOOKS).nullable()),
  frequency: choiceOf(z.enum(FREQUENCIES).nullable()),
  weight: choiceOf(z.number()),
  /** `demands` and `after` of the prompt as JSON, so that two who say the same agree. */
  demands: choiceOf(z.string()),
  after: choiceOf(z.string()),
  /** SHA-256 of an example photo, or ''. */
  example: z.string().max(64).default(''),
  order,
  removedAt: gone,
})
export type DraftPrompt = z.infer<typeof draftPromptSchema>
export const draftPromptRecord = defineRecord({
  type: 'draft-prompt',
  schema: draftPromptSchema,
  texts: ['text', 'help'],
  choices: ['kind', 'look', 'frequency', 'weight', 'demands', 'after'],
})

const draftOptionSchema = z.object({
  id: z.string(),
  draft: z.string(),
  /** Record id of its prompt. */
  prompt: z.string(),
  /** What an answer keeps; permanent, so that a label can be mended. */
  value: z.string().max(40),
  label: words,
  score: choiceOf(z.number().nullable()),
  order,
  removedAt: gone,
})
export type DraftOption = z.infer<typeof draftOptionSchema>
export const draftOptionRecord = defineRecord({
  type: 'draft-option',
  schema: draftOptionSchema,
  texts: ['label'],
  choices: ['score'],
})

/** Records of drafts as they lie in the document. */
export interface DraftRecords {
  readonly drafts: readonly TemplateDraft[]
  readonly sections: readonly DraftSection[]
  readonly prompts: readonly DraftPrompt[]
  readonly options: readonly DraftOption[]
}
