import { differs } from '../choice.ts'
import { bodyOf, type DraftInWhole } from './draft-body.ts'
import { promptsOf } from './shown.ts'
import { type Prompt, type TemplateBody, templateBodySchema } from './template.ts'

/** Something that must be put right before a checklist can be published. */
export interface DraftFault {
  /** Permanent id of the prompt or section, or '' for the checklist itself. */
  readonly at: string
  readonly words: string
}

const lacks = (text: string) => text.trim() === ''
const isTwice = (texts: readonly string[]) => new Set(texts).size < texts.length

/** Answers that a follow-up can wait for: a check's four, or a choice's own. */
export const answersOf = ({ kind, options }: Prompt): readonly string[] =>
  kind === 'check'
    ? ['pass', 'fail', 'n/a', 'not_checked']
    : kind === 'choice'
      ? options.map(({ value }) => value)
      : []

function promptFaults(prompt: Prompt, earlier: readonly Prompt[]): string[] {
  const { text, kind, options, after } = prompt
  const parent = after && earlier.find(({ id }) => id === after.prompt)
  return [
    ...(lacks(text) ? ['Write what to look at'] : []),
    ...(kind === 'choice' && options.length < 2 ? ['Give at least two answers'] : []),
    ...(kind === 'choice' && options.some(({ label }) => lacks(label))
      ? ['Write the words of each answer']
      : []),
    ...(kind === 'choice' && isTwice(options.map(({ label }) => label.trim().toLowerCase()))
      ? ['Two answers have the same words']
      : []),
    ...(after && !parent ? ['It waits for a prompt that does not come before it'] : []),
    ...(parent && after.answers.some((answer) => !answersOf(parent).includes(answer))
      ? [`It waits for an answer that “${parent.text}” no longer has`]
      : []),
  ]
}

function bodyFaults(body: TemplateBody): DraftFault[] {
  const prompts = promptsOf(body)
  return [
    ...(lacks(body.name) ? [{ at: '', words: 'Give the checklist a name' }] : []),
    ...(prompts.length === 0 ? [{ at: '', words: 'Add at least one prompt' }] : []),
    ...body.sections.flatMap(({ id, title }) =>
      lacks(title) ? [{ at: id, words: 'Give the section a name' }] : [],
    ),
    ...prompts.flatMap((prompt, at) =>
      promptFaults(prompt, prompts.slice(0, at)).map((words) => ({ at: prompt.id, words })),
    ),
  ]
}

/** All that keeps a draft from being published, in the order of the page. */
export function draftFaults(draft: DraftInWhole): DraftFault[] {
  const body = bodyOf(draft)
  const faults = [
    ...bodyFaults(body),
    ...(differs(draft.record.job) || differs(draft.record.noPhotos)
      ? [{ at: '', words: 'Two people chose differently what it is for: choose again' }]
      : []),
    ...draft.sections.flatMap(({ prompts }) =>
      prompts.flatMap(({ prompt, undecided }) =>
        undecided.map((what) => ({
          at: prompt.id,
          words: `Two people chose differently ${what}: choose again`,
        })),
      ),
    ),
  ]
  if (faults.length > 0) return faults
  const issue = templateBodySchema.safeParse(body).error?.issues[0]
  return issue ? [{ at: promptAt(body, issue.path), words: 'Some of its words are too long' }] : []
}

function promptAt(body: TemplateBody, path: readonly PropertyKey[]): string {
  const section = body.sections[Number(path[1])]
  return section?.prompts[Number(path[3])]?.id ?? section?.id ?? ''
}
