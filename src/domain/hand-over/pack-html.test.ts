import { describe, expect, it } from 'vitest'
import { packHtml, type SchoolPack } from './pack-html.ts'

const NASTY = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '<!--',
  '</section></main></body>',
  '&lt;already&gt;',
  'javascript:alert(1)',
]

const packOf = (words: string): SchoolPack => ({
  school: words,
  date: words,
  focus: words,
  madeOn: words,
  questions: [
    {
      n: 1,
      text: words,
      answer: words,
      strengths: [words],
      explore: [words],
      notes: [{ by: words, when: words, place: words, text: words }],
    },
  ],
  unfiled: [{ by: null, when: words, place: '', text: words }],
})

describe('the pack for the school', () => {
  it.each(NASTY)('T22 shows %s as words and runs nothing', (words) => {
    const html = packHtml(packOf(words))
    // Every tag and attribute that is in it is one that the page itself brings.
    const plain = packHtml(packOf('x'))
    const tags = (text: string) => text.match(/<[^>]*>/g)
    expect(tags(html)).toEqual(tags(plain))
    expect(html).not.toMatch(/<script|onerror=alert\(1\)>|<img/i)
  })

  it('asks nothing of anybody: no script, no address, no picture', () => {
    const html = packHtml(packOf('x'))
    expect(html).not.toMatch(
      /<(script|link|img|iframe|form|a|object|video)\b|https?:|url\(|@import/i,
    )
    expect(html).toContain(`default-src 'none'`)
  })

  it('is a page that a screen reader walks through: language, title, one h1, a heading for each part', () => {
    const html = packHtml(packOf('Rookery'))
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/)
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html).toContain('<main>')
    expect([...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))).toEqual([
      1, 2, 2, 3, 3, 3, 2,
    ])
    for (const [, id] of html.matchAll(/aria-labelledby="(\w+)"/g))
      expect(html).toContain(`id="${id}"`)
  })

  it('C3 leaves names out, and says that nothing but the letter is spoken of outside', () => {
    const html = packHtml({ ...packOf('Year 4'), unfiled: [] })
    expect(html).toContain('agreed letter')
    const noNames = {
      ...packOf('Year 4'),
      unfiled: [{ by: null, when: '09:15', place: '', text: 'Kept' }],
    }
    expect(packHtml(noNames)).toContain('<p class="soft">09:15</p>')
  })
})
