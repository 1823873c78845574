import { describe, expect, it } from 'vitest'
import { belowTarget, type Standing } from './rap.ts'

const inMaths = (pupil: string, current: string, target: string): Standing => ({
  pupil,
  subject: 'Maths',
  scale: '9-1',
  current,
  target,
})
const inHistory = (pupil: string, current: string, target: string): Standing => ({
  pupil,
  subject: 'History',
  scale: 'wt-gd',
  current,
  target,
})

describe('pupils well below target', () => {
  it('one subject is for the subject, several are for the raising achievement meeting', () => {
    const found = belowTarget(
      [
        inMaths('Y9-01', '3', '5'),
        inMaths('Y9-02', '2', '6'),
        inHistory('Y9-02', 'WT', 'EX'),
        inMaths('Y9-03', '4', '5'),
        inHistory('Y9-04', 'GD', 'EX'),
      ],
      2,
    )
    expect(found).toEqual([
      {
        pupil: 'Y9-02',
        for: 'rap',
        subjects: [
          { subject: 'Maths', current: '2', target: '6', below: 4 },
          { subject: 'History', current: 'WT', target: 'EX', below: 2 },
        ],
      },
      {
        pupil: 'Y9-01',
        for: 'intervention',
        subjects: [{ subject: 'Maths', current: '3', target: '5', below: 2 }],
      },
    ])
  })

  it('how far is well below is the trust’s own number', () => {
    const rows = [inMaths('Y9-01', '3', '5'), inMaths('Y9-02', '4', '5')]
    expect(belowTarget(rows, 1).map(({ pupil }) => pupil)).toEqual(['Y9-01', 'Y9-02'])
    expect(belowTarget(rows, 3)).toEqual([])
  })

  it('C49: a grade of another scale puts nobody on the list', () => {
    expect(belowTarget([inMaths('Y9-01', 'WT', '7'), inMaths('Y9-02', '1', '')], 2)).toEqual([])
  })
})
