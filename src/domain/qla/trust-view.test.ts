import { describe, expect, it } from 'vitest'
import { acrossSchools, type AreaAtSchool, together } from './trust-view.ts'

const at = (urn: string, facility: number, pupils = 28, marks = 3): AreaAtSchool => ({
  urn,
  code: '6C7b',
  share: { facility, pupils, marks },
})

describe('the same paper across schools', () => {
  it('a school that is strong beyond chance is worth a visit', () => {
    const [area] = acrossSchools([at('900003', 0.42), at('900001', 0.88), at('900002', 0.44)])
    expect(area?.visit).toEqual(['900001'])
    expect(area?.schools.map(({ stands }) => stands)).toEqual(['above', 'below', 'below'])
  })

  it('schools come in the order of their numbers, not of their results', () => {
    const [area] = acrossSchools([at('900003', 0.9), at('900001', 0.1), at('900002', 0.5)])
    expect(area?.schools.map(({ urn }) => urn)).toEqual(['900001', '900002', '900003'])
  })

  it('C51: a school with too few pupils shows nothing, and cannot be worked out of the total', () => {
    const hidden = { urn: '900002', code: '6C7b', share: null }
    const [area] = acrossSchools([at('900001', 0.5), hidden, at('900003', 0.5)])
    expect(area?.schools[1]).toEqual({ urn: '900002', share: null, stands: 'masked' })
    expect(area?.trust).toEqual({ facility: 0.5, pupils: 56, marks: 3 })
  })

  it('one school alone is compared with nobody', () => {
    const [area] = acrossSchools([at('900001', 0.5)])
    expect(area?.schools[0]?.stands).toBe('alone')
    expect(area?.visit).toEqual([])
  })

  it('shares come together by the marks behind them', () => {
    expect(together([])).toBeNull()
    expect(
      together([
        { facility: 1, pupils: 10, marks: 1 },
        { facility: 0, pupils: 30, marks: 1 },
      ]),
    ).toEqual({ facility: 0.25, pupils: 40, marks: 1 })
  })
})
