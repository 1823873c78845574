import { leadsHost, onTeam } from '../access/held.ts'
import type { Machine, Proposal } from '../decisions.ts'
import type { PersonId } from '../ids.ts'
import { parseReceipt, type Receipt } from './receipt.ts'

/**
 * Receipts about one reviewer's notes; the subject is their document. Each stands for itself: devices hand
 * over in any order, with no network and twice, so none of them builds on the one before.
 */
export const handOverMachine: Machine = {
  name: 'hand-over',
  start: 'held',
  apart: true,
  steps: [
    {
      from: ['held'],
      to: 'handed_over',
      who: (facts, review) => (onTeam(review, facts.person) ? 'Reviewer' : null),
      needsReason: true,
    },
    {
      from: ['held'],
      to: 'received',
      who: (facts, review) => (leadsHost(facts, review) ? 'Head' : null),
      needsReason: true,
    },
    {
      from: ['held'],
      to: 'wiped',
      who: (facts, review) => (onTeam(review, facts.person) ? 'Reviewer' : null),
      needsReason: true,
    },
  ],
}

/**
 * The receipt in a proposal, if its maker may give it: their own notes from the device that they hold,
 * or what the head has received.
 * @param device the device that speaks
 * @param writer whose notes the subject is
 */
export function receiptIn(
  proposal: Pick<Proposal, 'to' | 'reason'>,
  maker: { readonly person: string; readonly device: string },
  writer: PersonId,
): Receipt | null {
  const receipt = parseReceipt(proposal.reason)
  if (!receipt) return null
  if (proposal.to === 'received') return receipt.to === maker.person ? receipt : null
  return maker.person === writer && receipt.device === maker.device ? receipt : null
}
