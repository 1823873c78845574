import type { AnswerKind, Prompt } from '../template.ts'
import { listOfCell, splitEscaped } from './escaped.ts'
import { bare, kindOf } from './words.ts'

type Options = Prompt['options']

const LABEL_MOST = 80
const VALUE_MOST = 40

const CHECKS: readonly (readonly string[])[] = [
  ['pass', 'ok', 'satisfactory', 'compliant', 'tick', 'good', 'met', 'acceptable'],
  [
    'fail',
    'notok',
    'unsatisfactory',
    'noncompliant',
    'notcompliant',
    'cross',
    'defect',
    'notmet',
    'unacceptable',
    'actionneeded',
    'furtheractionneeded',
    'actionrequired',
  ],
]
const NOT_APPLICABLE = ['na', 'notapplicable', 'doesnotapply', 'notforus']
const NOT_CHECKED = ['notchecked', 'notseen', 'unchecked']
const SIGNS = new Map([
  ['✓', 'tick'],
  ['✔', 'tick'],
  ['✗', 'cross'],
  ['✘', 'cross'],
  ['×', 'cross'],
])

const plain = (label: string): string => SIGNS.get(label.trim()) ?? bare(label)

/** "Yes/No/N/A" is three answers, not four. */
const NA = /\bn\s*\/\s*a\b/gi
const MARK = '\u0001'

/** The answers that a cell lists, by whichever sign parts them. */
function labelsOf(cell: string): string[] {
  if (splitEscaped(cell, ';').length > 1) return listOfCell(cell)
  const held = cell.replace(NA, MARK)
  const sign = ['\n', '|', '/', ','].find((one) => held.includes(one))
  return (sign === undefined ? [held] : held.split(sign))
    .map((label) => label.replaceAll(MARK, 'N/A').trim())
    .filter((label) => label !== '')
}

/** "1-5" and "0 to 3" are scales. */
function scaleOf(cell: string): string[] | null {
  const found = /^(?:scale\s*(?:of)?\s*)?(\d{1,2})\s*(?:-|–|to)\s*(\d{1,2})$/i.exec(cell.trim())
  const [from, to] = [Number(found?.[1]), Number(found?.[2])]
  if (!found || to <= from || to - from > 10) return null
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
}

/** What says yes or good counts in full, what says no or bad nothing; all else is the writer's to say. */
function scoreOfLabel(label: string): number | null {
  const [good = [], bad = []] = CHECKS
  if (plain(label) === 'yes' || good.includes(plain(label))) return 1
  return plain(label) === 'no' || bad.includes(plain(label)) ? 0 : null
}

function valuesOf(labels: readonly string[]): string[] {
  const taken = new Set<string>()
  return labels.map((label, at) => {
    const name = plain(label).slice(0, VALUE_MOST)
    const value = NOT_APPLICABLE.includes(name) ? 'n/a' : name
    const own = value === '' || taken.has(value) ? `answer-${at + 1}` : value
    taken.add(own)
    return own
  })
}

const isCheck = (labels: readonly string[]): boolean =>
  CHECKS.every((words) => labels.some((label) => words.includes(plain(label)))) &&
  labels.every((label) =>
    [...CHECKS.flat(), ...NOT_APPLICABLE, ...NOT_CHECKED].includes(plain(label)),
  )

export interface ReadAnswers {
  readonly kind: AnswerKind
  readonly options: Options
  /** What is wrong, in words, or null. */
  readonly fault: string | null
  /** What the cell says besides the kind: "°C" of a number. */
  readonly unused: string
}

const reading = (
  kind: AnswerKind,
  options: Options = [],
  fault: string | null = null,
  unused = '',
): ReadAnswers => ({ kind, options, fault, unused })

/** Which kind of answer a stranger's cell means. Nothing said is pass or fail. */
export function readAnswers(cell: string, kindSaid: AnswerKind | null): ReadAnswers {
  const named = kindSaid ?? kindOf(cell)
  const blank = cell.trim() === ''
  const labels = scaleOf(cell) ?? labelsOf(cell)
  const other = named !== null && named !== 'check' && named !== 'choice'
  if (other) return reading(named, [], null, kindSaid === null ? '' : cell.trim())
  if (blank && named === 'choice')
    return reading('choice', [], 'It is a choice, and no answers are given.')
  if (blank || (named !== 'choice' && (isCheck(labels) || kindOf(cell) === 'check')))
    return reading('check')
  if (named === 'check' && labels.length < 2) return reading('check', [], null, cell.trim())
  const [only] = labels
  if (named === null && labels.length === 1 && only !== undefined)
    return reading(
      'choice',
      [],
      `“${only.slice(0, LABEL_MOST)}” is only one answer. Part them with a semicolon, as in Yes; No.`,
    )
  if (labels.length > 20) return reading('choice', [], `It has ${labels.length} answers; 20 fit.`)
  const long = labels.find((label) => label.length > LABEL_MOST)
  if (long !== undefined)
    return reading(
      'choice',
      [],
      `The answer “${long.slice(0, 40)}…” has ${long.length} characters; ${LABEL_MOST} fit.`,
    )
  const values = valuesOf(labels)
  return reading(
    'choice',
    labels.map((label, at) => ({ value: values[at] ?? '', label, score: scoreOfLabel(label) })),
  )
}
