import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayField,
  readReference,
  referenceOf,
  ROLE_GROUPS,
  rowsOf,
  SCR_CHECKS,
  type ScrCheck,
  type ScrFix,
  type ScrRow,
  scrFixRecord,
  scrRowRecord,
  type SpotCheck,
  spotCheckRecord,
} from './scr.ts'
import { doubled, errorsOf, finishNeeds, fixOf, maySayFixed, maySayVerified } from './scr-errors.ts'
import { resultOf, resultsInOrder, sayResult, scrResultRecord } from './scr-result.ts'
import { drawSample, fewest, peopleOf } from './scr-sample.ts'

const DATE = '2026-11-23'
const said = (value: string | null) => [{ value, device: 'tablet', at: 1 }]

function rowOf(
  number: number,
  more: Partial<Record<ScrCheck, [string, string]>> = {},
  fields: object = {},
): ScrRow {
  const cells = SCR_CHECKS.flatMap((column) => {
    const [value, day] = more[column] ?? ['yes', '2021-09-01']
    return [
      [column, said(value)],
      [dayField(column), said(day)],
    ]
  })
  const read = scrRowRecord.read({
    type: 'scr-row',
    v: 1,
    id: `row${number}`,
    check: 'c1',
    ref: referenceOf(number),
    group: ROLE_GROUPS[(number - 1) % ROLE_GROUPS.length],
    by: 'p09',
    madeAt: number,
    ...Object.fromEntries(cells),
    ...fields,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

const check: SpotCheck = {
  id: 'c1',
  date: DATE,
  people: {
    teacher: 14,
    ta: 12,
    head: 1,
    office: 3,
    site: 2,
    kitchen: 4,
    governor: 6,
    supply: 3,
    trainee: 1,
    volunteer: 2,
  },
  drawn: 10,
  companion: 'dsl',
  by: 'p09',
  madeAt: 1,
  finishedAt: null,
  removedAt: null,
}

/** Ten rows like those of fixture 16: one check missing, one date missing, one date in the future. */
const tenRows = [
  rowOf(1, { overseas: ['n/a', ''] }),
  rowOf(2, { overseas: ['n/a', ''], section_128: ['n/a', ''] }),
  rowOf(3, { section_128: ['no', ''] }),
  rowOf(4),
  rowOf(5, { prohibition_from_teaching: ['n/a', ''] }),
  rowOf(6, { enhanced_dbs: ['yes', ''] }),
  rowOf(7),
  rowOf(8, { right_to_work: ['yes', '2027-08-31'] }),
  rowOf(9),
  rowOf(10),
]

const fix = (row: string, column: string, more: Partial<ScrFix> = {}): ScrFix => {
  const read = scrFixRecord.read({
    type: 'scr-fix',
    v: 1,
    id: `f-${row}`,
    row,
    column,
    by: 'p18',
    madeAt: 5,
    ...more,
  })
  if (!read.ok) throw new Error('not read')
  return read.value
}

describe('C42: nothing of a person is written down', () => {
  it('reads a row number alone or after its word, and writes it one way', () => {
    for (const typed of ['7', '07', 'SCR-07', 'scr 7', 'Row 7', 'no. 7', ' 7 '])
      expect({ typed, ...readReference(typed) }).toEqual({ typed, ok: true, ref: 'SCR-07' })
    expect(readReference('112')).toEqual({ ok: true, ref: 'SCR-112' })
  })

  it('refuses whatever could be a name', () => {
    for (const typed of [
      'Primrose Inkwell',
      'P Inkwell',
      'Inkwell',
      'Smith 1',
      'PI7',
      'Tom-1',
      '7 Tom',
      'Łukasz',
      '0',
    ])
      expect({ typed, ...readReference(typed) }).toEqual({ typed, ok: false, why: 'words' })
  })

  it('refuses whatever could be a certificate number or a birthday', () => {
    for (const typed of ['001234567890', '12345', '01/09/1980', 'SCR-123456', '1 2 3 4 5 6'])
      expect({ typed, ...readReference(typed) }).toEqual({ typed, ok: false, why: 'long-number' })
  })

  it('keeps no row whose reference is anything else, and has no text field at all', () => {
    expect(scrRowRecord.read({ ...rowOf(1), type: 'scr-row', v: 1, ref: 'Primrose' }).ok).toBe(
      false,
    )
    for (const { texts } of [spotCheckRecord, scrRowRecord, scrFixRecord, scrResultRecord])
      expect(texts).toEqual([])
  })
})

describe('a sample', () => {
  it('is 10 of 48 with at least one of each role group', () => {
    expect(peopleOf(check.people)).toBe(48)
    let turn = 0
    const drawn = drawSample(check.people, 10, () => (turn = (turn + 0.37) % 1))
    expect(drawn).toHaveLength(10)
    expect(new Set(drawn.map(({ group }) => group)).size).toBe(10)
  })

  it('never leaves a group out, never draws one twice, never goes past the last', () => {
    const people = fc.dictionary(fc.constantFrom(...ROLE_GROUPS), fc.integer({ min: 0, max: 30 }))
    const chance = fc.float({ min: 0, max: Math.fround(0.999), noNaN: true })
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: 0, max: 60 }),
        fc.infiniteStream(chance),
        (all, wanted, chances) => {
          const drawn = drawSample(all, wanted, () => chances.next().value as number)
          const least = Math.max(fewest(all), wanted)
          expect(drawn).toHaveLength(Math.min(least, peopleOf(all)))
          expect(new Set(drawn.map(({ group, place }) => `${group} ${place}`)).size).toBe(
            drawn.length,
          )
          expect(new Set(drawn.map(({ group }) => group)).size).toBe(fewest(all))
          for (const { group, place } of drawn) expect(place).toBeLessThanOrEqual(all[group] ?? 0)
        },
      ),
    )
  })

  it('gives everybody of a group the same chance', () => {
    const hits = new Map<number, number>()
    for (let turn = 0; turn < 400; turn++)
      for (const { place } of drawSample({ ta: 4 }, 1, () => (turn % 4) / 4))
        hits.set(place, (hits.get(place) ?? 0) + 1)
    expect([...hits.values()]).toEqual([100, 100, 100, 100])
  })
})

