import { describe, expect, it } from 'vitest'
import { boundariesTable, itemsTable, pupilsTable, splitQuestion } from './tables.ts'

const read = <R>(
  job: {
    guess(rows: string[][]): { headings: number; mapping: Readonly<Record<string, number | null>> }
  } & {
    read(rows: string[][], headings: number, mapping: Readonly<Record<string, number | null>>): R
  },
  rows: string[][],
): R => {
  const { headings, mapping } = job.guess(rows)
  return job.read(rows, headings, mapping)
}

describe('a paper brought in', () => {
  it('takes questions by whatever a spreadsheet calls its columns', () => {
    const { good, bad } = read(itemsTable, [
      ['My paper'],
      ['Q', 'Max', 'Topic', 'AO', 'Year', 'Tier'],
      ['1a', '2', 'Surds', 'AO1', 'Year 9', 'Expected'],
      ['1b', '9', 'Surds', 'AO1', '', ''],
      ['1a', '1', '', '', '', ''],
    ])
    expect(good.map(({ value }) => value)).toEqual([
      {
        q: '1a',
        part: '',
        max: 2,
        kind: 'Surds',
        code: 'AO1',
        strand: '',
        fromYear: 9,
        tier: 'EX',
      },
    ])
    expect(bad.map(({ faults }) => faults[0]?.words)).toEqual([
      'Marks: “9” is not between 1 and 8.',
      'The same as row 3.',
    ])
  })

  it.each([
    ['12b', '12', 'b'],
    ['Q7', '7', ''],
    ['3(a)(ii)', '3', '(a)(ii)'],
    ['3(c)', '3', 'c'],
    ['Spelling', 'Spelling', ''],
  ])('%s is question %s, part %s', (typed, q, part) => {
    expect(splitQuestion({ q: typed, part: '' })).toEqual({ q, part })
  })
})

describe('pupils brought in', () => {
  it('reads codes and words, and gives back what it cannot read', () => {
    const { good, bad } = read(pupilsTable, [
      [
        'Adno',
        'Forename',
        'Surname',
        'UPN',
        'NC year',
        'PP',
        'SEN status',
        'EAL',
        'KS2 band',
        'Test code',
      ],
      ['1', 'Ivy', 'Inglenook', 'a99920011910x', 'Y6', 'yes', 'K', 'N', 'High', 'A'],
      ['2', 'Larch', 'Lampwick', '', 'R', '', '', '', '', ''],
      ['3', 'Coral', 'Coalscuttle', '12', '6', 'maybe', 'Z', 'N', 'H', 'Q'],
    ])
    expect(good.map(({ value }) => value)).toMatchObject([
      {
        upn: 'A99920011910X',
        localId: '1',
        yearGroup: 6,
        ppg: true,
        sen: 'K',
        prior: 'H',
        status: 'absent',
      },
      { upn: '', localId: '2', yearGroup: 0, ppg: false, sen: 'N', prior: '', status: 'sat' },
    ])
    expect(bad.map(({ faults }) => faults.map(({ field }) => field))).toEqual([
      ['upn', 'ppg', 'sen', 'status'],
    ])
  })
})

describe('boundaries brought in', () => {
  it('takes a label and the fewest marks for it, once', () => {
    const { good, bad } = read(boundariesTable, [
      ['Grade', 'Min'],
      ['9', '209'],
      ['9', '200'],
      ['8', 'x'],
    ])
    expect(good.map(({ value }) => value)).toEqual([{ label: '9', min: 209 }])
    expect(bad).toHaveLength(2)
  })
})
