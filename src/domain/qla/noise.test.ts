import { describe, expect, it } from 'vitest'
import { bandOf, changeOf, standsTo, type Twice } from './noise.ts'

const times = (n: number, one: Twice): Twice[] => Array.from({ length: n }, () => one)

describe('before and after', () => {
  it('nobody asked twice: nothing is said', () => {
    expect(changeOf([])).toMatchObject({ pupils: 0, before: null, says: 'too_few' })
    expect(changeOf(times(9, { before: 0, after: 0, of: 0 }))).toMatchObject({ pupils: 0 })
  })

  it('under six pupils the marks are shown and no change is claimed', () => {
    expect(changeOf(times(5, { before: 0, after: 1, of: 1 }))).toEqual({
      pupils: 5,
      before: 0,
      after: 1,
      band: null,
      says: 'too_few',
    })
  })

  it('a change that most pupils share is more than chance', () => {
    const up = changeOf([
      ...times(16, { before: 0, after: 2, of: 2 }),
      ...times(4, { before: 0, after: 0, of: 2 }),
    ])
    expect(up).toMatchObject({ pupils: 20, before: 0, after: 0.8, says: 'up' })
    expect(up.band).toBeCloseTo(2 * Math.sqrt((0.8 * 0.2 * (20 / 19)) / 20), 6)
    const down = changeOf(times(8, { before: 2, after: 0, of: 2 }))
    expect(down.says).toBe('down')
  })

  it('as many up as down is chance, and so is one mark in all', () => {
    const mixed = changeOf([
      ...times(6, { before: 0, after: 1, of: 1 }),
      ...times(5, { before: 1, after: 0, of: 1 }),
    ])
    expect(mixed.says).toBe('chance')
    const one = changeOf([
      ...times(9, { before: 1, after: 1, of: 1 }),
      { before: 0, after: 1, of: 1 },
    ])
    expect(one.says).toBe('chance')
  })

  it('no change at all is chance, with a band of one mark', () => {
    const same = changeOf(times(10, { before: 1, after: 1, of: 2 }))
    expect(same).toMatchObject({ says: 'chance', band: 1 / 20 })
  })
})

describe('the band round a facility', () => {
  it('is wide where few marks stand behind it, and the whole width where none do', () => {
    const few = bandOf({ facility: 0.5, pupils: 6, marks: 1 })
    const many = bandOf({ facility: 0.5, pupils: 180, marks: 4 })
    expect(few).toBeGreaterThan(0.3)
    expect(many).toBeLessThan(0.05)
    expect(bandOf({ facility: 0, pupils: 0, marks: 3 })).toBe(1)
    expect(bandOf({ facility: 1, pupils: 6, marks: 1 })).toBeGreaterThan(0)
  })

  it('two groups are apart only where chance does not explain it', () => {
    const own = { facility: 0.8, pupils: 28, marks: 3 }
    expect(standsTo(own, { ...own, facility: 0.5 })).toBe('above')
    expect(standsTo({ ...own, facility: 0.5 }, own)).toBe('below')
    expect(standsTo({ ...own, pupils: 6, marks: 1 }, { facility: 0.6, pupils: 6, marks: 1 })).toBe(
      'alike',
    )
  })
})
