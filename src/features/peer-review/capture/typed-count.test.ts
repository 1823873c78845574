import { describe, expect, it } from 'vitest'
import { noteRecord } from '../../../domain/peer-review/note.ts'
import { readCount } from './typed-count.ts'

describe('a count in two boxes', () => {
  it('is kept once both numbers are there', () => {
    const read = readCount({ n: ' 26', of: '28 ' })
    expect(read).toEqual({ ok: true, value: { n: 26, of: 28 } })
    const raw = { type: 'note', id: 'n', by: 'p', madeAt: 1, count: read.ok ? read.value : null }
    expect(noteRecord.read(raw)).toMatchObject({ ok: true, value: { count: { n: 26, of: 28 } } })
  })

  it('is none when both are empty, and may be 0 of some', () => {
    expect(readCount({ n: '', of: ' ' })).toEqual({ ok: true, value: null })
    expect(readCount({ n: '0', of: '6' })).toEqual({ ok: true, value: { n: 0, of: 6 } })
  })

  it.each([
    ['26', ''],
    ['', '28'],
    ['29', '28'],
    ['0', '0'],
    ['2.5', '3'],
    ['-1', '3'],
    ['about 3', '9'],
    ['12345', '99999'],
  ])('is not made of %j and %j', (n, of) => {
    expect(readCount({ n, of }).ok).toBe(false)
  })
})
