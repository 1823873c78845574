import type { Prompt, TemplateBody, TemplateSection } from '../template.ts'

type More = Partial<Omit<Prompt, 'id' | 'text' | 'kind'>>

const prompt = (kind: Prompt['kind'], id: string, text: string, more: More = {}): Prompt => ({
  id,
  text,
  kind,
  options: [],
  help: '',
  example: '',
  look: null,
  frequency: null,
  weight: kind === 'check' || kind === 'choice' ? 1 : 0,
  demands: [],
  after: null,
  ...more,
})

const FAIL_NEEDS: Prompt['demands'] = [
  { answer: 'fail', needs: ['note', 'action'] },
  { answer: 'fail:red', needs: ['make_safe'] },
]

/** Pass or fail; a fail asks for a note and an action, a red one for what was made safe. */
export const check = (id: string, text: string, more: More = {}): Prompt =>
  prompt('check', id, text, { demands: FAIL_NEEDS, ...more })

export const text = (id: string, words: string, more: More = {}): Prompt =>
  prompt('text', id, words, more)

export const count = (id: string, words: string, more: More = {}): Prompt =>
  prompt('count', id, words, more)

export const date = (id: string, words: string, more: More = {}): Prompt =>
  prompt('date', id, words, more)

type OptionLine = readonly [value: string, label: string, score: number | null]

export const choice = (
  id: string,
  words: string,
  options: readonly OptionLine[],
  more: More = {},
): Prompt =>
  prompt('choice', id, words, {
    options: options.map(([value, label, score]) => ({ value, label, score })),
    ...more,
  })

/** How far something is in place: no grade, and no share of a score. */
export const SEEN: readonly OptionLine[] = [
  ['not_seen', 'Not seen', null],
  ['emerging', 'Emerging', null],
  ['secure', 'Secure', null],
]

export const IN_PLACE: readonly OptionLine[] = [
  ['not_yet', 'Not yet', 0],
  ['in_part', 'In part', 0.5],
  ['in_place', 'In place', 1],
  ['n/a', 'Not for us', null],
]

export const section = (
  id: string,
  title: string,
  ...prompts: readonly Prompt[]
): TemplateSection => ({ id, title, prompts: [...prompts] })

type Head = Pick<TemplateBody, 'key' | 'name' | 'job' | 'about'> & { readonly noPhotos?: boolean }

export const checklist = (head: Head, ...sections: readonly TemplateSection[]): TemplateBody => ({
  noPhotos: false,
  ...head,
  version: 1,
  sections: [...sections],
})
