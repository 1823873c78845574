import type { TemplateBody } from '../checks/template.ts'

/** A focus with what to look at for it: things in pupils' work and talk, never in a teacher's manner. */
export interface FocusSet {
  readonly key: string
  readonly focus: string
  readonly prompts: readonly string[]
}

export const FOCUS_SETS: readonly FocusSet[] = [
  {
    key: 'recap',
    focus: 'Recap at the start of lessons',
    prompts: [
      'Every pupil tries to remember, not only those with a hand up',
      'The recap joins on to something from an earlier unit',
      'Slips are picked up before the new part begins',
    ],
  },
  {
    key: 'vocabulary',
    focus: 'Vocabulary',
    prompts: [
      'Pupils use the words of the subject aloud',
      'New words come back in pupils’ writing',
      'Words are explained with an example, and met again',
    ],
  },
  {
    key: 'checking',
    focus: 'Finding out who has understood',
    prompts: [
      'The answers of all pupils can be seen or heard',
      'What comes next follows from those answers',
      'Pupils put right what they had wrong',
    ],
  },
  {
    key: 'send',
    focus: 'Pupils with SEND in the lesson',
    prompts: [
      'Pupils with SEND work on the same idea as the class',
      'Help gets less as pupils can do more',
      'Pupils know where to find help without asking',
    ],
  },
  {
    key: 'routines',
    focus: 'Routines and behaviour',
    prompts: [
      'Lessons begin without lost minutes',
      'Pupils know what to do when they are stuck or finished',
      'Steps for behaviour are the same as in other rooms',
    ],
  },
]

const JOBS: readonly TemplateBody['job'][] = ['learning_walk', 'book_look']

/** What the trust's own checklists for walks ask of a room or a book, the newest version of each. */
function setsOf(templates: readonly TemplateBody[]): FocusSet[] {
  const newest = new Map<string, TemplateBody>()
  for (const body of templates)
    if (JOBS.includes(body.job) && body.version >= (newest.get(body.key)?.version ?? 0))
      newest.set(body.key, body)
  return [...newest.values()].map(({ key, name, sections }) => ({
    key: `checklist-${key}`,
    focus: name,
    prompts: sections
      .flatMap(({ prompts }) => prompts)
      .filter(({ kind }) => kind === 'choice')
      .map(({ text }) => text),
  }))
}

/** Every set of prompts there is: by focus, then from checklists. */
export const promptSets = (templates: readonly TemplateBody[]): readonly FocusSet[] => [
  ...FOCUS_SETS,
  ...setsOf(templates),
]

export interface QuestionSet {
  readonly key: string
  readonly name: string
  readonly questions: readonly string[]
}

/** Questions for pupils that can be counted: yes or no, and then their own words. */
export const QUESTION_SETS: readonly QuestionSet[] = [
  {
    key: 'learning',
    name: 'About learning',
    questions: [
      'Can you tell me what you are learning, and why?',
      'Can you remember something from before the holidays that helped today?',
      'Do you know what to do when you are stuck?',
    ],
  },
  {
    key: 'reading',
    name: 'About reading',
    questions: [
      'Did you choose the book you are reading?',
      'Can you tell me what you will read next?',
      'Has somebody read aloud to your class this week?',
    ],
  },
  {
    key: 'school-life',
    name: 'About school life',
    questions: [
      'Do you know what happens first if somebody is silly in class?',
      'Is there an adult here whom you would talk to?',
      'Do you feel safe at school?',
    ],
  },
]
