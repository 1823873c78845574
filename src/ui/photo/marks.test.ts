import { describe, expect, it } from 'vitest'
import { boxOf, markAt, markDrawn, moved, scaled } from './marks.ts'

const size = { width: 1000, height: 800 }

describe('marks on a picture', () => {
  it('are drawn from any corner to any other', () => {
    const mark = markDrawn('blur', { x: 300, y: 200 }, { x: 100, y: 50 }, size)
    expect(boxOf(mark)).toEqual({ x: 100, y: 50, width: 200, height: 150 })
  })
  it('are of the usual size after a tap', () => {
    const tap = { x: 500, y: 400 }
    expect(boxOf(markDrawn('circle', tap, tap, size))).toEqual({
      x: 400,
      y: 300,
      width: 200,
      height: 200,
    })
  })
  it('stay on the picture, moved or made larger', () => {
    const mark = markAt('blur', { x: 500, y: 400 }, size)
    expect(boxOf(moved(mark, { x: 5000, y: -5000 }, size))).toEqual({
      x: 800,
      y: 0,
      width: 200,
      height: 200,
    })
    expect(boxOf(scaled(mark, 100, size))).toEqual({ x: 0, y: 0, width: 1000, height: 800 })
  })
  it('keep the way an arrow points', () => {
    const arrow = markDrawn('arrow', { x: 600, y: 600 }, { x: 400, y: 200 }, size)
    const { from, to } = scaled(moved(arrow, { x: 10, y: 10 }, size), 0.5, size)
    expect(to.x).toBeLessThan(from.x)
    expect(to.y).toBeLessThan(from.y)
  })
})
