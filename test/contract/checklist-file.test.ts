import { describe, expect, it } from 'vitest'
import { READY_MADE } from '../../src/domain/checks/ready-made/index.ts'
import { bodyOfRows, checklistImport } from '../../src/domain/checks/sheet/read.ts'
import { rowsOf } from '../../src/domain/checks/sheet/write.ts'
import type { TemplateBody } from '../../src/domain/checks/template.ts'
import { csvOf } from '../../src/domain/export/table.ts'
import { workbookOf } from '../../src/domain/export/workbook.ts'
import { readTableFile } from '../../src/ui/import/read-table-file.ts'

/** As the import screen reads a file. */
async function bring(file: File) {
  const read = await readTableFile(file)
  if (!read.ok) throw new Error(read.fault)
  const rows = read.sheets[0]?.rows ?? []
  const { headings, mapping } = checklistImport.guess(rows)
  const { good, bad } = checklistImport.read(rows, headings, mapping)
  expect(bad).toEqual([])
  return bodyOfRows(
    good.map(({ value }) => value),
    { key: 'new', name: 'From a file', job: 'other' },
  )
}

const odd: TemplateBody = {
  key: 'odd',
  version: 3,
  name: '=1+1',
  job: 'other',
  about: '-2 below, "quoted", two\nlines',
  noPhotos: true,
  sections: [
    {
      id: '007',
      title: '@home',
      prompts: [
        {
          id: '1.10',
          text: "'=SUM(A1)",
          kind: 'choice',
          options: [
            { value: '01', label: '1/2', score: 0.5 },
            { value: '=', label: '3; or 4', score: null },
          ],
          help: '+44 1632 960000',
          example: '',
          look: 'test',
          frequency: 'termly',
          weight: 2.5,
          demands: [{ answer: '=', needs: ['note', 'photo'] }],
          after: null,
        },
      ],
    },
  ],
}

describe('T23: a checklist as a file of this device', () => {
  const bodies = [...READY_MADE, odd].map((body) => [body.key, body] as const)

  it.each(bodies)('%s comes back the same from Excel', async (_, body) => {
    const file = new File([workbookOf('Checklist', rowsOf(body))], 'a.xlsx')
    expect(await bring(file)).toEqual(body)
  })

  it.each(bodies)('%s comes back the same from CSV', async (_, body) => {
    expect(await bring(new File([csvOf(rowsOf(body))], 'a.csv'))).toEqual(body)
  })
})
