// @vitest-environment jsdom
import { useState } from 'react'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ChoiceChips } from './choice-chips.tsx'
import { MultiChips } from './multi-chips.tsx'

afterEach(cleanup)

// jsdom has no CSS.escape, which the keyboard helper needs to find a radio's neighbours.
vi.stubGlobal('CSS', {
  escape: (text: string) => text.replaceAll(/[^\w-]/g, (sign) => `\\${sign}`),
})

const options = [
  { value: 'seen', label: 'Seen' },
  { value: 'heard', label: 'Heard' },
  { value: 'read', label: 'Read' },
]

function One({ clearable = true }: { clearable?: boolean }) {
  const [value, setValue] = useState<string | null>('seen')
  return (
    <ChoiceChips
      label="How do you know?"
      options={options}
      value={value}
      onChange={setValue}
      clearable={clearable}
    />
  )
}

function Some() {
  const [values, setValues] = useState<string[]>([])
  return (
    <MultiChips label="How do you know?" options={options} values={values} onChange={setValues} />
  )
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })

describe('choice chips', () => {
  it('belong to a group with its question as the name', () => {
    render(<One />)
    expect(screen.getByRole('group', { name: 'How do you know?' })).toBeDefined()
  })

  it('move with the arrow keys', async () => {
    render(<One />)
    await userEvent.tab()
    expect(document.activeElement).toBe(radio('Seen'))
    await userEvent.keyboard('{ArrowRight}')
    expect(radio('Heard').checked).toBe(true)
  })

  it('are cleared by Delete', async () => {
    render(<One />)
    await userEvent.tab()
    await userEvent.keyboard('{Delete}')
    expect(radio('Seen').checked).toBe(false)
  })

  it('are cleared by touching the chosen one again', async () => {
    render(<One />)
    await userEvent.click(radio('Seen'))
    expect(radio('Seen').checked).toBe(false)
    await userEvent.click(radio('Read'))
    expect(radio('Read').checked).toBe(true)
  })

  it('keep the choice when it may not be cleared', async () => {
    render(<One clearable={false} />)
    await userEvent.click(radio('Seen'))
    expect(radio('Seen').checked).toBe(true)
  })
})

describe('multi chips', () => {
  it('turn on and off with Space and move with the arrows', async () => {
    render(<Some />)
    await userEvent.tab()
    await userEvent.keyboard(' {ArrowLeft} ')
    expect([box('Seen').checked, box('Heard').checked, box('Read').checked]).toEqual([
      true,
      false,
      true,
    ])
    await userEvent.keyboard(' ')
    expect(box('Read').checked).toBe(false)
  })
})
