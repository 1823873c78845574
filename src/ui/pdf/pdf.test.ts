import { describe, expect, it } from 'vitest'
import type { PaperSheet } from '../../domain/paper.ts'
import { readPdf } from '../../../test/helpers/read-pdf.ts'
import { pdfOf } from './pdf.ts'

const sheet: PaperSheet = {
  title: 'Monthly walkaround',
  about: 'Rookery Pond Primary School, Thursday 12 November 2026',
  foot: 'Left on site',
  blocks: [
    { kind: 'heading', text: 'What was found' },
    { kind: 'item', text: 'Łukasz’s “door” – 40 mm × 2, £5, 86% 🚪' },
    { kind: 'paragraph', text: 'Kept open by a wedge.' },
    { kind: 'list', lines: ['First thing', 'Second thing'] },
    { kind: 'facts', rows: [['Made safe', 'Wedge taken away']] },
    {
      kind: 'table',
      head: ['Item', 'Answer'],
      rows: Array.from({ length: 60 }, (_, row) => [`Item ${row + 1}`, 'Pass']),
      shares: [3, 1],
    },
    { kind: 'images', images: [{ bytes: new Uint8Array([1, 2, 3]), caption: 'Broken file' }] },
    {
      kind: 'signatures',
      signatures: [
        { name: 'Fergus Tickbox', role: 'Site manager', when: '10:55', mark: 'M0 0L600 200' },
        { name: 'Wilhelmina Fizzlewick', role: '', when: '10:56', mark: 'name:W Fizzlewick' },
      ],
    },
  ],
}

describe('a sheet as PDF', () => {
  it('is read by another library: title, headings, lists, tables, signatures', async () => {
    const { title, pages, text } = await readPdf(await pdfOf(sheet, 1_794_500_000_000))
    expect(title).toBe('Monthly walkaround, Rookery Pond Primary School, Thursday 12 November 2026')
    for (const words of [
      'Łukasz’s “door” – 40 mm × 2, £5, 86% ?',
      'Kept open by a wedge.',
      'Second thing',
      'Wedge taken away',
      'A photo that cannot be printed.',
      'Fergus Tickbox, Site manager',
      'Signed by typing: W Fizzlewick',
    ])
      expect(text).toContain(words)
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('Left on site')
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
    }
    // The head of a table is said again where it goes on.
    expect(pages[1]).toMatch(/^Item Answer/)
  })

  it('is one page where it is to be one and can be, and as large as ever where it cannot', async () => {
    const rows = (n: number): PaperSheet => ({
      ...sheet,
      onePage: true,
      blocks: [
        {
          kind: 'table',
          head: ['Item', 'Answer'],
          rows: Array.from({ length: n }, (_, row) => [`Item ${row + 1}`, 'Pass']),
          shares: [3, 1],
        },
      ],
    })
    const pagesOf = async (one: PaperSheet) =>
      (await readPdf(await pdfOf(one, 1_794_500_000_000))).pages.length
    expect(await pagesOf({ ...rows(40), onePage: false })).toBe(2)
    expect(await pagesOf(rows(40))).toBe(1)
    const many = rows(90)
    expect(await pagesOf(many)).toBe(await pagesOf({ ...many, onePage: false }))
  })

  it('is the same file from the same sheet at the same moment', async () => {
    const first = await pdfOf(sheet, 1_794_500_000_000)
    expect(await pdfOf(sheet, 1_794_500_000_000)).toEqual(first)
  })
})
