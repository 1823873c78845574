// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import RiddorScreen from './riddor-screen.tsx'

// jsdom has no CSS.escape, which the keyboard helper needs to find a radio's neighbours.
vi.stubGlobal('CSS', { escape: (text: string) => text })

const choose = async (question: string, answer: string) =>
  userEvent.click(
    screen
      .getAllByRole('radio', { name: answer })
      .find((radio) => radio.closest('fieldset')?.textContent?.includes(question)) as HTMLElement,
  )

// It stands outside the desk: there is no document, no index and no line that it could write to.
describe('the RIDDOR helper, with nowhere to keep anything', () => {
  it('asks one question after the other and says why, with the last day', async () => {
    render(<RiddorScreen />)
    expect(screen.getAllByRole('group')).toHaveLength(1)
    await choose('What happened?', 'Somebody was hurt')
    await choose('Who?', 'A pupil')
    await choose('How badly?', 'An injury on this list')
    await choose('Did it come from the work?', 'Yes')
    await choose('public road', 'No')
    await choose('straight to hospital', 'Yes, and treated there')
    expect(screen.getByText('It may have to be reported')).toBeDefined()
    expect(screen.getByText(/competent person or the trust’s .* adviser today/)).toBeDefined()
    expect(screen.getByText(/treated there for the injury\. \(Regulation 5\)/)).toBeDefined()
    await userEvent.type(screen.getByRole('textbox', { name: 'Day it happened' }), '24/11/2026')
    expect(screen.getByText('Last day for the report: Friday 4 December 2026.')).toBeDefined()
  })

  it('never says that something need not be reported', async () => {
    render(<RiddorScreen />)
    await choose('What happened?', 'Something dangerous, nobody hurt')
    await choose('Is it one of these?', 'No')
    expect(screen.getByText('Nothing here points to a report')).toBeDefined()
    expect(screen.getByText(/The person responsible decides/)).toBeDefined()
    expect(document.body.textContent).not.toMatch(/not reportable|need not be reported/)
    await userEvent.click(screen.getByRole('button', { name: 'Clear and start again' }))
    expect(screen.getAllByRole('group')).toHaveLength(1)
  })
})
