// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Dialog } from './dialog.tsx'

afterEach(cleanup)

// Where jsdom has no modal dialog, opening it plainly is enough to read it.
HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
}

describe('a dialog', () => {
  it('asks with its title and answers with verbs', async () => {
    const onClose = vi.fn<() => void>()
    const onConfirm = vi.fn<() => void>()
    render(
      <Dialog
        open
        onClose={onClose}
        title="Delete this note?"
        closeLabel="Keep it"
        confirm={{ label: 'Delete note', onConfirm, tone: 'danger' }}
      />,
    )
    expect(screen.getByRole('dialog', { name: 'Delete this note?' })).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Keep it' }))
    expect(onClose).toHaveBeenCalledTimes(1)
    await userEvent.click(screen.getByRole('button', { name: 'Delete note' }))
    expect(onConfirm).toHaveBeenCalledTimes(1)
  })

  it('takes no second press while the deed is being done', async () => {
    const onConfirm = vi.fn<() => void>()
    render(
      <Dialog
        open
        onClose={() => undefined}
        title="Hand over?"
        confirm={{ label: 'Hand over', onConfirm, busy: true }}
      />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Hand over' }))
    expect(onConfirm).not.toHaveBeenCalled()
  })

  it('is not there while it is closed', () => {
    render(<Dialog open={false} onClose={() => undefined} title="Hand over?" />)
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByText('Hand over?')).toBeNull()
  })
})
