import { describe, expect, it } from 'vitest'
import { gradesApart, raisesTarget, toleranceOf } from './tolerance.ts'
import type { Scale } from './scales.ts'

const of = (scale: Scale, current: string | null, projected: string | null, evidence = '') => ({
  scale,
  current,
  projected,
  evidence,
})

describe('tolerance between current and projected', () => {
  it('C31: within the trust’s limit nothing is asked, in either direction', () => {
    expect(toleranceOf(of('9-1', '4', '5'))).toEqual({ kind: 'within' })
    expect(toleranceOf(of('9-1', '5', '4'))).toEqual({ kind: 'within' })
    expect(toleranceOf(of('9-1', '4', '6'), 2)).toEqual({ kind: 'within' })
    expect(toleranceOf(of('9-1', 'U', '1'))).toEqual({ kind: 'within' })
  })

  it('C31: outside it evidence is asked for, and blanks are none', () => {
    expect(toleranceOf(of('9-1', '3', '6'))).toEqual({
      kind: 'outside',
      apart: 3,
      evidenced: false,
    })
    expect(toleranceOf(of('wt-gd', 'GD', 'WT+', '  '))).toMatchObject({
      apart: -3,
      evidenced: false,
    })
    expect(toleranceOf(of('wt-gd', 'WT', 'EX', 'Mock of 9 March'))).toMatchObject({
      evidenced: true,
    })
  })

  it('C49: a label of another scale is never compared', () => {
    expect(gradesApart('9-1', '4', 'EX')).toBeNull()
    expect(toleranceOf(of('9-1', '4', 'GD'))).toEqual({ kind: 'unknown' })
    expect(toleranceOf(of('9-1', null, '5'))).toEqual({ kind: 'unknown' })
    expect(toleranceOf(of('judgement', '100', 'EXS'))).toEqual({ kind: 'unknown' })
  })

  it('C32: above target at two assessment points in a row, the newest, raises it', () => {
    expect(raisesTarget('9-1', '5', ['4', '6', '6'])).toBe(true)
    expect(raisesTarget('9-1', '5', ['6', '6', '5'])).toBe(false)
    expect(raisesTarget('9-1', '5', ['6', null, '6'])).toBe(false)
    expect(raisesTarget('9-1', '5', ['6'])).toBe(false)
    expect(raisesTarget('wt-gd', 'EX', ['EX+', 'GD'])).toBe(true)
    expect(raisesTarget('wt-gd', 'EX', ['6', '7'])).toBe(false)
    expect(raisesTarget('9-1', null, ['6', '7'])).toBe(false)
  })
})
