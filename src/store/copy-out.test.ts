import { describe, expect, it } from 'vitest'
import { rowHash } from '../crdt/hash.ts'
import { compareMark } from './canary.ts'
import { copyIn, copyOut } from './copy-out.ts'
import type { JournalRow } from './ports.ts'

const row = (n: number): JournalRow => {
  const base = {
    id: n.toString(16).padStart(32, '0'),
    doc: 'review/r/notes/p04',
    bytes: new Uint8Array([n, 255, 0]),
  }
  return {
    ...base,
    n,
    hash: new Uint8Array(rowHash(base)),
    device: 'd'.repeat(32),
    madeAt: n,
    signature: new Uint8Array(64).fill(n),
    state: 'unsent',
    reason: null,
  }
}
const who = { person: 'p04', name: 'Rufus Candlestick' }

describe('a copy of unsent work', () => {
  it('S7 comes back as it went out', () => {
    const read = copyIn(copyOut(who, [row(1), row(2)], 5), 'p04')
    expect(read).toEqual({
      ok: true,
      value: {
        damaged: 0,
        rows: [row(1), row(2)].map(({ id, doc, device, hash, madeAt, bytes, signature }) => ({
          id,
          doc,
          device,
          hash,
          madeAt,
          bytes,
          signature,
        })),
      },
    })
  })
  it('S7 is not for another person, and says whose it is', () => {
    expect(copyIn(copyOut(who, [row(1)], 5), 'p05')).toEqual({
      ok: false,
      error: { otherPerson: 'Rufus Candlestick' },
    })
  })
  it('S7 brings in whole rows and counts damaged ones', () => {
    const text = copyOut(who, [row(1), row(2)], 5).replace('"Av8A"', '"Av8B"')
    expect(copyIn(text, 'p04')).toMatchObject({
      ok: true,
      value: { damaged: 1, rows: [{ madeAt: 1 }] },
    })
  })
  it.each(['', '{}', 'name,mark\n1,2', '[1,2]'])('S7 a wrong file (%j) is told apart', (text) => {
    expect(copyIn(text, 'p04')).toEqual({ ok: false, error: 'not-a-copy' })
  })
  it('S7 a file of a newer app is told apart', () => {
    const text = copyOut(who, [], 5).replace('"version": 1', '"version": 2')
    expect(copyIn(text, 'p04')).toEqual({ ok: false, error: 'newer' })
  })
})

describe('T11 the mark beside the database', () => {
  const mark = { device: 'd', high: 52, unsent: 3 }
  it('notices rows that the database no longer has', () => {
    expect(compareMark(mark, { high: 24 })).toEqual({ kind: 'rows', rows: 28, unsent: 3 })
    expect(compareMark(mark, { high: 51 })).toEqual({ kind: 'rows', rows: 1, unsent: 1 })
  })
  it('has nothing to say of a whole database or a first start', () => {
    expect(compareMark(mark, { high: 52 })).toEqual({ kind: 'nothing' })
    expect(compareMark(null, { high: 0 })).toEqual({ kind: 'nothing' })
  })
})
