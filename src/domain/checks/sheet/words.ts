import {
  ANSWER_KINDS,
  type AnswerKind,
  FREQUENCIES,
  LOOKS,
  TEMPLATE_JOBS,
  type TemplateJob,
} from '../template.ts'

/** Words told apart without case, spaces and marks. */
export const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '')

const KIND_WORDS: Record<AnswerKind, readonly string[]> = {
  check: ['Pass or fail', 'pass/fail', 'check', 'checkbox', 'tick', 'tick box', 'ok/not ok'],
  choice: [
    'Choice',
    'pick one',
    'multiple choice',
    'options',
    'dropdown',
    'list',
    'rating',
    'scale',
  ],
  number: ['Number', 'numeric', 'amount', 'reading', 'temperature', 'figure'],
  count: ['Count', 'n of m', 'how many of', 'tally'],
  date: ['Date', 'day'],
  text: [
    'Words',
    'text',
    'free text',
    'comment',
    'comments',
    'note',
    'notes',
    'open',
    'open question',
  ],
  photo: ['Photo', 'picture', 'image', 'photograph'],
  signature: ['Signature', 'sign', 'signed', 'sign off'],
}

export const kindWords = (kind: AnswerKind): string => KIND_WORDS[kind][0] ?? kind

/** The kind that a word means, or null. */
export const kindOf = (word: string): AnswerKind | null =>
  ANSWER_KINDS.find((kind) => KIND_WORDS[kind].some((known) => bare(known) === bare(word))) ?? null

const JOB_WORDS: Record<TemplateJob, string> = {
  walkaround: 'Walkaround of the site',
  premises: 'Premises and safety',
  scr: 'Single central record',
  learning_walk: 'Learning walk',
  book_look: 'Book look',
  pupil_voice: 'Pupil voice',
  book_study: 'Pupil book study',
  internal_control: 'Internal control',
  attendance_visit: 'Attendance visit',
  self_check: 'Self-check',
  other: 'Something else',
}
export const jobWords = (job: TemplateJob): string => JOB_WORDS[job]
export const jobOf = (word: string): TemplateJob | null =>
  TEMPLATE_JOBS.find((job) => bare(JOB_WORDS[job]) === bare(word)) ?? null

const LOOK_ALSO: Record<(typeof LOOKS)[number], readonly string[]> = {
  look: ['visual', 'inspect', 'inspection', 'see', 'visual check'],
  test: ['try', 'try it', 'operate', 'function test'],
  record: ['records', 'log', 'paperwork', 'document', 'documents', 'certificate'],
}
export const lookOf = (word: string): (typeof LOOKS)[number] | null =>
  LOOKS.find((look) => [look, ...LOOK_ALSO[look]].some((known) => bare(known) === bare(word))) ??
  null

const FREQUENCY_ALSO: Record<(typeof FREQUENCIES)[number], readonly string[]> = {
  daily: ['day', 'each day', 'every day'],
  weekly: ['week', 'each week', 'every week'],
  monthly: ['month', 'each month', 'every month'],
  termly: ['term', 'each term', 'every term'],
  yearly: ['year', 'each year', 'every year', 'annual', 'annually'],
}
export const frequencyOf = (word: string): (typeof FREQUENCIES)[number] | null =>
  FREQUENCIES.find((often) =>
    [often, ...FREQUENCY_ALSO[often]].some((known) => bare(known) === bare(word)),
  ) ?? null
