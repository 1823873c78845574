import { describe, expect, it } from 'vitest'
import { gradesApart, raisesTarget, toleranceOf } from './tolerance.ts'

const NUMBERS = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
const KS3 = ['WT', 'WT+', 'EX', 'EX+', 'GD', 'GD+']
const of = (current: string, projected: string, evidence = '') => ({ current, projected, evidence })

describe('tolerance between current and projected', () => {
  it('C31: within the trust’s limit nothing is asked, in either direction', () => {
    expect(toleranceOf(NUMBERS, of('4', '5'))).toEqual({ kind: 'within' })
    expect(toleranceOf(NUMBERS, of('5', '4'))).toEqual({ kind: 'within' })
    expect(toleranceOf(NUMBERS, of('4', '6'), 2)).toEqual({ kind: 'within' })
  })

  it('C31: outside it evidence is asked for, and blanks are none', () => {
    expect(toleranceOf(NUMBERS, of('3', '6'))).toEqual({
      kind: 'outside',
      apart: 3,
      evidenced: false,
    })
    expect(toleranceOf(KS3, of('GD', 'WT+', '  '))).toMatchObject({ apart: -3, evidenced: false })
    expect(toleranceOf(KS3, of('WT', 'EX', 'Mock of 9 March'))).toMatchObject({ evidenced: true })
  })

  it('C49: grades of two scales are never compared', () => {
    expect(gradesApart(NUMBERS, '4', 'EX')).toBeNull()
    expect(toleranceOf(NUMBERS, of('4', 'GD'))).toEqual({ kind: 'unknown' })
    expect(toleranceOf(NUMBERS, of('', '5'))).toEqual({ kind: 'unknown' })
  })

  it('C32: above target at two assessment points in a row, the newest, raises it', () => {
    expect(raisesTarget(NUMBERS, '5', ['4', '6', '6'])).toBe(true)
    expect(raisesTarget(NUMBERS, '5', ['6', '6', '5'])).toBe(false)
    expect(raisesTarget(NUMBERS, '5', ['6', null, '6'])).toBe(false)
    expect(raisesTarget(NUMBERS, '5', ['6'])).toBe(false)
    expect(raisesTarget(KS3, 'EX', ['EX+', 'GD'])).toBe(true)
    expect(raisesTarget(KS3, 'EX', ['6', '7'])).toBe(false)
  })
})
