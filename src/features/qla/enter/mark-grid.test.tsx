// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { sheetOf } from '../../../../test/helpers/mark-sheet.ts'
import { MarkGrid } from './mark-grid.tsx'
import { Marking } from './marking.ts'
import { SaidLine } from './said-line.tsx'

afterEach(cleanup)

function show(pupils: number, maxima: readonly number[]) {
  const { sheet, put } = sheetOf(pupils, maxima)
  const marking = new Marking(sheet)
  marking.start()
  render(
    <>
      <SaidLine marking={marking} />
      <MarkGrid
        marking={marking}
        label="Marks of a paper"
        describedBy="help"
        outOf={maxima.reduce((sum, max) => sum + max, 0)}
        startHere
      />
      <button type="button">After</button>
    </>,
  )
  const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
  return { marking, put, press }
}

const rowOf = (name: string) =>
  screen.getByRole('rowheader', { name }).closest('tr') ?? document.body
const textsOf = (name: string) =>
  [...rowOf(name).querySelectorAll('td')].map((cell) => cell.textContent)

/** The cell that keys go to: the only one in the way of Tab. */
function inUse() {
  const [cell, ...others] = screen.getByRole('grid').querySelectorAll('[data-item][tabindex="0"]')
  expect(others).toEqual([])
  return {
    row: cell?.closest('tr')?.querySelector('th')?.textContent,
    item: cell?.getAttribute('data-item'),
  }
}

const focusFollows = () =>
  waitFor(() => expect(document.activeElement?.getAttribute('tabindex')).toBe('0'))

const afterFrames = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
  )

describe('the grid of marks', () => {
  it('opens ready to type, draws each mark at once and lets the focus follow', async () => {
    const { press } = show(3, [1, 2])
    expect(document.activeElement?.getAttribute('data-item')).toBe('0')
    press('1')
    expect(inUse()).toEqual({ row: 'Pupil 1', item: '1' })
    await focusFollows()
    press('.')
    press('0')
    expect(textsOf('Pupil 1')).toEqual(['1/3', '1', '.'])
    expect(textsOf('Pupil 2')).toEqual(['0/3', '0', ''])
    expect(screen.getByLabelText('left blank')).toBeTruthy()
    expect(inUse()).toEqual({ row: 'Pupil 2', item: '1' })
    await focusFollows()
  })

  it('never takes the focus back from somebody who has left the grid', async () => {
    const { press } = show(2, [1, 1])
    press('1')
    act(() => screen.getByRole('button', { name: 'After' }).focus())
    await afterFrames()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'After' }))
    expect(inUse()).toEqual({ row: 'Pupil 1', item: '1' })
  })

  it('HC01: interrupts with the maximum when a mark is too high, and stays in the cell', () => {
    const { press } = show(2, [2])
    press('3')
    expect(screen.getByRole('alert').textContent).toContain('Question 1 is out of 2')
    expect(document.activeElement?.closest('tr')).toBe(rowOf('Pupil 1'))
    press('2')
    expect(screen.getByRole('alert').textContent).toBe('')
  })

  it('says where it is to a screen reader: rows, headings, one cell in the way of Tab', () => {
    show(3, [1, 2])
    const grid = screen.getByRole('grid', { name: 'Marks of a paper' })
    expect(grid.getAttribute('aria-rowcount')).toBe('4')
    expect(screen.getByRole('columnheader', { name: 'Question 2, out of 2' })).toBeTruthy()
    expect(rowOf('Pupil 3').getAttribute('aria-rowindex')).toBe('4')
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  })

  it('is no trap: after Escape, Tab is the browser’s again', () => {
    const { press } = show(2, [1, 1])
    // `fireEvent` gives false where the key was taken.
    expect(press('Tab')).toBe(false)
    expect(press('Escape')).toBe(false)
    expect(press('Tab')).toBe(true)
    expect(press('ArrowLeft')).toBe(false)
    expect(press('Tab')).toBe(false)
  })

  it('is no trap for fast hands either: at Escape the focus is where the keys are', () => {
    const { press } = show(3, [1, 1])
    const at = () => document.activeElement?.closest('tr')?.querySelector('th')?.textContent
    press('ArrowDown')
    press('ArrowDown')
    expect(at()).toBe('Pupil 1')
    press('Escape')
    expect(at()).toBe('Pupil 3')
  })

  it('HC03: shows both marks of a cell that was typed differently', () => {
    const { put } = show(2, [2])
    act(() => put(1, 0, [1, 2]))
    expect(screen.getByLabelText('1 or 2: typed differently, choose one').textContent).toBe('1|2')
  })

  it('draws what is in sight of a cohort, and the row that is typed into wherever it is', async () => {
    const { press, marking } = show(240, [1, 1])
    expect(screen.getAllByRole('rowheader').length).toBeLessThan(40)
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'End', ctrlKey: true })
    await focusFollows()
    expect(document.activeElement?.closest('tr')).toBe(rowOf('Pupil 240'))
    press('ArrowUp')
    press('1')
    // The row that had focus is not drawn any more: keys must not go nowhere, not even for one frame.
    expect(document.activeElement?.closest('tr')).toBe(rowOf('Pupil 240'))
    expect(marking.row(238).cells).toEqual([[], [1]])
  })

  it('loses no key where the row that has focus is scrolled away before the focus has followed', () => {
    const { press, marking } = show(240, [1, 1])
    const first = document.activeElement
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'End', ctrlKey: true })
    expect(document.activeElement).toBe(first)
    const frame = screen.getByRole('grid').parentElement ?? document.body
    // jsdom lays nothing out.
    for (const row of frame.querySelectorAll('tr[data-pupil]'))
      Object.defineProperty(row, 'offsetHeight', { value: 44 })
    Object.defineProperty(frame, 'clientHeight', { value: 440 })
    frame.scrollTop = 230 * 44
    fireEvent.scroll(frame)
    expect(screen.queryByRole('rowheader', { name: 'Pupil 1' })).toBeNull()
    press('Home')
    press('1')
    expect(marking.row(239).cells).toEqual([[1], []])
  })
})
