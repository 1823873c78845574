// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { HERE } from '../../../../test/helpers/planning-desk.tsx'
import { qlaDesk, showAt, YEAR } from '../../../../test/helpers/qla-desk.tsx'
import { gradeRecord } from '../../../domain/qla/grades.ts'
import { sittingPupilRecord, sittingRecord } from '../../../domain/qla/sitting.ts'
import BelowScreen from './below-screen.tsx'

afterEach(cleanup)

type Grades = readonly [current: string, target: string]
const PUPILS = [
  ['X-1', 'Moss', 'Marblebag'],
  ['X-2', 'Fern', 'Featherstool'],
] as const

/** A paper of each subject, with what two pupils have and should have. */
async function open(subjects: Readonly<Record<string, readonly [Grades, Grades]>>) {
  const desk = await qlaDesk('p03', 'Head')
  for (const [subject, grades] of Object.entries(subjects)) {
    const doc = `qla/${HERE}/${YEAR}/p12-alder-${subject.toLowerCase()}`
    await desk.put(doc, sittingRecord, `sitting ${subject}`, { subject, on: '2026-11-17' })
    for (const [n, [localId, first, last]] of PUPILS.entries()) {
      const pupil = { key: String(n), n, localId, first, last }
      await desk.put(doc, sittingPupilRecord, `pupil ${subject} ${n}`, pupil)
      const [current, target] = grades[n] ?? []
      const grade = { pupil: String(n), scale: 'wt-gd', current, target }
      await desk.put(doc, gradeRecord, `grade ${subject} ${n}`, grade)
    }
  }
  await showAt(desk, '/qla/below-target', { '/qla/below-target': BelowScreen })
  await screen.findByRole('heading', { level: 1, name: 'Below target' })
}

describe('pupils below target', () => {
  it('lists who is well below, first whoever is in several subjects, for RAP and not for one subject', async () => {
    await open({
      Science: [
        ['EX', 'GD+'],
        ['WT', 'GD'],
      ],
      Maths: [
        ['EX', 'EX+'],
        ['WT', 'EX'],
      ],
    })
    const table = within(screen.getByRole('region', { name: 'Pupils below target' }))
    const rows = table.getAllByRole('rowheader').map((head) => head.closest('tr'))
    expect(rows.map((row) => row?.cells[0]?.textContent)).toEqual([
      'Fern Featherstool',
      'Moss Marblebag',
    ])
    expect(rows.map((row) => row?.cells[1]?.textContent)).toEqual([
      'RAP: 2 subjects',
      'Intervention',
    ])
    // One grade under the target in maths is not well below it.
    expect(rows[1]?.cells[2]?.textContent).toBe('Science: EX, target GD+')
  })

  it('with nobody well below says what that means, and leads on', async () => {
    await open({
      Science: [
        ['EX', 'EX+'],
        ['GD', 'GD'],
      ],
    })
    expect(screen.getByText('Nobody is well below target')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'See the papers sat' })).toBeTruthy()
  })
})
