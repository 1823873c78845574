import { describe, expect, it } from 'vitest'
import type { PaperBlock } from '../../src/domain/paper.ts'
import { joinAnswers } from '../../src/domain/checks/answers.ts'
import { reportOf } from '../../src/domain/checks/report.ts'
import { answerRecord } from '../../src/domain/checks/run.ts'
import { pdfOf } from '../../src/ui/pdf/pdf.ts'
import { readPdf } from '../helpers/read-pdf.ts'
import { recordOf, walkReport } from '../helpers/walkaround.ts'

const factsUnder = (blocks: readonly PaperBlock[], item: string) => {
  const at = blocks.findIndex((block) => block.kind === 'item' && block.text.includes(item))
  const facts = blocks[at + 1]
  if (facts?.kind !== 'facts') throw new Error(`No facts under ${item}`)
  return Object.fromEntries(facts.rows)
}

// The smallest picture there is: one white dot.
const DOT = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg==',
  ),
  (sign) => sign.charCodeAt(0),
)

describe('the report left on site', () => {
  it('says the counts of fixture 05, and n with the percentage', () => {
    const [facts] = reportOf(walkReport()).blocks
    if (facts?.kind !== 'facts') throw new Error('No counts first')
    expect(Object.fromEntries(facts.rows)).toMatchObject({
      Counts: '30 questions: 24 pass, 4 fail, 1 n/a, 1 not checked',
      'In place': '86% (24 of 28 that count)',
      By: 'Fergus Tickbox, Wilhelmina Fizzlewick',
    })
  })

  it('puts what was found first, red before amber, with colour in words, make-safe, owner and day (C41)', () => {
    const { blocks } = reportOf(walkReport())
    const items = blocks.flatMap((block) => (block.kind === 'item' ? [block.text] : []))
    expect(items.slice(0, 4)).toEqual([
      '1. Hall doors do not latch',
      '2. Lead of the laminator cut through',
      '3. Climbing rope worn at the second post',
      '4. Short test for October is not in the log',
    ])
    expect(factsUnder(blocks, 'Hall doors')).toEqual({
      Colour: 'Red, high risk',
      Question: 'C5',
      Where: 'Hall',
      'Made safe': 'Hall closed for assembly',
      Action: 'See to C5. Who: Fergus Tickbox. By: day 2026-11-13.',
    })
    const kinds = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    expect(kinds).toEqual(['What was found (4)', 'Not checked (1)', 'Signed', 'Every question'])
  })

  it('says what was not checked, why, and when it will be (C41)', () => {
    const table = reportOf(walkReport()).blocks.find((block) => block.kind === 'table')
    expect(table?.kind === 'table' ? table.rows : []).toEqual([
      [
        'F2 This month’s hot and cold water temperatures are in the log',
        'No key to the tank room',
        'day 2026-11-14',
      ],
    ])
  })

  it('prints both answers where two walkers differ, and a fail that nobody wrote up (C55)', () => {
    const two = ['pass', 'fail'].map((value) =>
      recordOf(answerRecord, {
        id: value,
        run: 'r1',
        prompt: 'A1',
        value: [{ value, device: value, at: 1 }],
      }),
    )
    const sheet = JSON.stringify(
      reportOf(walkReport({ defects: [], answers: joinAnswers(two, 'r1') })),
    )
    expect(sheet).toContain('Fail / Pass: answered differently, nobody has picked')
    expect(sheet).toContain('fail, nothing written yet')
    expect(sheet).toContain('What was found (1)')
    expect(sheet).toContain('Not answered')
  })

  it('is read back from the PDF by another library, photos and signatures included', async () => {
    const photos = ['First', 'Second', 'Third', 'Fourth', 'Fifth'].map((caption) => ({
      of: 'd-C5',
      bytes: DOT,
      caption: `${caption} picture`,
    }))
    const facts = walkReport({ photos, photosElsewhere: 2 })
    const { text, pictures } = await readPdf(await pdfOf(reportOf(facts), facts.madeAt))
    for (const words of [
      'Rookery Pond Primary School, day 2026-11-12',
      '30 questions: 24 pass, 4 fail, 1 n/a, 1 not checked',
      'What was found (4)',
      'Red, high risk',
      'Amber, medium risk',
      'No key to the tank room',
      'Photos that are not on the device this was made on: 2.',
      'Fifth picture',
      'Fergus Tickbox, Site manager',
      'Signed by typing: W Fizzlewick',
      'Made by Wilhelmina Fizzlewick, 10:55',
    ])
      expect(text).toContain(words)
    expect(pictures).toBe(5)
  })
})
