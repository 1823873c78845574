import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvOf, fromSafeCell, safeCell } from './table.ts'

const BAD = [
  '=HYPERLINK("http://evil.example","Open")',
  '+1+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
]

describe('T23: what leaves for a spreadsheet is never worked out as a formula', () => {
  it.each(BAD)('%j is led by an apostrophe, and comes back as it was', (text) => {
    expect(safeCell(text)).toBe(`'${text}`)
    expect(fromSafeCell(`'${text}`)).toBe(text)
  })

  it('leaves words and numbers alone', () => {
    for (const cell of ['Rope frayed', '', "'tis done", 'a=b', -3, 0])
      expect(safeCell(cell)).toBe(cell)
    expect(fromSafeCell("'tis done")).toBe("'tis done")
  })

  it('no cell of the CSV, read by another reader of CSV, begins with a sign that is worked out', () => {
    const rows = Papa.parse<string[]>(
      csvOf([['What', 'Who'], ...BAD.map((text) => [text, 'x, "y"'])]),
      {
        skipEmptyLines: true,
      },
    ).data
    expect(rows).toHaveLength(BAD.length + 1)
    for (const [n, row] of rows.slice(1).entries()) {
      expect(row).toEqual([`'${BAD[n]}`, 'x, "y"'])
      expect(row[0]).not.toMatch(/^[=+\-@\t\r\n]/)
    }
  })
})

it('begins with the mark by which Excel knows UTF-8', () => {
  const csv = csvOf([['Café', 4]])
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  expect(csv.slice(1)).toBe('Café,4\r\n')
})
