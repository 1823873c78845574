import { describe, expect, it } from 'vitest'
import { afterWrong, byThisClock, noTries, type Tries, waitLeft } from './tries.ts'

const wrongTimes = (times: number, at: number): Tries => {
  let tries = noTries
  for (let i = 0; i < times; i++) tries = afterWrong(tries, at)
  return tries
}

describe('V4 T25: wrong tries', () => {
  it('make each wait longer than the one before, up to a quarter of an hour', () => {
    const waits = Array.from({ length: 12 }, (_, n) => waitLeft(wrongTimes(n, 1000), 1000) / 1000)
    expect(waits).toEqual([0, 1, 2, 5, 15, 30, 60, 120, 240, 480, 900, 900])
  })
  it('are waited out by this clock', () => {
    const tries = wrongTimes(5, 1000)
    expect(waitLeft(tries, 1000 + 29_999)).toBe(1)
    expect(waitLeft(tries, 1000 + 30_000)).toBe(0)
  })
  it('cost no less, and no more than one wait, when the clock is set back', () => {
    const tries = wrongTimes(5, 1_000_000)
    expect(waitLeft(tries, 1000)).toBe(30_000)
    const now = byThisClock(tries, 1000)
    expect(waitLeft(now, 1000 + 30_000)).toBe(0)
  })
})
