// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftFrom } from './draft.ts'
import { letterHtml } from './html.ts'
import { placedAll, source } from '../../../test/helpers/letter.ts'
import { asksForComment, receivedOf, replyOf, replyRecord } from './reply.ts'
import { fileName, type SheetFacts, sheetOf } from './sheet.ts'
import { schoolDaysAfter, schoolDaysLeft } from './target.ts'

const facts: SheetFacts = {
  head: {
    id: 'h',
    trust: 'Larkspur and Lantern Learning Trust',
    school: 'Rookery Pond Primary School',
    date: '2026-11-24',
    madeAt: 1,
  },
  logo: null,
  issued: false,
  day: 'Tuesday 24 November 2026',
  issuedOn: 'Sent on Monday 30 November 2026',
  reply: null,
  received: null,
  say: (at) => `moment ${at}`,
}
const parts = placedAll(draftFrom(source()))
const reply = (accurate: string, comment: string, id = 'r') => {
  const read = replyRecord.read({
    type: 'letter-reply',
    id,
    by: 'p03',
    madeAt: 7,
    accurate: [{ value: accurate, device: 'd', at: 1 }],
    comment,
  })
  if (!read.ok) throw new Error('The reply was not read')
  return read.value
}

/** The page as a browser's parser reads it. */
const pageOf = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const textsOf = (html: string, selector: string) =>
  [...pageOf(html).querySelectorAll(selector)].map(({ textContent }) => textContent)

describe('the letter as it is read', () => {
  it('says that it is a draft until it is issued, everywhere', () => {
    const draft = sheetOf(parts, facts)
    expect(draft.draft).toMatch(/^Draft/)
    expect(letterHtml(draft)).toContain('Draft: not sent yet')
    expect(fileName(draft, 'docx')).toBe(
      'Peer review letter, Rookery Pond Primary School, Tuesday 24 November 2026, draft.docx',
    )
    const issued = sheetOf(parts, { ...facts, issued: true })
    expect(letterHtml(issued)).not.toContain('Draft')
    expect(letterHtml(issued)).toContain('Sent on Monday 30 November 2026')
    expect(fileName(issued, 'html')).not.toContain('draft')
  })

  it('carries the trust’s logo inside itself, and asks nothing of anywhere else', () => {
    const picture = 'data:image/png;base64,iVBORw0KGgo='
    const logo = { kind: 'png' as const, picture, width: 240, height: 80 }
    const page = pageOf(letterHtml(sheetOf(parts, { ...facts, logo })))
    const image = page.querySelector('header img')
    expect(image?.getAttribute('src')).toBe(picture)
    expect(image?.getAttribute('alt')).toBe('')
    expect(image?.nextElementSibling?.textContent).toBe(facts.head.trust)
    expect(page.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'",
    )
    expect(pageOf(letterHtml(sheetOf(parts, facts))).querySelector('img')).toBeNull()
  })

  it('is one page with a language, a title, headings in order and lists, and no script', () => {
    const html = letterHtml(sheetOf(parts, facts))
    const page = pageOf(html)
    const heads = [...page.querySelectorAll('h1, h2, h3')].map((h) => [
      h.nodeName.toLowerCase(),
      h.textContent,
    ])
    expect(heads).toEqual([
      ['h1', 'Peer review letter'],
      ['h2', 'The focus of the review'],
      ['h2', 'Question 1. How do pupils find their next book in Year 1?'],
      ['h2', 'Question 2. How do pupils find their next book in Year 2?'],
      ['h2', 'Strengths'],
      ['h2', 'Possible areas for future focus'],
      ['h2', 'What comes next'],
    ])
    expect(page.documentElement.lang).toBe('en-GB')
    expect(page.title).toBe(
      'Draft: Peer review letter, Rookery Pond Primary School, Tuesday 24 November 2026',
    )
    for (const [name, many] of [
      ['header', 1],
      ['main', 1],
      ['footer', 1],
      ['ul', 2],
      ['li', 2],
      ['script', 0],
      ['link', 0],
      ['img', 0],
    ] as const)
      expect([name, textsOf(html, name).length]).toEqual([name, many])
    expect(html).not.toMatch(/https?:|\son\w+=|javascript:/)
  })

  it('shows whatever was typed as words, never as part of the page', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '/', '=', ' ', 'script') }),
        (typed) => {
          const text = `x${typed}x`
          const nasty = parts.map((part) => ({ ...part, text, heading: text }))
          const html = letterHtml(sheetOf(nasty, facts))
          expect(textsOf(html, 'script')).toEqual([])
          expect(textsOf(html, 'p')).toContain(text)
          expect(textsOf(html, 'h2')).toContain(text)
        },
      ),
    )
  })

  it('leaves out parts that say nothing and those that were taken out', () => {
    const some = parts.map((part, i) => ({
      ...part,
      ...(i === 1 ? { text: ' \n' } : {}),
      ...(i === 2 ? { removedAt: 3 } : {}),
    }))
    expect(sheetOf(some, facts).parts.map(({ id }) => id)).toEqual([
      'p0',
      'p3',
      'p4',
      'p5',
      'p6',
      'p7',
    ])
  })

  it('does not say the mark of a list twice', () => {
    const some = parts.map((part) => ({ ...part, text: '- One\n• Two\nThree' }))
    const lists = sheetOf(some, facts).parts.filter(({ block }) => block.kind === 'list')
    expect(lists.map(({ block }) => block.lines)).toEqual([
      ['One', 'Two', 'Three'],
      ['One', 'Two', 'Three'],
    ])
  })

  it('carries the head’s reply once it is issued, and not before', () => {
    const said = {
      reply: reply('not_accurate', 'Year 5 was out.'),
      received: { id: 'x', by: 'p03', madeAt: 3 },
    }
    expect(sheetOf(parts, { ...facts, ...said }).reply).toBeNull()
    const sheet = sheetOf(parts, { ...facts, ...said, issued: true })
    expect(sheet.reply?.lines).toEqual([
      'Received by the headteacher, moment 3.',
      'The headteacher says that this letter is not accurate, moment 7.',
      'Year 5 was out.',
    ])
    expect(textsOf(letterHtml(sheet), 'p')).toContain('Year 5 was out.')
  })

  it('asks for a comment where it is not accurate, and keeps the comments of two devices', () => {
    expect(asksForComment(reply('not_accurate', ' '))).toBe(true)
    expect(asksForComment(reply('not_accurate', 'x'))).toBe(false)
    expect(asksForComment(reply('accurate', ''))).toBe(false)
    expect(replyOf([reply('accurate', 'B', 'b'), reply('accurate', 'A', 'a')])?.comment).toBe(
      'A\nB',
    )
    const times = [4, 2, 3].map((madeAt) => ({ id: `${madeAt}`, by: 'p03', madeAt }))
    expect(receivedOf(times)?.madeAt).toBe(2)
  })
})

describe('the trust’s target', () => {
  it('counts school days, Monday to Friday', () => {
    expect(schoolDaysAfter('2026-11-24', 5)).toBe('2026-12-01')
    expect(schoolDaysAfter('2026-11-27', 1)).toBe('2026-11-30')
    expect(schoolDaysLeft('2026-11-27', '2026-11-30')).toBe(1)
    expect(schoolDaysLeft('2026-11-30', '2026-11-27')).toBe(-1)
    expect(schoolDaysLeft('2026-11-30', '2026-11-30')).toBe(0)
  })

  it('has as many days left as it was set to', () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (date, days) => {
        expect(schoolDaysLeft(date, schoolDaysAfter(date, days))).toBe(days)
      }),
    )
  })
})
