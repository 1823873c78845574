import type { BadRow, Mapping, TextRow } from '../../import/table.ts'
import type { Prompt, TemplateBody, TemplateJob } from '../template.ts'
import { askedFields, guessColumns, knowsHeadings, type RawCells, rawCells } from './columns.ts'
import { ofCell } from './escaped.ts'
import { headingFinder } from './heading-rows.ts'
import { MOST, readPrompt, tooLong } from './row.ts'
import { jobOf } from './words.ts'

/** What a row of a checklist's spreadsheet gives. */
export interface SheetRow {
  readonly section: { readonly id: string; readonly title: string }
  /** Null for a row that only heads a section. */
  readonly prompt: Prompt | null
  readonly head: Partial<SheetHead>
}

/** What our own export says of the checklist itself. */
export interface SheetHead {
  readonly name: string
  readonly about: string
  readonly job: TemplateJob
  readonly noPhotos: boolean
  readonly key: string
  readonly version: number
}

const isBlank = (cells: TextRow): boolean => cells.every((cell) => cell.trim() === '')

/** Columns that nothing else takes, with their headings: they go along in the help text. */
function leftOver(cells: TextRow, headings: TextRow, mapping: Mapping): string[] {
  const taken = new Set(Object.values(mapping))
  return cells.flatMap((cell, place) => {
    const text = cell.trim()
    if (text === '' || taken.has(place)) return []
    const heading = (headings[place] ?? '').trim()
    return [heading === '' ? text : `${heading}: ${text}`]
  })
}

const readHead = (raw: RawCells): Partial<SheetHead> => ({
  ...(raw.name === '' ? {} : { name: ofCell(raw.name).slice(0, 120) }),
  ...(raw.about === '' ? {} : { about: ofCell(raw.about).slice(0, 600) }),
  ...(raw.job === '' ? {} : { job: jobOf(raw.job) ?? 'other' }),
  ...(raw.camera === '' ? {} : { noPhotos: raw.camera.toLowerCase() === 'no' }),
  ...(raw.key === '' ? {} : { key: ofCell(raw.key).slice(0, 60) }),
  ...(/^\d{1,6}$/.test(raw.version) ? { version: Number(raw.version) } : {}),
})

/** Ids that are not given yet; a stranger's own where they can stand. */
function idMaker(prefix: string) {
  const taken = new Set<string>()
  return (wanted: string): string => {
    let n = taken.size + 1
    let id = wanted !== '' && wanted.length <= MOST.id && !taken.has(wanted) ? wanted : ''
    for (; id === ''; n++) if (!taken.has(`${prefix}${n}`)) id = `${prefix}${n}`
    taken.add(id)
    return id
  }
}

/** Lines above the headings: the first is taken for the name, the others tell about the checklist. */
function headAbove(rows: readonly TextRow[]): Partial<SheetHead> {
  const lines = rows.flatMap((cells) => {
    const line = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    return line.length === 0 ? [] : [line.join(' ')]
  })
  const [name, ...about] = lines
  return name === undefined
    ? {}
    : {
        name: name.slice(0, MOST.section),
        about: (name.length > MOST.section ? lines : about).join('\n').slice(0, MOST.help),
      }
}

export interface ChecklistRead {
  readonly good: readonly { readonly line: number; readonly value: SheetRow }[]
  readonly bad: readonly BadRow[]
}

/** A table of a stranger or our own export, row by row: every row is taken or given back whole. */
function readChecklist(
  rows: readonly TextRow[],
  headingsAt: number,
  mapping: Mapping,
): ChecklistRead {
  const good: { line: number; value: SheetRow }[] = []
  const bad: BadRow[] = []
  const newPrompt = idMaker('p')
  const newSection = idMaker('s')
  const headings = rows[headingsAt] ?? []
  const hasHeadings = knowsHeadings(headings)
  const table = rows.map((cells) => rawCells(cells, mapping))
  const headingOfRow = headingFinder(table, typeof mapping['section'] === 'number')
  let section: SheetRow['section'] | null = null
  rows.forEach((cells, at) => {
    if (at < headingsAt + Number(hasHeadings) || isBlank(cells)) return
    const line = at + 1
    const raw = rawCells(cells, mapping)
    const more = leftOver(cells, hasHeadings ? headings : [], mapping)
    const give = (faults: readonly string[]) =>
      bad.push({ line, cells, faults: faults.map((words) => ({ field: null, words })) })
    const alone = headingOfRow(at, more)
    const title = alone ?? ofCell(raw.section)
    const wrong = tooLong('The section', title, MOST.section)
    if (wrong.length > 0) return void give(wrong)
    const wanted = ofCell(raw.sectionId)
    if (title !== '' && !(section?.title === title && ['', section.id].includes(wanted)))
      section = { id: newSection(wanted), title }
    section ??= { id: newSection(''), title: 'Checklist' }
    const head = {
      ...(good.length === 0 ? headAbove(rows.slice(0, headingsAt)) : {}),
      ...readHead(raw),
    }
    if (alone !== null) return void good.push({ line, value: { section, prompt: null, head } })
    const id = newPrompt(ofCell(raw.id))
    const { prompt, faults } = readPrompt({ raw, more, id })
    if (faults.length > 0) return void give(faults)
    good.push({ line, value: { section, prompt, head } })
  })
  return { good, bad }
}

/** For the import screen (`src/ui/import`). */
export const checklistImport = {
  fields: askedFields,
  guess: guessColumns,
  read: readChecklist,
}

/** The checklist that some rows make; what the file does not say comes from `otherwise`. */
export function bodyOfRows(
  rows: readonly SheetRow[],
  otherwise: Pick<TemplateBody, 'key' | 'name' | 'job'>,
): TemplateBody {
  const head: Partial<SheetHead> = Object.assign({}, ...rows.map((row) => row.head).reverse())
  const ids = [...new Set(rows.map(({ section }) => section.id))]
  return {
    version: 0,
    about: '',
    noPhotos: false,
    ...otherwise,
    ...head,
    sections: ids.map((id) => ({
      id,
      title: rows.find(({ section }) => section.id === id)?.section.title ?? '',
      prompts: rows.flatMap(({ section, prompt }) =>
        section.id === id && prompt !== null ? [prompt] : [],
      ),
    })),
  }
}
