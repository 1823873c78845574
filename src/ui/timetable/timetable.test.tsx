// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { spansOf } from './spans.ts'
import { Timetable } from './timetable.tsx'
import type { Lane, Slot, TimetableCell } from './timetable-types.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const slots: Slot[] = [
  { id: 's1', start: '08:15', end: '08:45' },
  { id: 's2', start: '09:15', end: '10:15', title: 'Lesson 1' },
]
const lanes: Lane[] = [
  { id: 'a', label: 'Rufus', pattern: 'solid' },
  { id: 'b', label: 'Otto', pattern: 'stripe' },
  { id: 'c', label: 'Juno', pattern: 'dots' },
]
const cells: TimetableCell[] = [
  { id: '1', slot: 's1', lanes: 'all', title: 'Briefing' },
  { id: '2', slot: 's2', lanes: ['a'], title: 'Year 3 reading', mine: true, current: true },
  { id: '3', slot: 's2', lanes: ['c'], title: 'Book look', warning: 'In two places' },
]

const show = () =>
  render(
    <Timetable caption="Tuesday 18 November" slots={slots} lanes={lanes} cells={cells} now="s2" />,
  )

describe('the timetable on a tablet', () => {
  it('is a table with its times and its lanes as headings', () => {
    show()
    const table = screen.getByRole('table', { name: 'Tuesday 18 November' })
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['Time', 'Rufus', 'Otto', 'Juno'])
    expect(within(table).getByRole('rowheader', { name: /09:15–10:15/ })).toBeDefined()
  })

  it('spreads what the whole team does across every lane, and says so', () => {
    show()
    const cell = screen.getByRole('cell', { name: /Briefing/ })
    expect(cell.getAttribute('colspan')).toBe('3')
    expect(cell.textContent).toContain('Whole team')
  })

  it('marks now, mine, free and warnings with words', () => {
    show()
    expect(screen.getByRole('rowheader', { name: /^Now/ })).toBeDefined()
    expect(screen.getByRole('cell', { name: /Year 3 reading.*You are here/ })).toBeDefined()
    expect(screen.getByRole('cell', { name: 'Free' })).toBeDefined()
    expect(screen.getByText('In two places')).toBeDefined()
  })
})

describe('the timetable on a phone', () => {
  it('is a list by time that names whose each thing is', () => {
    vi.stubGlobal('matchMedia', () => ({
      matches: true,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }))
    show()
    expect(screen.queryByRole('table')).toBeNull()
    const item = screen.getByText('09:15–10:15').closest('li')
    expect(item?.textContent).toContain('Year 3 readingRufus')
  })
})

describe('cells side by side', () => {
  it('become one wide cell only where neighbours share the same things', () => {
    const shared: TimetableCell[] = [{ id: '9', slot: 's1', lanes: ['a', 'c'], title: 'Pupils' }]
    expect(spansOf(lanes, shared).map((span) => [span.lanes.length, span.cells.length])).toEqual([
      [1, 1],
      [1, 0],
      [1, 1],
    ])
  })
})
