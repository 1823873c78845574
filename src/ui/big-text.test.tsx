// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { BigText } from './big-text.tsx'
import { moveCaret } from './keep-caret.ts'

afterEach(cleanup)

const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What do you see?' })
const type = (text: string) => fireEvent.change(box(), { target: { value: text } })

function show(value: string, onChange: (text: string) => void = () => undefined) {
  return <BigText label="What do you see?" value={value} onChange={onChange} count="words" />
}

describe('the box for capture', () => {
  it('keeps the caret when a colleague adds words in front of it', () => {
    const { rerender } = render(show('Quiet start'))
    box().focus()
    box().setSelectionRange(11, 11)
    rerender(show('Year 3: Quiet start'))
    expect(box().value).toBe('Year 3: Quiet start')
    expect(box().selectionStart).toBe(19)
  })

  it('is not rewound by an echo of what was typed before', () => {
    const told = vi.fn<(text: string) => void>()
    const { rerender } = render(show('', told))
    type('ab')
    type('abc')
    rerender(show('ab', told))
    expect(box().value).toBe('abc')
    rerender(show('abc', told))
    rerender(show('ab', told))
    expect(box().value).toBe('ab')
    expect(told.mock.calls).toEqual([['ab'], ['abc']])
  })

  it('leaves a half-composed word alone and takes the change when it is done', () => {
    const { rerender } = render(show('one'))
    fireEvent.compositionStart(box())
    rerender(show('one two'))
    expect(box().value).toBe('one')
    fireEvent.compositionEnd(box())
    expect(box().value).toBe('one two')
  })

  it('counts words', () => {
    render(show('26 of 28 folders'))
    expect(screen.getByText('4 words')).toBeDefined()
  })
})

describe('where the caret goes', () => {
  it.each([
    ['stays before a change', 'hello', 'hello you', 2, 2],
    ['moves with the text after it', 'hello', 'oh hello', 5, 8],
    ['lands at the end of what was replaced around it', 'one two three', 'one 2 three', 6, 5],
  ])('%s', (_title, before, after, at, expected) => {
    expect(moveCaret(before, after, at)).toBe(expected)
  })
})
