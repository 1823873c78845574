import { beforeEach, describe, expect, it } from 'vitest'
import { sheetOf } from '../../../../test/helpers/mark-sheet.ts'
import { commandOf } from './keys.ts'
import { Marking } from './marking.ts'

function typing(marking: Marking) {
  return (keys: string) => {
    for (const key of keys.split(' ')) {
      const command = commandOf({ key, shift: false, control: false, alt: false })
      if (command) marking.run(command)
    }
  }
}

const rowOf = (marking: Marking, pupil: number) => marking.row(pupil).cells.map((c) => c.join('|'))

describe('typing marks', () => {
  let marking: Marking
  let put: ReturnType<typeof sheetOf>['put']
  let type: (keys: string) => void
  beforeEach(() => {
    const made = sheetOf(4, [1, 2, 2], { 2: 'Absent' })
    put = made.put
    marking = new Marking(made.sheet)
    marking.start()
    type = typing(marking)
  })

  it('goes on by itself, to the next pupil at the end of a paper, and past who did not sit', () => {
    type('1 2 0 1 . +')
    expect([rowOf(marking, 0), rowOf(marking, 1)]).toEqual([
      ['1', '2', '0'],
      ['1', '.', '2'],
    ])
    expect(marking.place()).toEqual({ pupil: 3, item: 0 })
    expect(marking.row(0).total).toEqual({ sum: 3, marked: 3, clashes: 0 })
    expect(marking.said().text).toContain('Pupil 2: 3 so far, 3 of 3 questions marked.')
  })

  it('HC01: refuses more than the question is out of, names the maximum and stays', () => {
    type('1 3')
    expect(rowOf(marking, 0)).toEqual(['1', '', ''])
    expect(marking.place()).toEqual({ pupil: 0, item: 1 })
    expect(marking.said()).toEqual({
      text: 'Question 2 is out of 2: 3 was not kept. Type it again.',
      urgent: true,
    })
    type('2')
    expect(rowOf(marking, 0)).toEqual(['1', '2', ''])
  })

  it('HC02: blank, 0 and left blank are three things, and absent is a fourth', () => {
    type('0 . ArrowDown')
    expect(marking.row(0).total).toEqual({ sum: 0, marked: 2, clashes: 0 })
    expect(rowOf(marking, 0)).toEqual(['0', '.', ''])
    type('ArrowDown ArrowLeft ArrowLeft 1')
    expect(marking.place().pupil).toBe(2)
    expect(rowOf(marking, 2)).toEqual(['', '', ''])
    expect(marking.said().text).toBe('Pupil 3: Absent. Change that before you type marks.')
    // Marks to come are those of pupils who sat it.
    expect(marking.progress()).toEqual({ marked: 2, of: 9, clashes: 0 })
  })

  it('Enter goes to the next pupil, Tab to the next cell, Backspace rubs out and then goes back', () => {
    type('1 Enter')
    expect(marking.place()).toEqual({ pupil: 1, item: 0 })
    type('Tab 2 Backspace')
    expect(marking.place()).toEqual({ pupil: 1, item: 1 })
    expect(rowOf(marking, 1)).toEqual(['', '2', ''])
    type('Backspace')
    expect(rowOf(marking, 1)).toEqual(['', '', ''])
    expect(marking.progress().marked).toBe(1)
  })

  it('by question, goes down the class and on to the next question', () => {
    marking.setOrder('question')
    type('1 0 1 2')
    expect([0, 1, 3].map((pupil) => rowOf(marking, pupil)[0])).toEqual(['1', '0', '1'])
    expect(rowOf(marking, 0)[1]).toBe('2')
    type('Enter')
    expect(marking.place()).toEqual({ pupil: 0, item: 2 })
  })

  it('stays inside the part that somebody marks, and says when it is done', () => {
    marking.setPart({ pupils: [1, 3], items: [1, 2] })
    expect(marking.place()).toEqual({ pupil: 1, item: 1 })
    type('2 1 0 1')
    expect(rowOf(marking, 1)).toEqual(['', '2', '1'])
    expect(rowOf(marking, 3)).toEqual(['', '0', '1'])
    expect(marking.place()).toEqual({ pupil: 3, item: 2 })
    expect(marking.said().text).toContain('last cell of your part')
    expect(marking.firstOpen()).toBeNull()
  })

  it('takes back what was typed here, one key at a time, and nothing that a colleague typed since', () => {
    type('1 2')
    put(3, 0, [1])
    type('Backspace')
    expect(marking.place()).toEqual({ pupil: 0, item: 1 })
    marking.undo()
    expect(marking.place()).toEqual({ pupil: 0, item: 1 })
    marking.undo()
    expect(rowOf(marking, 0)).toEqual(['', '', ''])
    marking.undo()
    expect(marking.said().text).toBe('There is nothing to undo.')
    expect(rowOf(marking, 3)).toEqual(['1', '', ''])
  })

  it('HC03: two marks that differ both stand and count nothing until one is picked', () => {
    put(0, 1, [1, 2])
    expect(rowOf(marking, 0)).toEqual(['', '1|2', ''])
    expect(marking.row(0).total).toEqual({ sum: 0, marked: 0, clashes: 1 })
    marking.goTo({ pupil: 0, item: 1 })
    type('2')
    expect(marking.row(0).total).toEqual({ sum: 2, marked: 1, clashes: 0 })
    // A choice stands: undo is for typing.
    marking.undo()
    expect(rowOf(marking, 0)).toEqual(['', '2', ''])
  })

  it('tells only the rows that a key touched', () => {
    const told: number[] = []
    for (let pupil = 0; pupil < 4; pupil++) marking.onRow(pupil, () => told.push(pupil))
    const third = marking.row(3)
    type('1')
    expect(new Set(told)).toEqual(new Set([0]))
    expect(marking.row(3)).toBe(third)
  })
})
