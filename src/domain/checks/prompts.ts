import { type JoinedAnswer, valuesOf } from './answers.ts'
import { demandsOf } from './demands.ts'
import { countOf } from './scoring.ts'
import { shownSections } from './shown.ts'
import type { Prompt, TemplateBody, TemplateSection } from './template.ts'

/** One question with the section that it stands in. */
export interface Placed {
  readonly section: TemplateSection
  readonly prompt: Prompt
}

/** The questions that are asked after these answers, in walking order. */
export const promptsShown = (
  template: TemplateBody,
  answers: ReadonlyMap<string, JoinedAnswer>,
): Placed[] =>
  shownSections(template, valuesOf(answers)).flatMap((section) =>
    section.prompts.map((prompt) => ({ section, prompt })),
  )

const DAY = /^\d{4}-\d{2}-\d{2}$/
export const isDay = (text: string): boolean => DAY.test(text)

/**
 * Whether a question has its whole answer. Words, photos and signatures are asked for by what demands
 * them, never by being empty.
 */
export function isWhole({ kind }: Prompt, answer: JoinedAnswer | undefined): boolean {
  const value = answer?.value ?? ''
  switch (kind) {
    case 'check':
    case 'choice':
      return value !== ''
    case 'number':
      return value.trim() !== '' && Number.isFinite(Number(value))
    case 'count':
      return countOf(value) !== null
    case 'date':
      return isDay(value)
    case 'text':
    case 'photo':
    case 'signature':
      return true
  }
}

/** Whether an answer says that something is wrong: then a hazard is written down. */
export const wantsHazard = (prompt: Prompt, value: string): boolean =>
  (prompt.kind === 'check' && value === 'fail') ||
  demandsOf(prompt, value, null).some((demand) => demand === 'action' || demand === 'make_safe')
