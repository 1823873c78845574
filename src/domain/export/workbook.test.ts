import readWorkbook from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { partsOfZip } from '../../../test/helpers/zip.ts'
import { workbookOf } from './workbook.ts'

const BAD = ['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1+1', '\r=1+1']

const readBack = (bytes: Uint8Array) => readWorkbook(Buffer.from(bytes), { trim: false })

it('T23: texts that look like formulas come back as the same texts, and no cell is a formula', async () => {
  const rows = [['What', 'Days'], ...BAD.map((text, n) => [text, n])]
  const bytes = workbookOf('Actions', rows)
  const sheet = partsOfZip(Buffer.from(bytes))['xl/worksheets/sheet1.xml'] ?? ''
  expect(sheet).toContain('=1+1')
  expect(sheet).not.toMatch(/<f[ >]/)
  const [first] = await readBack(bytes)
  expect(first?.sheet).toBe('Actions')
  expect(first?.data).toEqual(rows)
})

it('keeps accents, quotes, ampersands, lines and signs that XML has another use for', async () => {
  const rows = [
    ['A', 'B'],
    ['Café & "bar" <b>', 'one\ntwo'],
    ['a\u0000b\u000bc', '€ 5'],
  ]
  const [first] = await readBack(workbookOf('Ups/and: downs', rows))
  expect(first?.sheet).toBe('Ups and  downs')
  expect(first?.data).toEqual([rows[0], rows[1], ['abc', '€ 5']])
})

it('is the same file for the same table', () => {
  expect(workbookOf('A', [['x', 1]])).toEqual(workbookOf('A', [['x', 1]]))
})

it('has names for as many columns as a table may have', async () => {
  const wide = Array.from({ length: 60 }, (_, i) => `c${i}`)
  const [first] = await readBack(workbookOf('Wide', [wide]))
  expect(first?.data).toEqual([wide])
})
