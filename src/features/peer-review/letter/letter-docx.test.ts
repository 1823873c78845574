import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { sheetOf } from '../../../domain/letter/sheet.ts'
import { draftFrom } from '../../../domain/letter/draft.ts'
import type { SmallPicture } from '../../../domain/small-picture.ts'
import { placedAll, source } from '../../../../test/helpers/letter.ts'
import { letterDocx } from './letter-docx.ts'
import { partsOfZip } from '../../../../test/helpers/zip.ts'

const LOGO: SmallPicture = {
  kind: 'png',
  picture:
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  width: 120,
  height: 40,
}
const parts = placedAll(draftFrom(source()))
const facts = {
  head: {
    id: 'h',
    trust: 'Larkspur & Lantern <Learning> Trust',
    school: 'Rookery Pond Primary School',
    date: '2026-11-24',
    madeAt: 1,
  },
  day: 'Tuesday 24 November 2026',
  issuedOn: 'Sent on Monday 30 November 2026',
  logo: null,
  reply: null,
  received: { id: 'x', by: 'p03', madeAt: 3 },
  say: (at: number) => `moment ${at}`,
}
const wordOf = async (issued: boolean, logo: SmallPicture | null = null) =>
  Buffer.from(await letterDocx(sheetOf(parts, { ...facts, logo, issued })))

describe('the letter in Word', () => {
  it('is read by another library as headings, paragraphs and lists', async () => {
    const { value: html, messages } = await mammoth.convertToHtml({ buffer: await wordOf(true) })
    expect(messages).toEqual([])
    const tags = [...html.matchAll(/<(h\d|li)>(?:<a [^>]*><\/a>)?(.*?)<\/\1>/g)].map(
      ([, tag, text]) => [tag, text],
    )
    expect(tags).toEqual([
      ['h1', 'Peer review letter'],
      ['h2', 'The focus of the review'],
      ['h2', 'Question 1. How do pupils find their next book in Year 1?'],
      ['h2', 'Question 2. How do pupils find their next book in Year 2?'],
      ['h2', 'Strengths'],
      ['li', 'Year 1 pupils explain their next book.'],
      ['h2', 'Possible areas for future focus'],
      ['li', 'Minutes between lessons. The headteacher added: A new bell.'],
      ['h2', 'What comes next'],
      ['h2', 'The headteacher’s reply'],
    ])
  })

  it('has every word of the letter, in order, and nothing else', async () => {
    const { value: text } = await mammoth.extractRawText({ buffer: await wordOf(true) })
    const sheet = sheetOf(parts, { ...facts, issued: true })
    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      sheet.title,
      sheet.about,
      sheet.issued,
      ...sheet.parts.flatMap(({ heading, block }) => [
        ...(heading === '' ? [] : [heading]),
        ...block.lines,
      ]),
      ...(sheet.reply ? [sheet.reply.heading, ...sheet.reply.lines] : []),
    ])
  })

  it('carries the trust’s logo, as it was kept, with whose it is for who cannot see it', async () => {
    const buffer = await wordOf(true, LOGO)
    const { value: html, messages } = await mammoth.convertToHtml({ buffer })
    expect(messages).toEqual([])
    expect(html).toMatch(/^<p><img alt="Logo of Larkspur &amp; Lantern &lt;Learning&gt; Trust"/)
    expect(html).toContain(`src="${LOGO.picture}"`)
    expect(partsOfZip(buffer)['word/document.xml']).toContain(
      '<wp:extent cx="1143000" cy="381000"/>',
    )
    expect((await mammoth.convertToHtml({ buffer: await wordOf(true) })).value).not.toContain(
      '<img',
    )
  })

  it('says its language, its title and whose it is', async () => {
    const files = partsOfZip(await wordOf(true))
    expect(files['word/styles.xml']).toMatch(/<w:lang w:val="en-GB"/)
    expect(files['docProps/core.xml']).toContain(
      '<dc:title>Peer review letter, Rookery Pond Primary School, Tuesday 24 November 2026</dc:title>',
    )
    expect(files['docProps/core.xml']).toContain(
      '<dc:creator>Larkspur &amp; Lantern &lt;Learning&gt; Trust</dc:creator>',
    )
    expect(files['word/document.xml']).toContain('<w:pStyle w:val="Heading1"/>')
    expect(files['word/document.xml']).toContain('<w:numPr>')
    expect(files['word/header1.xml']).toContain('Larkspur &amp; Lantern &lt;Learning&gt; Trust')
    expect(Object.values(files).join('')).not.toContain('DRAFT')
  })

  it('carries “Draft” at the top of each page, in its words and its title, until it is issued', async () => {
    const buffer = await wordOf(false)
    const { value: text } = await mammoth.extractRawText({ buffer })
    expect(text).toContain('Draft: not sent yet. It may still change.')
    expect(text).not.toContain('reply')
    const files = partsOfZip(buffer)
    expect(files['word/header1.xml']).toContain('DRAFT')
    expect(files['docProps/core.xml']).toContain('<dc:title>Draft: ')
  })
})
