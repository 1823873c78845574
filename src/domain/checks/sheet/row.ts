import type { Prompt } from '../template.ts'
import { readAnswers } from './answers-cell.ts'
import { afterOfCell, demandsOfCell, scoresOfCell } from './codes.ts'
import type { RawCells } from './columns.ts'
import { listOfCell, ofCell } from './escaped.ts'
import { frequencyOf, kindOf, lookOf } from './words.ts'

/** Longest texts, in characters, as `template.ts` has them. */
export const MOST = { prompt: 300, help: 600, section: 120, id: 40 } as const

export interface Row {
  readonly raw: RawCells
  /** Cells of columns that nothing takes. */
  readonly more: readonly string[]
  /** Id that the prompt gets. */
  readonly id: string
}

/** The help text, with all that the row says and nothing else has a place for. */
function readHelp({ raw, more, id }: Row, unused: string, many: number): string {
  const unread = [
    ...(raw.frequency !== '' && frequencyOf(raw.frequency) === null
      ? [`How often: ${raw.frequency}`]
      : []),
    ...(raw.look !== '' && lookOf(raw.look) === null ? [`How: ${raw.look}`] : []),
    ...(raw.kind !== '' && kindOf(raw.kind) === null ? [`Kind: ${raw.kind}`] : []),
    ...(raw.demands !== '' && demandsOfCell(raw.demands) === null
      ? [`Asks for: ${raw.demands}`]
      : []),
    ...(raw.after !== '' && afterOfCell(raw.after) === null ? [`Only after: ${raw.after}`] : []),
    ...(raw.scores !== '' && readScores(raw, many) === null ? [`Scores: ${raw.scores}`] : []),
    ...(unused === '' ? [] : [`Answers: ${unused}`]),
    ...(raw.id !== '' && ofCell(raw.id) !== id ? [`Reference: ${raw.id}`] : []),
  ]
  return [...(raw.help === '' ? [] : [ofCell(raw.help)]), ...unread, ...more].join('\n')
}

const readScores = (raw: RawCells, many: number) =>
  raw.scores === '' ? null : scoresOfCell(ofCell(raw.scores), many)

function readOptions(raw: RawCells, options: Prompt['options']): Prompt['options'] {
  const ids = listOfCell(ofCell(raw.answerIds))
  const scores = readScores(raw, options.length)
  const known = ids.length === options.length && new Set(ids).size === ids.length
  return options.map(({ value, label, score }, at) => ({
    value: known ? (ids[at] ?? value) : value,
    label,
    score: scores ? (scores[at] ?? null) : score,
  }))
}

export const tooLong = (what: string, text: string, most: number): string[] =>
  text.length > most
    ? [`${what} has ${text.length} characters; ${most} fit. Shorten it in the spreadsheet.`]
    : []

/** A prompt as the row tells it, or what is wrong with it in words. */
export function readPrompt(row: Row): {
  readonly prompt: Prompt
  readonly faults: readonly string[]
} {
  const { raw, id } = row
  const text = ofCell(raw.prompt)
  const answers = readAnswers(ofCell(raw.answers), kindOf(raw.kind))
  const help = readHelp(row, answers.unused, answers.options.length)
  const counts = answers.kind === 'check' || answers.kind === 'choice'
  const weight = raw.weight === '' ? Number(counts) : Number(raw.weight)
  return {
    prompt: {
      id,
      text,
      kind: answers.kind,
      options: readOptions(raw, answers.options),
      help,
      example: raw.example,
      look: lookOf(raw.look),
      frequency: frequencyOf(raw.frequency),
      weight,
      demands: demandsOfCell(ofCell(raw.demands)) ?? [],
      after: afterOfCell(ofCell(raw.after)),
    },
    faults: [
      ...(text === '' ? ['It has no prompt.'] : []),
      ...tooLong('The prompt', text, MOST.prompt),
      ...tooLong('The help', help, MOST.help),
      ...(answers.fault === null ? [] : [answers.fault]),
      ...(weight >= 0 && weight <= 100
        ? []
        : [`Weight: “${raw.weight}” is not a number from 0 to 100.`]),
    ],
  }
}
