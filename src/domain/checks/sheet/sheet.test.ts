import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../export/table.ts'
import { READY_MADE } from '../ready-made/index.ts'
import { scoreOf } from '../scoring.ts'
import { promptsOf, shownPrompts } from '../shown.ts'
import {
  ANSWER_KINDS,
  DEMANDS,
  FREQUENCIES,
  LOOKS,
  type Prompt,
  TEMPLATE_JOBS,
  type TemplateBody,
  templateBodySchema,
} from '../template.ts'
import { bodyOfRows, checklistImport } from './read.ts'
import { rowsOf } from './write.ts'

const head = { key: 'new', name: 'From a file', job: 'other' } as const

function bring(rows: readonly (readonly string[])[]) {
  const { headings, mapping } = checklistImport.guess(rows)
  const { good, bad } = checklistImport.read(rows, headings, mapping)
  return {
    body: bodyOfRows(
      good.map(({ value }) => value),
      head,
    ),
    bad,
    good,
  }
}

const backFromCsv = (body: TemplateBody) =>
  Papa.parse<string[]>(csvOf(rowsOf(body)).slice(1), { delimiter: ',' }).data

describe('a checklist as a spreadsheet', () => {
  it.each(READY_MADE.map((body) => [body.key, body] as const))(
    '%s comes back the same',
    (_, body) => {
      const { body: back, bad } = bring(backFromCsv(body))
      expect(bad).toEqual([])
      expect(back).toEqual(body)
    },
  )

  const text = (most: number) =>
    fc
      .oneof(
        fc.string({ maxLength: most, unit: 'grapheme' }),
        fc.string({
          maxLength: most,
          unit: fc.constantFrom(...'=\'+-@;\\/|,\n –(1)"aN%'.split('')),
        }),
      )
      .map((raw) => raw.replaceAll('\r', '').trim().slice(0, most).trim())
  const some = (most: number) => text(most).filter((words) => words !== '')
  const distinct = <T>(one: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
    fc.uniqueArray(one, { minLength, maxLength, selector: String })
  const options = distinct(some(40), 2, 5).chain((values) =>
    fc.tuple(
      ...values.map((value) =>
        fc.record({
          value: fc.constant(value),
          label: some(40),
          score: fc.option(fc.constantFrom(0, 0.25, 0.5, 1)),
        }),
      ),
    ),
  )
  const promptOf = (id: string): fc.Arbitrary<Prompt> =>
    fc.constantFrom(...ANSWER_KINDS).chain((kind) =>
      fc.record({
        id: fc.constant(id),
        text: some(80),
        kind: fc.constant(kind),
        options: kind === 'choice' ? options : fc.constant([]),
        help: text(80),
        example: fc.constantFrom('', 'ab12'),
        look: fc.option(fc.constantFrom(...LOOKS)),
        frequency: fc.option(fc.constantFrom(...FREQUENCIES)),
        weight: fc.constantFrom(0, 1, 2.5, 100),
        demands: fc.array(fc.record({ answer: some(20), needs: fc.subarray([...DEMANDS]) }), {
          maxLength: 3,
        }),
        after: fc.option(
          fc.record({
            prompt: some(20),
            answers: fc.array(some(20), { minLength: 1, maxLength: 3 }),
          }),
        ),
      }),
    )
  const body = distinct(some(20), 1, 6).chain((ids) =>
    fc.record({
      key: some(20),
      version: fc.nat(99),
      name: some(40),
      job: fc.constantFrom(...TEMPLATE_JOBS),
      about: text(40),
      noPhotos: fc.boolean(),
      sections: distinct(some(10), 1, 3).chain((sections) =>
        fc.tuple(
          ...sections.map((id, at) =>
            fc.record({
              id: fc.constant(id),
              title: some(30),
              prompts: fc.tuple(
                ...ids.filter((_, i) => i % sections.length === at).map((one) => promptOf(one)),
              ),
            }),
          ),
        ),
      ),
    }),
  )

  it('T23: any checklist, exported and brought in again, is the same, and no cell is a formula', () => {
    fc.assert(
      fc.property(body, (one: TemplateBody) => {
        expect(templateBodySchema.parse(one)).toEqual(one)
        for (const cell of rowsOf(one).flat()) expect(cell).not.toMatch(/^[=+\-@]/)
        const { body: back, bad } = bring(backFromCsv(one))
        expect(bad).toEqual([])
        expect(back).toEqual(one)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a spreadsheet that nobody made for us', () => {
  const odd = [
    ['Swimming pool opening checks', '', '', ''],
    ['Marsh Lane lido, spring', '', '', ''],
    ['', '', '', ''],
    ['Ref.', 'What to check', 'Y/N', 'RESPONSES', 'Who', 'Frequency'],
    ['1', 'POOLSIDE', '', '', '', ''],
    ['1.1', 'Is the depth sign up?', '', 'Yes/No/N/A', 'Lifeguard', 'Daily'],
    ['1.2', 'Throw bags in place', '', 'OK / Not OK', '', 'each week'],
    ['1.2', 'Water clear', '', '1-5', '', 'now and then'],
    ['2', 'PLANT', '', '', '', ''],
    ['2.1', 'Chlorine', '', 'number', '', ''],
    ['2.2', '', '', 'Yes/No', 'Pump house', ''],
    ['2.3', 'x'.repeat(301), '', '', '', ''],
    ['2.4', 'Anything else?', '', 'free text', '', ''],
  ]
  const { body, bad } = bring(odd)
  const prompt = (text: string) => promptsOf(body).find((one) => one.text === text)

  it('brings in its prompts with the answers that they mean', () => {
    expect(body).toMatchObject({
      name: 'Swimming pool opening checks',
      about: 'Marsh Lane lido, spring',
      key: 'new',
      version: 0,
    })
    expect(body.sections.map(({ title, prompts }) => [title, prompts.length])).toEqual([
      ['POOLSIDE', 3],
      ['PLANT', 2],
    ])
    expect(prompt('Is the depth sign up?')).toMatchObject({
      id: '1.1',
      kind: 'choice',
      frequency: 'daily',
      options: [
        { value: 'yes', label: 'Yes', score: 1 },
        { value: 'no', label: 'No', score: 0 },
        { value: 'n/a', label: 'N/A', score: null },
      ],
    })
    expect(prompt('Throw bags in place')).toMatchObject({ kind: 'check', frequency: 'weekly' })
    expect(prompt('Water clear')?.options.map(({ label }) => label)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ])
    expect(prompt('Chlorine')?.kind).toBe('number')
    expect(prompt('Anything else?')?.kind).toBe('text')
  })

  it('loses nothing: columns and words that it cannot place go into the help text', () => {
    expect(prompt('Is the depth sign up?')?.help).toBe('Who: Lifeguard')
    expect(prompt('Water clear')?.help).toBe('How often: now and then\nReference: 1.2')
  })

  it('gives back the rows that it cannot take, whole, with the reason in words', () => {
    expect(bad).toEqual([
      { line: 11, cells: odd[10], faults: [{ field: null, words: 'It has no prompt.' }] },
      {
        line: 12,
        cells: odd[11],
        faults: [
          {
            field: null,
            words: 'The prompt has 301 characters; 300 fit. Shorten it in the spreadsheet.',
          },
        ],
      },
    ])
  })

  it('makes a checklist that can be walked and scored', () => {
    expect(templateBodySchema.parse(body)).toEqual(body)
    const given = new Map([
      ['1.1', 'yes'],
      ['1.2', 'fail'],
    ])
    expect(shownPrompts(body, given)).toHaveLength(promptsOf(body).length)
    expect(scoreOf(body, given).total).toMatchObject({ earned: 1, possible: 2, counted: 2 })
  })
})

describe('other shapes of a checklist', () => {
  const texts = (body: TemplateBody) =>
    body.sections.map(({ title, prompts }) => [title, ...prompts.map((one) => one.text)])

  it('merged section cells, and a section that stands in a row of its own', () => {
    const { body, bad } = bring([
      ['Area', 'Question', 'Notes'],
      ['Hall', 'Floor dry', 'Near the door'],
      ['', 'Stage steps firm', ''],
      ['Kitchen', '', ''],
      ['', 'Hatch shuts', ''],
    ])
    expect(bad).toEqual([])
    expect(texts(body)).toEqual([
      ['Hall', 'Floor dry', 'Stage steps firm'],
      ['Kitchen', 'Hatch shuts'],
    ])
  })

  it('sections as rows among the prompts, and prompts without answers that are none', () => {
    const numbered = bring([
      ['No', 'Item', 'Answers'],
      ['1', 'Outside', ''],
      ['1.1', 'Gate shuts', ''],
      ['1.2', 'Path is even', 'Yes; No'],
      ['', 'Inside:', ''],
      ['2.1', 'Lights work', ''],
    ])
    expect(texts(numbered.body)).toEqual([
      ['Outside', 'Gate shuts', 'Path is even'],
      ['Inside:', 'Lights work'],
    ])
    const answered = bring([
      ['Item', 'Answers'],
      ['Outside', ''],
      ['Gate shuts', 'Yes; No'],
      ['Path is even', 'Yes; No'],
    ])
    expect(texts(answered.body)).toEqual([['Outside', 'Gate shuts', 'Path is even']])
    const plain = bring([
      ['Item', 'Notes'],
      ['Gate shuts', ''],
      ['Path is even', 'By the hall'],
    ])
    expect(texts(plain.body)).toEqual([['Checklist', 'Gate shuts', 'Path is even']])
  })

  it('no headings at all: the longest texts are the prompts, the first row too', () => {
    const { body, bad } = bring([
      ['Bikes', 'Racks are firm and lit'],
      ['Bikes', 'No bike has been left for weeks'],
    ])
    expect(bad).toEqual([])
    expect(promptsOf(body).map(({ text, help }) => [text, help])).toEqual([
      ['Racks are firm and lit', 'Bikes'],
      ['No bike has been left for weeks', 'Bikes'],
    ])
  })

  it('says when a choice has one answer, or none', () => {
    const { bad } = bring([
      ['Prompt', 'Kind', 'Answers', 'Weight'],
      ['Doors shut', 'choice', '', ''],
      ['Doors shut', '', 'Perhaps', ''],
      ['Doors shut', '', '', 'much'],
    ])
    expect(bad.map(({ faults }) => faults.map(({ words }) => words).join(' '))).toEqual([
      'It is a choice, and no answers are given.',
      '“Perhaps” is only one answer. Part them with a semicolon, as in Yes; No.',
      'Weight: “much” is not a number from 0 to 100.',
    ])
  })

  it('has nothing to say of an empty table', () => {
    expect(bring([]).good).toEqual([])
  })
})
