import { describe, expect, it } from 'vitest'
import { isQuiet, isWriting, QUIET_MS } from './quiet.ts'

const calm = { now: 1_000_000, lastTyped: 0, path: '/reviews', inMemory: 0 }

describe('when a new version may be offered', () => {
  it('is between tasks', () => {
    expect(isQuiet(calm)).toBe(true)
  })
  it.each([
    ['somebody typed a moment ago', { lastTyped: calm.now - QUIET_MS + 1 }],
    ['words are not on the disk yet', { inMemory: 1 }],
    ['the shortcut to a note opens', { path: '/capture' }],
    ['a new note is open', { path: '/reviews/r-1/capture' }],
    ['a new note is open, address with a slash', { path: '/reviews/r-1/capture/' }],
    ['a note is open again', { path: '/reviews/r-1/notes/01ABC' }],
  ])('is not while %s', (_, change) => {
    expect(isQuiet({ ...calm, ...change })).toBe(false)
  })
  it('tells lists from cards that are written in', () => {
    expect(isWriting('/reviews/r-1/notes')).toBe(false)
    expect(isWriting('/reviews/capture')).toBe(false)
  })
})
