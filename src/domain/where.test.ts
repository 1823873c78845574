import { describe, expect, it } from 'vitest'
import { type WhereFacts, whereIs } from './where.ts'

const calm: WhereFacts = {
  inMemory: 0,
  unsent: 0,
  refused: null,
  storage: 'ok',
  lost: 0,
  differing: 0,
  signedOut: false,
  checkedAt: null,
}

describe('C54 the four words for where work is', () => {
  it('says memory until the write is done, whatever else is true', () => {
    expect(whereIs({ ...calm, inMemory: 1, unsent: 3 })).toEqual({ at: 'memory' })
  })
  it('says device while a row has no ack', () => {
    expect(whereIs({ ...calm, unsent: 2, signedOut: true })).toEqual({
      at: 'device',
      unsent: 2,
      signedOut: true,
    })
  })
  it('says device while words are safe and photos are not', () => {
    const photos = { left: 3, all: 12 }
    expect(whereIs({ ...calm, photos, checkedAt: 7 })).toEqual({
      at: 'device',
      unsent: 0,
      signedOut: false,
      photos,
    })
    expect(whereIs({ ...calm, photos: { left: 0, all: 12 } }).at).toBe('trust')
  })
  it('says trust only when nothing is in memory and every row is acknowledged', () => {
    expect(whereIs(calm)).toEqual({ at: 'trust', checkedAt: null })
    expect(whereIs({ ...calm, checkedAt: 7 })).toEqual({ at: 'trust', checkedAt: 7 })
  })
  it.each([
    [{ storage: 'disk-full' as const }, { why: 'disk-full' }],
    [{ storage: 'storage-closed' as const }, { why: 'storage-closed' }],
    [{ lost: 4 }, { why: 'lost', count: 4 }],
    [
      { refused: { count: 1, reason: 'sealed' as const } },
      { why: 'refused', count: 1, reason: 'sealed' },
    ],
    [{ differing: 1 }, { why: 'differs', docs: 1 }],
  ])('is stuck rather than calm when %j', (facts, trouble) => {
    expect(whereIs({ ...calm, ...facts, inMemory: 1, unsent: 5 })).toEqual({
      at: 'stuck',
      trouble,
      unsent: 5,
    })
  })
})
