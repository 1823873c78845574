import { expect, it } from 'vitest'
import { roomForPhotos } from './use-room.ts'

it('T12 says for how many photos there is room, and keeps the room of words out of it', () => {
  expect(roomForPhotos({ quota: 2_000_000_000, usage: 0 }, [])).toBe(2854)
  expect(roomForPhotos({ quota: 100_000_000, usage: 0 }, [100_000, 300_000])).toBe(245)
  expect(roomForPhotos({ quota: 3_000_000, usage: 2_000_000 }, [])).toBe(0)
  expect(roomForPhotos({}, [])).toBeNull()
})
