// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { DateField, TextField } from './fields.tsx'
import { Form } from './form.tsx'

afterEach(cleanup)

const schema = z.object({
  what: z.string().min(1, 'Say what will be done.'),
  by: z.iso.date('Give the date as dd/mm/yyyy.'),
})

function show(
  onSubmit: (values: z.output<typeof schema>) => void = () => undefined,
  onDraft = () => undefined,
) {
  render(
    <Form
      schema={schema}
      defaultValues={{ what: '', by: '' }}
      submit={{ label: 'Add action' }}
      onSubmit={onSubmit}
      onDraft={onDraft}
    >
      <TextField name="what" label="What will be done" hint="One sentence" />
      <DateField name="by" label="By when" />
    </Form>,
  )
}

const add = () => userEvent.click(screen.getByRole('button', { name: 'Add action' }))

describe('a form', () => {
  it('says what needs a look and moves there when it is sent too early', async () => {
    show()
    await add()
    const summary = await screen.findByRole('alert')
    await waitFor(() => expect(document.activeElement).toBe(summary))
    expect(summary.textContent).toContain('2 things need a look')
  })

  it('goes from a line of the summary to its field', async () => {
    show()
    await add()
    await userEvent.click(await screen.findByRole('link', { name: 'Say what will be done.' }))
    expect(document.activeElement).toBe(screen.getByLabelText('What will be done'))
  })

  it('ties the hint and the error to the field', async () => {
    show()
    await add()
    await screen.findByRole('alert')
    const field = screen.getByLabelText('What will be done')
    const said = (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect(said).toEqual(['One sentence', 'Say what will be done.'])
    expect(field.getAttribute('aria-invalid')).toBe('true')
  })

  it('does not take focus from somebody who is mending a field', async () => {
    show()
    await add()
    await screen.findByRole('alert')
    const field = screen.getByLabelText('What will be done')
    await userEvent.type(field, 'Move the bins{Backspace}')
    await userEvent.clear(field)
    expect(document.activeElement).toBe(field)
  })

  it('hands over what the schema made of the words, with the date as a date', async () => {
    const sent = vi.fn<(...said: unknown[]) => undefined>()
    const draft = vi.fn<(...said: unknown[]) => undefined>()
    show(sent, draft)
    await userEvent.type(screen.getByLabelText('What will be done'), 'Move the bins')
    await userEvent.type(screen.getByLabelText('By when'), '18/11/2025')
    expect(screen.getByText('Tuesday 18 November 2025')).toBeDefined()
    await add()
    await waitFor(() =>
      expect(sent).toHaveBeenCalledWith({ what: 'Move the bins', by: '2025-11-18' }),
    )
    expect(draft).toHaveBeenCalled()
  })
})
