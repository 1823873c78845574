import { describe, expect, it } from 'vitest'
import { MONTHLY_WALKAROUND } from './ready-made/walkaround.ts'
import { check, checklist, choice, count, section, text } from './ready-made/writing.ts'
import { countOf, scoreOf } from './scoring.ts'
import { promptsOf } from './shown.ts'

const body = checklist(
  { key: 'k', name: 'Pond check', job: 'other', about: '' },
  section(
    'water',
    'Water',
    check('depth', 'Depth board can be read', { weight: 3 }),
    check('rail', 'Rail holds'),
    choice('clear', 'How clear', [
      ['good', 'Clear', 1],
      ['so', 'Cloudy', 0.5],
      ['na', 'Drained', null],
    ]),
  ),
  section('nets', 'Nets', count('nets', 'Nets whole, of all', { weight: 2 }), text('say', 'More')),
)
const score = (answers: Record<string, string>) => scoreOf(body, new Map(Object.entries(answers)))

describe('the score', () => {
  it('is none while nobody has answered, and none for a section in which nothing counts', () => {
    expect(score({}).total).toBeNull()
    const { total, sections } = score({ rail: 'pass', say: 'fine' })
    expect(total?.percent).toBe(100)
    expect(sections.map((s) => s.score?.percent ?? null)).toEqual([100, null])
  })

  it('leaves out what does not apply, was not checked or has no score', () => {
    expect(score({ rail: 'fail', depth: 'n/a', clear: 'na' }).total).toEqual({
      earned: 0,
      possible: 1,
      counted: 1,
      percent: 0,
    })
    expect(score({ depth: 'not_checked' }).total).toBeNull()
    expect(score({ depth: 'not an answer' }).total).toBeNull()
  })

  it('goes by weight and by the share that an answer earns', () => {
    expect(score({ depth: 'pass', rail: 'fail', clear: 'so', nets: '3/4' }).total).toEqual({
      earned: 5,
      possible: 7,
      counted: 4,
      percent: 71,
    })
  })

  it('says 100 only if all was earned', () => {
    const all = promptsOf(MONTHLY_WALKAROUND)
    const big = checklist(
      { key: 'k', name: 'n', job: 'other', about: '' },
      section('s', 's', check('a', 'a', { weight: 100 }), check('b', 'b', { weight: 0.1 })),
    )
    expect(
      scoreOf(
        big,
        new Map([
          ['a', 'pass'],
          ['b', 'fail'],
        ]),
      ).total?.percent,
    ).toBe(99)
    expect(
      scoreOf(
        big,
        new Map([
          ['a', 'fail'],
          ['b', 'pass'],
        ]),
      ).total?.percent,
    ).toBe(1)
    const passed = new Map(all.map(({ id }) => [id, 'pass']))
    expect(scoreOf(MONTHLY_WALKAROUND, passed).total).toMatchObject({ counted: 30, percent: 100 })
  })

  it('reads a count', () => {
    expect(countOf('26/28')).toEqual({ n: 26, of: 28 })
    for (const no of ['29/28', '0/0', '26', '-1/4', '']) expect(countOf(no)).toBeNull()
  })
})
