import type { TemplateBody, TemplateSection } from '../template.ts'
import { afterCell, demandsCell, scoresCell } from './codes.ts'
import { type Field, FIELDS, headingOf } from './columns.ts'
import { cellOf, listCell } from './escaped.ts'
import { jobWords, kindWords } from './words.ts'

type Cells = Partial<Record<Field, string>>

function sectionRows({ id, title, prompts }: TemplateSection): Cells[] {
  const section: Cells = { section: title, sectionId: id }
  if (prompts.length === 0) return [section]
  return prompts.map((prompt): Cells => ({
    ...section,
    prompt: prompt.text,
    kind: kindWords(prompt.kind),
    answers: listCell(prompt.options.map(({ label }) => label)),
    scores: scoresCell(prompt.options),
    answerIds: listCell(prompt.options.map(({ value }) => value)),
    help: prompt.help,
    look: prompt.look ?? '',
    frequency: prompt.frequency ?? '',
    weight: String(prompt.weight),
    demands: demandsCell(prompt.demands),
    after: afterCell(prompt.after),
    id: prompt.id,
    example: prompt.example,
  }))
}

/** A checklist as a table for CSV and Excel: one row a prompt; brought in again it is the same. */
export function rowsOf(body: TemplateBody): string[][] {
  const head: Cells = {
    name: body.name,
    job: jobWords(body.job),
    about: body.about,
    camera: body.noPhotos ? 'no' : 'yes',
    key: body.key,
    version: String(body.version),
  }
  const [first = {}, ...rest] = body.sections.flatMap(sectionRows)
  const rows = [{ ...first, ...head }, ...rest]
  return [
    FIELDS.map(headingOf),
    ...rows.map((cells) => FIELDS.map((field) => cellOf(cells[field] ?? ''))),
  ]
}
