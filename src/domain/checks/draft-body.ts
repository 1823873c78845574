import { z } from 'zod'
import { type Choice, differs, settled } from '../choice.ts'
import type {
  DraftOption,
  DraftPrompt,
  DraftRecords,
  DraftSection,
  TemplateDraft,
} from './draft.ts'
import { byPlace } from './order-key.ts'
import { DEMANDS, type Prompt, type TemplateBody, type TemplateSection } from './template.ts'

const demandsSchema = z.array(z.object({ answer: z.string(), needs: z.array(z.enum(DEMANDS)) }))
const afterSchema = z.object({ prompt: z.string(), answers: z.array(z.string()).min(1) }).nullable()

/** One prompt of a draft with the records behind it. */
export interface PromptInDraft {
  readonly record: DraftPrompt
  /** As it would be published; texts may still be empty. */
  readonly prompt: Prompt
  readonly options: readonly DraftOption[]
  /** Settings that two people chose differently, in words; somebody must choose again. */
  readonly undecided: readonly string[]
}

export interface SectionInDraft {
  readonly record: DraftSection
  readonly prompts: readonly PromptInDraft[]
}

export interface DraftInWhole {
  readonly record: TemplateDraft
  readonly sections: readonly SectionInDraft[]
  /** Taken out and still there: can be put back. */
  readonly removed: {
    readonly sections: readonly DraftSection[]
    readonly prompts: readonly DraftPrompt[]
  }
}

/** The settled value, else the first one said, else what stands there from the start. */
const shownOf = <T>(choice: Choice<T>, otherwise: T): T =>
  settled(choice) ?? choice[0]?.value ?? otherwise

function parsed<T>(schema: z.ZodType<T>, text: string, otherwise: T): T {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? otherwise
  } catch {
    return otherwise
  }
}

/** Where two said different things, all that either asked for. */
function demandsOfChoice(choice: DraftPrompt['demands']): Prompt['demands'] {
  const said = choice.flatMap(({ value }) => parsed(demandsSchema, value, []))
  const answers = [...new Set(said.map(({ answer }) => answer))]
  return answers.map((answer) => ({
    answer,
    needs: DEMANDS.filter((demand) =>
      said.some((one) => one.answer === answer && one.needs.includes(demand)),
    ),
  }))
}

const SETTINGS = [
  ['kind', 'how it is answered'],
  ['look', 'how it is looked at'],
  ['frequency', 'how often'],
  ['weight', 'how much it counts'],
  ['demands', 'what an answer asks for'],
  ['after', 'when it is asked'],
] as const

function promptInDraft(record: DraftPrompt, all: readonly DraftOption[]): PromptInDraft {
  const options = all
    .filter(({ prompt, removedAt }) => prompt === record.id && removedAt === null)
    .sort(byPlace)
  const kind = shownOf(record.kind, 'check')
  return {
    record,
    options,
    undecided: [
      ...SETTINGS.filter(([field]) => differs(record[field] as Choice<unknown>)).map(
        ([, name]) => name,
      ),
      ...(options.some(({ score }) => differs(score)) ? ['what an answer counts'] : []),
    ],
    prompt: {
      id: record.key,
      text: record.text,
      kind,
      options:
        kind === 'choice'
          ? options.map(({ value, label, score }) => ({
              value,
              label,
              score: shownOf(score, null),
            }))
          : [],
      help: record.help,
      example: record.example,
      look: shownOf(record.look, null),
      frequency: shownOf(record.frequency, null),
      weight: shownOf(record.weight, 1),
      demands: demandsOfChoice(record.demands),
      after: parsed(afterSchema, shownOf(record.after, 'null'), null),
    },
  }
}

/** A draft with everything of it in order, or null if there is none of that id. */
export function draftInWhole(records: DraftRecords, id: string): DraftInWhole | null {
  const record = records.drafts.find((draft) => draft.id === id)
  if (!record) return null
  const sections = records.sections.filter(({ draft }) => draft === id).sort(byPlace)
  const prompts = records.prompts.filter(({ draft }) => draft === id).sort(byPlace)
  const standing = sections.filter(({ removedAt }) => removedAt === null)
  return {
    record,
    sections: standing.map((section) => ({
      record: section,
      prompts: prompts
        .filter((prompt) => prompt.section === section.id && prompt.removedAt === null)
        .map((prompt) => promptInDraft(prompt, records.options)),
    })),
    removed: {
      sections: sections.filter(({ removedAt }) => removedAt !== null),
      prompts: prompts.filter(
        ({ section, removedAt }) =>
          removedAt !== null && standing.some((stands) => stands.id === section),
      ),
    },
  }
}

/** The checklist as the draft has it now, version 0. */
export const bodyOf = ({ record, sections }: DraftInWhole): TemplateBody => ({
  key: record.key,
  version: 0,
  name: record.name,
  job: shownOf(record.job, 'other'),
  about: record.about,
  noPhotos: shownOf(record.noPhotos, false),
  sections: sections.map((section): TemplateSection => ({
    id: section.record.key,
    title: section.record.title,
    prompts: section.prompts.map(({ prompt }) => prompt),
  })),
})

/** What to write into a draft's prompt so that it becomes this one. */
export const promptFields = (prompt: Prompt) => ({
  key: prompt.id,
  text: prompt.text,
  help: prompt.help,
  kind: prompt.kind,
  look: prompt.look,
  frequency: prompt.frequency,
  weight: prompt.weight,
  demands: JSON.stringify(prompt.demands),
  after: JSON.stringify(prompt.after),
  example: prompt.example,
})
