// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TimetableBoard } from './timetable-board.tsx'
import type { Lane, Slot, Spot, TimetableCell } from './timetable-types.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const slots: Slot[] = [
  { id: 's1', start: '08:15', end: '08:45', title: 'Briefing' },
  { id: 's2', start: '09:15', end: '10:15', title: 'Lessons', warning: '1 without a group' },
  { id: 's3', start: '10:15', end: '10:45', title: 'Break' },
]
const lanes: Lane[] = [
  { id: 'A', label: 'Group A', pattern: 'solid' },
  { id: 'B', label: 'Group B', pattern: 'stripe' },
  { id: 'C', label: 'Group C', pattern: 'dots' },
]
const cells: TimetableCell[] = [
  { id: 'g1', slot: 's1', lanes: 'all', title: 'Welcome' },
  { id: 'g2', slot: 's2', lanes: ['A'], title: 'Year 3', people: [{ id: 'p1', name: 'Rufus' }] },
  { id: 'g3', slot: 's2', lanes: ['B'], title: 'Year 4', warning: 'Third visit' },
  { id: 'g4', slot: 's3', lanes: ['C'], title: 'Playground' },
]

function Board({ onMove = () => undefined }: { onMove?: () => void }) {
  const [picked, setPicked] = useState<Spot | null>(null)
  return (
    <>
      <TimetableBoard
        caption="Tuesday 17 November"
        slots={slots}
        lanes={lanes}
        cells={cells}
        picked={picked}
        onPick={setPicked}
        onMove={onMove}
        editor={picked ? <input aria-label={`Edit ${picked.kind} ${picked.slot}`} /> : undefined}
      />
      <button type="button" onClick={() => setPicked(null)}>
        Close
      </button>
    </>
  )
}

const focused = () => document.activeElement?.textContent

describe('the board by keyboard', () => {
  it('is one stop of Tab; arrows go from cell to cell, also under wide ones', async () => {
    render(<Board />)
    await userEvent.tab()
    expect(focused()).toContain('08:15–08:45')
    const way: [string, string][] = [
      ['{ArrowRight}', 'Welcome'],
      ['{ArrowRight}', 'Welcome'],
      ['{ArrowDown}', 'Year 3'],
      ['{ArrowRight}', 'Year 4'],
      ['{ArrowRight}', 'Free, 09:15, Group C'],
      ['{ArrowDown}', 'Playground'],
      ['{Home}', '10:15–10:45Break'],
      ['{ArrowUp}', '09:15–10:15Lessons'],
      ['{End}', 'Free, 09:15, Group C'],
      ['{ArrowUp}', 'Welcome'],
      ['{ArrowLeft}', '08:15–08:45Briefing'],
      ['{ArrowUp}', '08:15–08:45Briefing'],
    ]
    for (const [key, lands] of way) {
      await userEvent.keyboard(key)
      expect(focused()).toBe(lands)
    }
    await userEvent.tab()
    expect(focused()).toBe('Close')
  })

  it('opens with Enter under its row, and gives focus back when it closes', async () => {
    render(<Board />)
    act(() => screen.getByRole('button', { name: 'Year 4' }).focus())
    await userEvent.keyboard('{Enter}')
    const cell = screen.getByRole('button', { name: 'Year 4' })
    expect(cell.getAttribute('aria-expanded')).toBe('true')
    const box = screen.getByRole('textbox', { name: 'Edit cell s2' })
    expect(box.closest('tr')?.previousElementSibling).toBe(cell.closest('tr'))
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(focused()).toBe('Year 4')
  })

  it('leaves arrows to the fields of the editor', async () => {
    render(<Board />)
    await userEvent.click(screen.getByRole('button', { name: 'Year 3' }))
    const box = screen.getByRole('textbox')
    await userEvent.type(box, 'ab{ArrowLeft}c')
    expect(document.activeElement).toBe(box)
    expect((box as HTMLInputElement).value).toBe('acb')
  })
})

describe('the board', () => {
  it('is a grid with names, marks and warnings in words', () => {
    render(<Board />)
    const grid = screen.getByRole('grid', { name: 'Tuesday 17 November' })
    const row = within(grid).getByRole('row', { name: /09:15–10:15/ })
    expect(within(row).getByText('1 without a group')).toBeDefined()
    expect(within(row).getByRole('cell', { name: /Year 3.*Rufus/ })).toBeDefined()
    expect(within(row).getByRole('cell', { name: /Year 4.*Third visit/ })).toBeDefined()
  })

  it('opens what a name stands in when the name is only touched', async () => {
    const onMove = vi.fn<() => void>()
    render(<Board onMove={onMove} />)
    // jsdom knows no captured pointers.
    HTMLElement.prototype.setPointerCapture = () => undefined
    await userEvent.click(screen.getByText('Rufus'))
    expect(screen.getByRole('textbox', { name: 'Edit cell s2' })).toBeDefined()
    expect(onMove).not.toHaveBeenCalled()
  })

  it('takes a name that is dragged to another cell there', async () => {
    const onMove = vi.fn<() => void>()
    render(<Board onMove={onMove} />)
    HTMLElement.prototype.setPointerCapture = () => undefined
    const target = screen.getByText('Year 4')
    document.elementFromPoint = () => target
    await userEvent.pointer([
      { keys: '[MouseLeft>]', target: screen.getByText('Rufus'), coords: { x: 5, y: 5 } },
      { target, coords: { x: 90, y: 5 } },
      { keys: '[/MouseLeft]', target },
    ])
    expect(onMove).toHaveBeenCalledWith('p1', 'g2', 'g3')
  })

  it('on a phone is a list with the same ways in', async () => {
    vi.stubGlobal('matchMedia', () => ({
      matches: true,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }))
    render(<Board />)
    expect(screen.queryByRole('grid')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Group A: free' }))
    const box = screen.getByRole('textbox', { name: 'Edit free s3' })
    expect(box.closest('li')?.textContent).toContain('10:15–10:45')
  })
})
