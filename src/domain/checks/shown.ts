import type { Prompt, TemplateBody, TemplateSection } from './template.ts'

/** The settled answer by prompt id; a prompt without one, or with two that differ, is not in it. */
export type Given = ReadonlyMap<string, string>

export const promptsOf = (body: TemplateBody): Prompt[] =>
  body.sections.flatMap(({ prompts }) => prompts)

/**
 * Whether a prompt is asked: always, or after an answer to another one that is asked itself.
 * A prompt that waits for itself, or for one that is not there, is not asked.
 */
function isShown(
  prompt: Prompt,
  byId: ReadonlyMap<string, Prompt>,
  given: Given,
  onTheWay: readonly string[],
): boolean {
  if (prompt.after === null) return true
  const before = byId.get(prompt.after.prompt)
  if (!before || onTheWay.includes(before.id)) return false
  const answer = given.get(before.id)
  return (
    answer !== undefined &&
    prompt.after.answers.includes(answer) &&
    isShown(before, byId, given, [...onTheWay, before.id])
  )
}

/** The checklist as it stands for these answers: follow-ups come and go, their answers are kept. */
export function shownSections(body: TemplateBody, given: Given): TemplateSection[] {
  const byId = new Map(promptsOf(body).map((prompt) => [prompt.id, prompt]))
  return body.sections.map((section) => ({
    ...section,
    prompts: section.prompts.filter((prompt) => isShown(prompt, byId, given, [prompt.id])),
  }))
}

/** Prompts that are asked, given these answers, in walking order. */
export const shownPrompts = (body: TemplateBody, given: Given): Prompt[] =>
  shownSections(body, given).flatMap(({ prompts }) => prompts)
