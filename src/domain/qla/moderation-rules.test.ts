import { describe, expect, it } from 'vitest'
import { chosen, madeRecord } from '../../../test/helpers/qla-grid.ts'
import { judgementRecord } from './moderation.ts'
import { agreementOf, drawSample, ruleFor, sampleSize } from './moderation-rules.ts'

describe('C33 samples', () => {
  // Fixture 10, case by case.
  it.each([
    ['English, Year 11', 182, '5', 10],
    ['Maths, Year 11', 182, '5', 10],
    ['Science, Year 9, the priority year', 176, '5', 9],
    ['History, Year 11, a trend of concern', 97, 'over_10', 10],
    ['French, Year 11', 41, '5', 3],
    ['Computer science, Year 11', 17, '5', 1],
    ['Writing, Year 6', 30, '10', 3],
    ['Reading, Year 2', 26, '10', 3],
    ['Maths, Year 4', 28, '10', 3],
    ['Writing, Year 1', 9, '10', 1],
  ] as const)('C33 %s: of %i by the rule %s it is %i', (_, cohort, rule, size) => {
    expect(sampleSize(cohort, rule)).toBe(size)
  })

  it('C33 over 10% is more than 10% of a round number too; never none, never more than there are', () => {
    expect(sampleSize(100, 'over_10')).toBe(11)
    expect(sampleSize(100, '10')).toBe(10)
    expect([sampleSize(1, '5'), sampleSize(1, 'over_10'), sampleSize(0, '5')]).toEqual([1, 1, 0])
    for (let cohort = 1; cohort <= 400; cohort++) {
      expect(sampleSize(cohort, '5') * 20).toBeGreaterThanOrEqual(cohort)
      expect(sampleSize(cohort, '10') * 10).toBeGreaterThanOrEqual(cohort)
      expect(sampleSize(cohort, 'over_10') * 10).toBeGreaterThan(cohort === 1 ? 1 : cohort)
    }
  })

  const of = (
    subject: string,
    yearGroup: number,
    concern = false,
    priorityYear: number | null = 9,
  ) => ruleFor({ subject, yearGroup, concern, priorityYear })

  it('C33 EBacc subjects in Year 11 and the one priority year, primary in reading, writing and maths', () => {
    expect(of('English language', 11)).toEqual({ rule: '5', external: false })
    expect(of('Science', 9)).toEqual({ rule: '5', external: false })
    expect(of('Science', 8)).toBeNull()
    expect(of('Science', 9, false, null)).toBeNull()
    expect(of('Drama', 11)).toBeNull()
    expect(of('Writing', 1)).toEqual({ rule: '10', external: false })
    expect(of('Art', 4)).toBeNull()
  })

  it('C34 a subject of concern has more than 10%, and external marking where possible', () => {
    expect(of('History', 11, true)).toEqual({ rule: 'over_10', external: true })
    expect(of('Drama', 8, true)).toEqual({ rule: 'over_10', external: true })
  })
})

describe('drawing a sample', () => {
  const scripts = Array.from('aaaaaaaabbc').map((label, n) => ({ label, n }))

  it('has some of each label while there is room, and nobody twice', () => {
    const drawn = drawSample(
      scripts,
      ({ label }) => label,
      3,
      () => 0,
    )
    expect(drawn.map(({ label }) => label)).toEqual(['a', 'b', 'c'])
    const all = drawSample(
      scripts,
      ({ label }) => label,
      99,
      (n) => n - 1,
    )
    expect(new Set(all.map(({ n }) => n)).size).toBe(scripts.length)
    expect(
      drawSample(
        [],
        ({ label }: { label: string }) => label,
        3,
        () => 0,
      ),
    ).toEqual([])
  })
})

describe('agreement', () => {
  const judged = (id: string, teacher: string, moderator: string | null, agreed: string | null) =>
    madeRecord(judgementRecord, {
      id,
      round: 'm1',
      localId: id,
      teacher: chosen(teacher),
      moderator: chosen(moderator),
      agreed: chosen(agreed),
    })
  // The writing sample of fixture 10.
  const SAMPLE = [
    judged('Y6-04', 'WTS', 'WTS', 'WTS'),
    judged('Y6-12', 'EXS', 'WTS', 'WTS'),
    judged('Y6-27', 'GDS', 'GDS', 'GDS'),
  ]

  it('is two of three in the writing sample', () => {
    const { judged: n, agreed, share, open } = agreementOf(SAMPLE)
    expect([n, agreed, Number(share?.toFixed(3)), open]).toEqual([3, 2, 0.667, 0])
  })

  it('a script without both judgements is not in it; a difference without an end is open', () => {
    expect(agreementOf([judged('a', 'EXS', null, null)])).toEqual({
      judged: 0,
      agreed: 0,
      share: null,
      open: 0,
    })
    expect(agreementOf([judged('a', 'EXS', 'WTS', null)])).toMatchObject({ judged: 1, open: 1 })
    const gone = SAMPLE.map((one) => ({ ...one, removedAt: 3 }))
    expect(agreementOf(gone).judged).toBe(0)
  })
})
