import { z } from 'zod'
import { type Demand, DEMANDS, type Prompt } from '../template.ts'
import { escaped, listOfCell, splitEscaped, unescaped } from './escaped.ts'

/*
 * What an answer asks for, and when a prompt is asked, as one cell: "fail = note + photo". Signs that
 * stand in an answer itself are led by a backslash.
 */
const SIGNS = ';=\n'
const demandSchema = z.enum(DEMANDS)

export const demandsCell = (demands: Prompt['demands']): string =>
  demands.map(({ answer, needs }) => `${escaped(answer, SIGNS)} = ${needs.join(' + ')}`).join('; ')

/** @returns null if the cell is of another make */
export function demandsOfCell(cell: string): Prompt['demands'] | null {
  const demands: Prompt['demands'] = []
  for (const part of cell === '' ? [] : splitEscaped(cell, ';')) {
    const [answer = '', needs] = splitEscaped(part, '=', 2)
    if (needs === undefined) return null
    const read = needs
      .split('+')
      .map((need) => need.trim())
      .filter((need) => need !== '')
      .map((need): Demand | null => demandSchema.safeParse(need).data ?? null)
    if (read.includes(null)) return null
    demands.push({ answer: unescaped(answer), needs: read.filter((need) => need !== null) })
  }
  return demands
}

export const afterCell = (after: Prompt['after']): string =>
  after === null
    ? ''
    : `${escaped(after.prompt, SIGNS)} = ${after.answers.map((answer) => escaped(answer, SIGNS)).join('; ')}`

/** @returns null if the cell is of another make */
export function afterOfCell(cell: string): NonNullable<Prompt['after']> | null {
  const [prompt = '', answers] = splitEscaped(cell, '=', 2)
  const list = answers === undefined ? [] : listOfCell(answers)
  return prompt === '' || list.length === 0 ? null : { prompt: unescaped(prompt), answers: list }
}

const NO_SCORE = '–'

export const scoresCell = (options: Prompt['options']): string =>
  options.map(({ score }) => (score === null ? NO_SCORE : String(score))).join('; ')

/** Scores of the answers in their order, or null if the cell does not fit them. */
export function scoresOfCell(cell: string, many: number): (number | null)[] | null {
  const scores = cell.split(/[;,|/]/).map((one) => {
    const text = one.trim()
    const share = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
    return text === NO_SCORE || text === '-' || text === '' ? null : share
  })
  const fits = scores.every((score) => score === null || (score >= 0 && score <= 1))
  return scores.length === many && fits ? scores : null
}
