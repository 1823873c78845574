// @vitest-environment jsdom
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Decision, Proposal } from '../domain/decisions.ts'
import { fundingReason } from '../domain/rep/funding.ts'
import { deskFor, factsOf } from '../../test/helpers/planning-desk.tsx'
import { DeskProvider } from './react.tsx'
import { useRepDecisions } from './use-rep-decisions.ts'

const decision = (
  seq: number,
  machine: string,
  to: string,
  reason: string | null = null,
  subject = 'rep/rep-pond-1',
): Decision => ({
  id: String(seq).padStart(32, '0'),
  machine,
  subject,
  from: '',
  to,
  reason,
  madeAt: seq,
  seq,
  by: 'p01',
  role: 'CEO',
  device: '',
  receivedAt: seq,
  previous: '',
  hash: '',
})

it('B9 C18 shows how far a plan is and what is approved, and proposes from there', async () => {
  const proposed: Omit<Proposal, 'id' | 'madeAt'>[] = []
  const desk = {
    ...(await deskFor(factsOf('p01', 'CEO', null))),
    propose: (proposal: Omit<Proposal, 'id' | 'madeAt'>) => {
      proposed.push(proposal)
      return Promise.resolve()
    },
  }
  const { result } = renderHook(() => useRepDecisions('rep-pond-1'), {
    wrapper: ({ children }) => <DeskProvider value={desk}>{children}</DeskProvider>,
  })
  await waitFor(() => expect(result.current.plan.loading).toBe(false))
  expect(result.current).toMatchObject({
    plan: { stage: 'drafted' },
    funding: { stage: 'none' },
    approvedGbp: 0,
  })
  await act(() =>
    desk.db.decisions.bulkPut([
      decision(1, 'rep', 'issued'),
      decision(2, 'rep-funding', 'approved', fundingReason(2400)),
      decision(3, 'rep', 'w1-reviewed', null, 'rep/another'),
    ]),
  )
  await waitFor(() => expect(result.current.approvedGbp).toBe(2400))
  expect(result.current).toMatchObject({
    plan: { stage: 'issued', decisions: [{ seq: 1 }] },
    funding: { stage: 'approved', decisions: [{ seq: 2 }] },
  })
  await result.current.propose('plan', 'w1-reviewed')
  await result.current.propose('funding', 'approved', ` ${fundingReason(3000)} `)
  const subject = 'rep/rep-pond-1'
  expect(proposed).toEqual([
    { machine: 'rep', subject, from: 'issued', to: 'w1-reviewed', reason: null },
    {
      machine: 'rep-funding',
      subject,
      from: 'approved',
      to: 'approved',
      reason: '£3,000 from reserves',
    },
  ])
})
