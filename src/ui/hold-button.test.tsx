// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HoldButton } from './hold-button.tsx'
import { UiProvider } from './provider.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function shown() {
  const held = vi.fn<() => void>()
  render(
    <UiProvider>
      <HoldButton question="Pass for 4 questions?" yes="Yes, all pass" onHeld={held}>
        All pass here
      </HoldButton>
    </UiProvider>,
  )
  return { held, button: screen.getByRole('button', { name: /^All pass here/ }) }
}
const wait = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms)
  })

describe('a button that is held', () => {
  it('does it after two seconds, not before, and once', () => {
    const { held, button } = shown()
    fireEvent.pointerDown(button)
    wait(1900)
    expect(held).not.toHaveBeenCalled()
    expect(button.textContent).toContain('Keep holding')
    wait(200)
    fireEvent.pointerUp(button)
    fireEvent.click(button)
    expect(held).toHaveBeenCalledTimes(1)
    expect(screen.queryByText('Pass for 4 questions?')).toBeNull()
  })

  it('does nothing when it is let go, and asks those who cannot hold', () => {
    const { held, button } = shown()
    fireEvent.pointerDown(button)
    wait(400)
    fireEvent.pointerUp(button)
    fireEvent.click(button)
    wait(5000)
    expect(held).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Yes, all pass' }))
    expect(held).toHaveBeenCalledTimes(1)
  })

  it.each(['Enter', ' '])('is held by the key "%s" as well', (key) => {
    const { held, button } = shown()
    fireEvent.keyDown(button, { key })
    wait(1000)
    fireEvent.keyDown(button, { key, repeat: true })
    wait(1100)
    fireEvent.keyUp(button, { key })
    expect(held).toHaveBeenCalledTimes(1)
    fireEvent.keyDown(button, { key })
    wait(300)
    fireEvent.keyUp(button, { key })
    wait(5000)
    expect(held).toHaveBeenCalledTimes(1)
    expect(screen.getByText('Pass for 4 questions?')).toBeDefined()
  })
})
