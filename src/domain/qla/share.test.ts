import { describe, expect, it } from 'vitest'
import { markShareRecord, type MarkShare, placesOf, sharesByPerson } from './share.ts'

const list = (...keys: string[]) => keys.map((key) => ({ key }))

const share = (fields: Partial<MarkShare>): MarkShare => {
  const read = markShareRecord.read({
    type: 'qla-share',
    id: 's1',
    by: 'p12',
    madeAt: 1,
    ...fields,
  })
  if (!read.ok) throw new Error(read.error.kind)
  return read.value
}

describe('marking split between several people', () => {
  it('is by question, by pupil or both, and the whole paper where nothing was said', () => {
    const pupils = list('0', '1', '2')
    const items = list('a', 'b', 'c', 'd')
    expect(placesOf(null, pupils, items)).toEqual({ pupils: [0, 2], items: [0, 3] })
    expect(placesOf(share({ firstItem: 'c' }), pupils, items)).toEqual({
      pupils: [0, 2],
      items: [2, 3],
    })
    expect(placesOf(share({ firstPupil: '2', lastPupil: '1' }), pupils, items).pupils).toEqual([
      1, 2,
    ])
    // A pupil who was taken out of the list leaves the rest of the share as it was.
    expect(placesOf(share({ firstPupil: '9', lastPupil: '1' }), pupils, items).pupils).toEqual([
      0, 1,
    ])
  })

  it('is what each person said last', () => {
    const shares = [
      share({ id: 's2', firstItem: 'b', madeAt: 5 }),
      share({ id: 's1', firstItem: 'a', madeAt: 9 }),
      share({ id: 's3', by: 'p23', madeAt: 2, removedAt: 3 }),
    ]
    expect([...sharesByPerson(shares).values()].map(({ id }) => id)).toEqual(['s1'])
  })
})