describe('C43: errors of the record', () => {
  it('are a missing check, a missing date and a date in the future: fixture 16', () => {
    expect(
      errorsOf(tenRows, check).map(({ row, column, kind }) => [row.ref, column, kind]),
    ).toEqual([
      ['SCR-03', 'section_128', 'check_missing'],
      ['SCR-06', 'enhanced_dbs', 'date_missing'],
      ['SCR-08', 'right_to_work', 'date_in_future'],
    ])
    expect(resultOf(check, tenRows, [])).toMatchObject({ rows: 10, people: 48, clean: 7 })
  })

  it('are not made by what does not apply, nor by the day of the check itself', () => {
    expect(errorsOf([rowOf(1, { overseas: ['n/a', ''], identity: ['yes', DATE] })], check)).toEqual(
      [],
    )
  })

  it('wait where two people put different things: the cell is open, both answers stand (C55)', () => {
    const both = rowOf(
      1,
      {},
      { identity: [...said('yes'), { value: 'no', device: 'phone', at: 2 }] },
    )
    expect(errorsOf([both], check)).toEqual([])
    expect(finishNeeds([both])).toEqual(['SCR-01: 1 of 8 still to answer.'])
    expect(both.identity).toHaveLength(2)
  })
})

describe('finishing', () => {
  it('waits for every cell, and for a reference that is there twice', () => {
    expect(finishNeeds([])).toHaveLength(1)
    expect(finishNeeds(tenRows)).toEqual([])
    const twice = [rowOf(1), { ...rowOf(2), ref: 'SCR-01' }]
    expect(doubled(twice)).toEqual(['SCR-01'])
    expect(finishNeeds(twice)).toHaveLength(1)
  })

  it('counts rows that stand, in the order of their numbers', () => {
    const rows = [rowOf(112), rowOf(9), rowOf(10), rowOf(3, {}, { removedAt: 4 })]
    expect(rowsOf(rows, 'c1').map(({ ref }) => ref)).toEqual(['SCR-09', 'SCR-10', 'SCR-112'])
  })
})

describe('an error that was put right', () => {
  it('is said by somebody else than who found it, and seen by Compliance, never by who put it right', () => {
    expect(maySayFixed(check, 'p09')).toBe(false)
    expect(maySayFixed(check, 'p18')).toBe(true)
    const said = fix('row3', 'section_128')
    expect(maySayVerified(said, 'p18', true)).toBe(false)
    expect(maySayVerified(said, 'p03', false)).toBe(false)
    expect(maySayVerified(said, 'p09', true)).toBe(true)
  })

  it('counts once though two devices said it, and keeps that it was seen', () => {
    const fixes = [
      fix('row3', 'section_128'),
      fix('row3', 'section_128', { id: 'f2', madeAt: 9, verifiedBy: 'p09', verifiedAt: 10 }),
      fix('row6', 'enhanced_dbs', { removedAt: 7 }),
    ]
    const [first] = errorsOf(tenRows, check)
    expect(first && fixOf(fixes, first)?.id).toBe('f2')
    expect(resultOf(check, tenRows, fixes)).toMatchObject({ fixed: 1, verified: 1 })
  })
})

describe('the result for those who see only the result', () => {
  const counts = resultOf(check, tenRows, [fix('row3', 'section_128')])

  it('is counts in words, and no row, reference or group', () => {
    expect(sayResult(counts)).toEqual([
      '10 of 48 people looked at: 7 without an error.',
      '3 errors: 1 check is missing, 1 date is missing, 1 date lies in the future.',
      'Put right: 1 of 3. Looked at again: 0 of 3.',
    ])
    expect(JSON.stringify(counts)).not.toMatch(/SCR-|row\d|teacher/)
    expect(sayResult(resultOf(check, [rowOf(1)], []))[1]).toBe('No errors.')
  })

  it('is the one written last, where two devices finished', () => {
    const written = { ...counts, id: 'a', by: 'p09', madeAt: 1 }
    const later = { ...written, id: 'b', fixed: 3, madeAt: 2 }
    const other = { ...written, id: 'c', check: 'c2', date: '2026-12-01' }
    expect(resultsInOrder([later, written, other]).map(({ id }) => id)).toEqual(['c', 'b'])
  })
})
