import { describe, expect, it } from 'vitest'
import { MARK_LENGTH, readMark, typedMark, withStroke } from '../paper.ts'
import { signatureRecord, signaturesOf } from './signature.ts'

const given = {
  id: 's1',
  type: 'signature',
  v: 1,
  run: 'r1',
  name: 'Fergus Tickbox',
  role: 'Site manager',
  image: 'M10 20L30 40',
  by: 'p13',
  madeAt: 5,
}

describe('a mark', () => {
  it('is kept in one box whatever the screen was', () => {
    const onPhone = withStroke(
      '',
      [
        { x: 0, y: 0 },
        { x: 150, y: 50 },
      ],
      300,
    )
    const onTablet = withStroke(
      '',
      [
        { x: 0, y: 0 },
        { x: 300, y: 100 },
      ],
      600,
    )
    expect(onPhone).toBe('M0 0L300 100')
    expect(onTablet).toBe(onPhone)
  })

  it('takes stroke after stroke, and a dot', () => {
    const dotted = withStroke('M1 2L3 4', [{ x: 7, y: 8 }], 600)
    expect(dotted).toBe('M1 2L3 4M7 8L7 8')
    expect(readMark(dotted)).toEqual({ kind: 'drawn', path: dotted })
  })

  it('stays inside the box when the pen leaves it', () => {
    expect(withStroke('', [{ x: -9, y: 900 }], 600)).toBe('M0 200L0 200')
  })

  it('takes no more strokes once it is full, and keeps those it has', () => {
    const full = `M0 0${'L100 100'.repeat(MARK_LENGTH / 8 - 1)}`
    expect(readMark(full)?.kind).toBe('drawn')
    expect(withStroke(full, [{ x: 1, y: 1 }], 600)).toBe(full)
  })

  it('may be a name that was typed; a stroke after it begins anew', () => {
    expect(readMark(typedMark('Fergus Tickbox'))).toEqual({ kind: 'typed', name: 'Fergus Tickbox' })
    expect(typedMark('  ')).toBe('')
    expect(withStroke(typedMark('Fergus'), [{ x: 1, y: 1 }], 600)).toBe('M1 1L1 1')
  })

  it('is nothing else: no markup gets in', () => {
    expect(readMark('')).toBeNull()
    expect(readMark('<svg onload="alert(1)">')).toBeNull()
    expect(readMark('M1 2"/><script>')).toBeNull()
  })
})

describe('a signature', () => {
  it('is read back as it was given, and refused without a mark', () => {
    expect(signatureRecord.read(given)).toMatchObject({
      ok: true,
      value: { image: 'M10 20L30 40' },
    })
    expect(signatureRecord.read({ ...given, image: '<svg/>' }).ok).toBe(false)
  })

  it('stands under its run until it is taken back, the first given first', () => {
    const read = (more: object) => {
      const found = signatureRecord.read({ ...given, ...more })
      if (!found.ok) throw new Error('not read')
      return found.value
    }
    const all = [
      read({ id: 's3', madeAt: 9 }),
      read({}),
      read({ id: 's2', removedAt: 7 }),
      read({ id: 's4', run: 'r2' }),
    ]
    expect(signaturesOf(all, 'r1').map(({ id }) => id)).toEqual(['s1', 's3'])
  })
})
