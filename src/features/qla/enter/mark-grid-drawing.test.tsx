// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { sheetOf } from '../../../../test/helpers/mark-sheet.ts'
import { MarkGrid } from './mark-grid.tsx'
import { Marking } from './marking.ts'
import type { Sheet } from './sheet.ts'

afterEach(cleanup)

const PUPILS = 240
const QUESTIONS = 60
const maxima = Array.from({ length: QUESTIONS }, (_, item) => 1 + (item % 4))

/** A cohort on the screen, with how often each row was drawn: a row asks for its name once each time. */
function cohort() {
  const made = sheetOf(PUPILS, maxima)
  const drawings = new Map<number, number>()
  const pupils = made.sheet.pupils.map((pupil, at) => ({
    ...pupil,
    get name() {
      drawings.set(at, (drawings.get(at) ?? 0) + 1)
      return pupil.name
    },
  }))
  const sheet: Sheet = { ...made.sheet, pupils }
  const marking = new Marking(sheet)
  marking.start()
  render(<MarkGrid marking={marking} label="Marks" describedBy="help" outOf={150} startHere />)
  const press = (key: string, ctrlKey = false) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ctrlKey })
  /** What is drawn while something is done, by row. */
  const drawnBy = (work: () => void) => {
    drawings.clear()
    work()
    return Object.fromEntries(drawings)
  }
  return { ...made, marking, press, drawnBy }
}

/** Elements that changed on the screen. */
function changedBy(work: () => void): Set<Element> {
  const observer = new MutationObserver(() => {})
  observer.observe(screen.getByRole('grid'), {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  })
  work()
  const touched = observer.takeRecords().flatMap(({ target }) => {
    const element = target instanceof Element ? target : target.parentElement
    return element ? [element] : []
  })
  observer.disconnect()
  return new Set(touched)
}

describe('what a key draws in a cohort of 14,400 marks', () => {
  it('one row, once: of it the cell, the next one and the total', () => {
    const { press, drawnBy } = cohort()
    expect(drawnBy(() => press('1'))).toEqual({ 0: 1 })
    expect(drawnBy(() => press('0'))).toEqual({ 0: 1 })
    expect(changedBy(() => press('2')).size).toBe(3)
  })

  it('two rows where a paper ends, and none for a key that is refused', () => {
    const { marking, press, drawnBy } = cohort()
    act(() => marking.goTo({ pupil: 3, item: QUESTIONS - 1 }))
    expect(drawnBy(() => press('9'))).toEqual({})
    const drawn = drawnBy(() => press('1'))
    // What is said at the end of a paper asks for its pupil's name as well.
    expect(drawn).toEqual({ 3: 2, 4: 1 })
  })

  it('a colleague’s mark draws their row alone, and nothing where the row is out of sight', () => {
    const { put, drawnBy } = cohort()
    expect(drawnBy(() => act(() => put(5, 7, [1])))).toEqual({ 5: 1 })
    expect(drawnBy(() => act(() => put(200, 7, [1])))).toEqual({})
  })

  it('drops no key, however fast they come: none waits for the drawing', () => {
    const { sheet, press } = cohort()
    const keys = Array.from({ length: 2 * QUESTIONS + 7 }, (_, n) => (n % 5 === 4 ? '.' : '1'))
    for (const key of keys) press(key)
    press('End', true)
    press('0')
    const typed = keys.map((_, n) => sheet.at(Math.floor(n / QUESTIONS), n % QUESTIONS)[0])
    expect(typed.map(String)).toEqual(keys)
    expect(sheet.at(PUPILS - 1, QUESTIONS - 1)).toEqual([0])
  })
})
