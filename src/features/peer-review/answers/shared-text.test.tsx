// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { UiProvider } from '../../../ui/provider.tsx'
import { SharedText } from './shared-text.tsx'

function Shared({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  return (
    <UiProvider>
      <SharedText label="Answer" value={text} onChange={onChange} />
    </UiProvider>
  )
}

/** A text that the box and a colleague both write into. */
function share() {
  const shared = { text: 'Pupils knew', colleague: (_text: string) => undefined as void }
  const draw = () => <Shared text={shared.text} onChange={write} />
  const write = (text: string) => {
    shared.text = text
    rerender(draw())
  }
  const { rerender } = render(draw())
  shared.colleague = (text) => act(() => write(text))
  const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Answer' })
  return { shared, box }
}

it('C55 keeps a colleague’s words that come while a word is being composed', () => {
  const { shared, box } = share()
  const compose = (value: string) => {
    box.dispatchEvent(new InputEvent('beforeinput', { bubbles: true }))
    fireEvent.change(box, { target: { value } })
  }
  fireEvent.compositionStart(box)
  compose('Pupils knew i')
  shared.colleague(`Most: ${shared.text}`)
  expect(box.value).toBe('Pupils knew i')
  compose('Pupils knew it')
  fireEvent.compositionEnd(box)
  expect(shared.text).toBe('Most: Pupils knew it')
  expect(box.value).toBe('Most: Pupils knew it')
})

it('goes on from what the box shows after a colleague typed', async () => {
  const { shared, box } = share()
  await userEvent.type(box, ' it')
  shared.colleague(`Most: ${shared.text}`)
  await userEvent.type(box, '.')
  expect(shared.text).toBe('Most: Pupils knew it.')
})
