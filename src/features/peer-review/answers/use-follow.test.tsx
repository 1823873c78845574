// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { LeadPlace } from '../../../domain/peer-review/answers.ts'
import { useFollow } from './use-follow.ts'

const shows = (question: string | null, madeAt: number): LeadPlace => ({
  id: 'place',
  person: 'p07',
  question,
  madeAt,
})

interface ScreenProps {
  place: LeadPlace | null | undefined
  on?: boolean
  go: (question: string | null) => void
}

function Screen({ place, on = true, go }: ScreenProps) {
  useFollow({ place, here: 'q1', on, go })
  return (
    <>
      <textarea aria-label="Answer" />
      <button type="button">Elsewhere</button>
    </>
  )
}

describe('following the lead', () => {
  it('moves along when the lead shows something new, once', () => {
    const go = vi.fn<ScreenProps['go']>()
    const { rerender } = render(<Screen place={shows('q1', 1)} go={go} />)
    rerender(<Screen place={shows('q2', 2)} go={go} />)
    rerender(<Screen place={shows('q2', 2)} go={go} />)
    expect(go.mock.calls).toEqual([['q2']])
  })
  it('does not move for what was shown before one came, or while switched off', () => {
    const go = vi.fn<ScreenProps['go']>()
    const { rerender } = render(<Screen place={undefined} go={go} />)
    rerender(<Screen place={shows('q2', 2)} go={go} />)
    rerender(<Screen place={shows('q3', 3)} on={false} go={go} />)
    rerender(<Screen place={shows('q3', 3)} on go={go} />)
    expect(go).not.toHaveBeenCalled()
  })
  it('does not move while one types, and not afterwards by itself', async () => {
    const go = vi.fn<ScreenProps['go']>()
    const { rerender } = render(<Screen place={shows('q1', 1)} go={go} />)
    await userEvent.type(screen.getByRole('textbox', { name: 'Answer' }), 'Pupils')
    rerender(<Screen place={shows('q2', 2)} go={go} />)
    await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }))
    rerender(<Screen place={shows('q2', 2)} go={go} />)
    expect(go).not.toHaveBeenCalled()
    rerender(<Screen place={shows('q3', 3)} go={go} />)
    expect(go).toHaveBeenCalledWith('q3')
  })
})
