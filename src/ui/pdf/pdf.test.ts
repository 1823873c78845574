import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { PaperSheet } from '../../domain/paper.ts'
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

/** What another library reads in the PDF, page by page. */
async function pagesOf(bytes: Uint8Array): Promise<{ title: unknown; pages: string[] }> {
  const file = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const info = (await file.getMetadata()).info as Record<string, unknown>
  const pages: string[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const { items } = await (await file.getPage(number)).getTextContent()
    const text = items.map((item) => ('str' in item ? item.str : '')).join('')
    pages.push(text)
  }
  await file.destroy()
  return { title: info['Title'], pages }
}

describe('a sheet as PDF', () => {
  it('is read by another library: title, headings, lists, tables, signatures', async () => {
    const { title, pages } = await pagesOf(await pdfOf(sheet, 1_794_500_000_000))
    expect(title).toBe('Monthly walkaround, Rookery Pond Primary School, Thursday 12 November 2026')
    const all = pages.join('\n')
    for (const words of [
      'Łukasz’s “door” – 40 mm × 2, £5, 86% ?',
      'Kept open by a wedge.',
      'Second thing',
      'Wedge taken away',
      'A photo that cannot be printed.',
      'Fergus Tickbox, Site manager',
      'Signed by typing: W Fizzlewick',
    ])
      expect(all).toContain(words)
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('Left on site')
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
    }
    // The head of a table is said again where it goes on.
    expect(pages[1]).toMatch(/^Item Answer/)
  })

  it('is the same file from the same sheet at the same moment', async () => {
    const first = await pdfOf(sheet, 1_794_500_000_000)
    expect(await pdfOf(sheet, 1_794_500_000_000)).toEqual(first)
  })
})
