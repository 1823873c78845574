import { describe, expect, it } from 'vitest'
import {
  countAtLeast,
  gradeFor,
  nearBoundary,
  standardOf,
} from '../../src/domain/qla/boundaries.ts'
import { domainFacilities, weakAreas } from '../../src/domain/qla/domains.ts'
import { itemFacilities } from '../../src/domain/qla/facility.ts'
import { cohortSize, satPlaces } from '../../src/domain/qla/grid.ts'
import { groupsBy } from '../../src/domain/qla/groups.ts'
import { sayItem } from '../../src/domain/qla/paper.ts'
import { afterRetest } from '../../src/domain/qla/retest.ts'
import { USUAL_SETTINGS } from '../../src/domain/qla/settings.ts'
import {
  meanOf,
  paperMarks,
  rawTotals,
  rounded,
  sharesOf,
  totalsOf,
} from '../../src/domain/qla/totals.ts'
import { validityOf } from '../../src/domain/qla/validity.ts'
import { CASES, qlaCase } from '../helpers/qla-case.ts'

describe.each(CASES)(
  'the paper, class and boundaries of %s, from plain CSV files',
  async (folder) => {
    const of = await qlaCase(folder)
    const { first, again, expected, boundariesUsed, others, localId, retestRule } = of
    const byPupil = (totals: ReadonlyMap<string, number | null>) =>
      Object.fromEntries([...totals].map(([key, total]) => [localId(key), total]))
    const byItem = <T>(values: readonly T[]) =>
      Object.fromEntries(first.items.map((item, at) => [sayItem(item), values[at]]))
    const totals = totalsOf(first)
    const after = afterRetest(first, again, retestRule)
    const raw = rawTotals(totals, others)

    it('C48 HC02 counts who sat it and who is in the cohort', () => {
      expect([satPlaces(first).length, cohortSize(first)]).toEqual([expected.sat, expected.cohort])
    })

    it('adds up every pupil, and their mean', () => {
      expect(byPupil(totals)).toEqual(expected.total)
      expect(paperMarks(first.items)).toBe(expected.max)
      const { mean, n } = meanOf(totals.values())
      expect([rounded(mean ?? 0, 2), n]).toEqual([expected.mean, expected.sat])
    })

    it('C48 facility and omitted answers of every question', () => {
      const facilities = itemFacilities(first)
      const printed = facilities.map(({ facility }) => rounded(facility ?? -1, 3))
      expect(byItem(printed)).toEqual(expected.facility)
      expect(byItem(facilities.map(({ omitted }) => omitted))).toEqual(expected.omitted)
      for (const { n } of facilities) expect(n).toBe(expected.sat)
    })

    it('facility of every domain, and the weak ones by name', () => {
      const domains = domainFacilities(first, USUAL_SETTINGS)
      const printed = domains.map(({ name, items, marks, facility }) => [
        name,
        {
          questions: items.map((at) => sayItem(first.items[at] ?? { q: '', part: '' })),
          marks,
          facility: rounded(facility ?? -1, 3),
        },
      ])
      expect(Object.fromEntries(printed)).toEqual(expected.domain)
      expect(weakAreas(domains, USUAL_SETTINGS).map(({ name }) => name)).toEqual(expected.focus)
    })

    it('HC04 totals, mean and facility after the retest, by the rule that is set', () => {
      const now = totalsOf(after)
      expect(byPupil(now)).toEqual(expected.totalAfter)
      expect(rounded(meanOf(now.values()).mean ?? 0, 2)).toBe(expected.meanAfter)
      const facilities = byItem(
        itemFacilities(after).map(({ facility }) => rounded(facility ?? -1, 3)),
      )
      expect(facilities).toMatchObject(expected.facilityAfter)
    })

    it('C48 marks of all its papers, how many are at the standard, of those who sat it and of the cohort', () => {
      expect(byPupil(raw)).toEqual(expected.raw)
      const standard = standardOf(boundariesUsed)
      expect(standard?.label).toBe(of.boundaries.standard)
      const count = countAtLeast(boundariesUsed, of.boundaries.standard, raw.values())
      expect(count).toBe(expected.atStandard)
      const shares = sharesOf(count ?? -1, first)
      expect(
        [shares.ofSat, shares.ofCohort].map((share) => rounded((share ?? 0) * 100, 1)),
      ).toEqual([expected.pctOfSat, expected.pctOfCohort])
    })

    it('grades of every pupil on its scale', () => {
      const grades: Record<string, number> = {}
      for (const total of raw.values()) {
        const { label } = gradeFor(boundariesUsed, total ?? -1)
        grades[label] = (grades[label] ?? 0) + 1
      }
      const reached = {
        [of.boundaries.standard]: expected.atStandard,
        Below: expected.sat - expected.atStandard,
      }
      expect(grades).toEqual(expected.grades ?? reached)
    })

    it('groups by pupil premium', () => {
      const groups = groupsBy(first, 'ppg', totals, null)
      const raws = groupsBy(first, 'ppg', raw, standardOf(boundariesUsed)?.min ?? null)
      const printed = groups.map(({ name, n, total }, at) => [
        name,
        { n, mean: rounded(total.mean ?? -1, 2), atStandard: raws[at]?.atStandard },
      ])
      expect(Object.fromEntries(printed)).toEqual(expected.groups)
    })
  },
)

describe('what one of the papers has alone', () => {
  it('pupils within six marks of the standard, below it and above', async () => {
    const { first, others, boundariesUsed, localId, expected } = await qlaCase('ks2-maths')
    const standard = standardOf(boundariesUsed)
    const near = standard ? nearBoundary(standard, rawTotals(totalsOf(first), others), 6) : []
    expect(near.map(localId)).toEqual(expected.near?.pupils)
  })

  it('C29 the spiral paper is one by its marks and by its objectives', async () => {
    const { first, paper } = await qlaCase('y8-science')
    expect(validityOf(first.items, paper.yearGroup, 'marks')).toEqual({
      earlier: 0.25,
      expected: 0.5,
      faults: [],
    })
    expect(validityOf(first.items, paper.yearGroup, 'aos').faults).toEqual([])
  })

  it('C49 a grade of GCSE is of no other scale', async () => {
    const { boundariesUsed } = await qlaCase('gcse-maths-higher')
    expect(gradeFor(boundariesUsed, 176)).toEqual({ scale: '9-1', label: '7' })
    expect(gradeFor(boundariesUsed, 177)).toEqual({ scale: '9-1', label: '8' })
    expect(gradeFor(boundariesUsed, 35)).toEqual({ scale: '9-1', label: 'U' })
  })
})
