// @vitest-environment jsdom
import { useState } from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SignatureLine, SignatureShown } from './signature.tsx'

// jsdom draws nothing; that a finger leaves a line is shown in the browser (scr.spec.ts).
beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    clearRect: () => {},
    fillRect: () => {},
    beginPath: () => {},
  } as unknown as null)
})

function Line({ start = '' }: { start?: string }) {
  const [value, setValue] = useState(start)
  return (
    <>
      <SignatureLine label="Signature of the site manager" value={value} onChange={setValue} />
      <output>{value}</output>
    </>
  )
}

const kept = () => screen.getByRole('status').textContent

describe('a signature line', () => {
  it('is signed and cleared by keyboard alone, with a typed name', async () => {
    const user = userEvent.setup()
    render(<Line />)
    expect(screen.getByRole('group', { name: 'Signature of the site manager' })).toBeDefined()
    await user.tab()
    await user.keyboard('{Enter}')
    await user.type(screen.getByRole('textbox', { name: 'Your name, typed by you' }), 'F Tickbox')
    expect(kept()).toBe('name:F Tickbox')
    await user.click(screen.getByRole('button', { name: 'Clear the signature' }))
    expect(kept()).toBe('')
  })

  it('says whether something is drawn, and clears it', async () => {
    render(<Line start="M1 2L3 4" />)
    const name = 'Signature of the site manager: '
    expect(screen.getByRole('img', { name: `${name}signed` })).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Clear the signature' }))
    expect(screen.getByRole('img', { name: `${name}nothing drawn yet` })).toBeDefined()
    expect(kept()).toBe('')
  })

  it('is shown to readers with whose it is', () => {
    render(<SignatureShown mark="M1 2L3 4" name="Fergus Tickbox" />)
    expect(screen.getByRole('img', { name: 'Signature of Fergus Tickbox' })).toBeDefined()
  })
})
