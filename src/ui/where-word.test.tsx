// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WhereLink, WhereWord } from './where-word.tsx'
import { sayWhere } from './where-words.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the word for where work is', () => {
  it.each([
    [sayWhere({ at: 'memory' }), 'Saving…'],
    [sayWhere({ at: 'device', count: 0 }), 'On this device'],
    [sayWhere({ at: 'device', count: 3 }), 'On this device: 3 to send'],
    [sayWhere({ at: 'trust', time: '10:42' }), 'Safe at the trust: 10:42'],
    [sayWhere({ at: 'stuck', why: 'Sign in again' }), 'Needs you: Sign in again'],
  ])('says its words, whatever the colour: %o', (words, said) => {
    const { container } = render(<WhereWord {...words} />)
    expect(container.textContent).toBe(said)
  })

  it('is the name of the link in the header', () => {
    render(<WhereLink to="/where" {...sayWhere({ at: 'device', count: 3 })} />)
    expect(screen.getByRole('link', { name: 'On this device: 3 to send' })).toBeDefined()
  })

  it('is said aloud once it has settled, not at every keystroke', () => {
    const { rerender } = render(<WhereWord live {...sayWhere({ at: 'memory' })} />)
    rerender(<WhereWord live {...sayWhere({ at: 'device', count: 1 })} />)
    act(() => {
      vi.advanceTimersByTime(300)
    })
    rerender(<WhereWord live {...sayWhere({ at: 'memory' })} />)
    act(() => {
      vi.advanceTimersByTime(5000)
    })
    expect(screen.getByRole('status').textContent).toBe('')
    rerender(<WhereWord live {...sayWhere({ at: 'device', count: 1 })} />)
    act(() => {
      vi.advanceTimersByTime(2000)
    })
    expect(screen.getByRole('status').textContent).toBe('On this device: 1 to send')
  })

  it('is said at once when it needs somebody', () => {
    render(<WhereWord live {...sayWhere({ at: 'stuck', why: 'Sign in again' })} />)
    act(() => {
      vi.advanceTimersByTime(0)
    })
    expect(screen.getByRole('status').textContent).toBe('Needs you: Sign in again')
  })
})
