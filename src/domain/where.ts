import type { Refusal } from './refusals.ts'

/** Why work needs the person: it is not lost, but it will not move by itself. */
export type StuckWhy =
  | { readonly why: 'disk-full' }
  | { readonly why: 'storage-closed' }
  | { readonly why: 'refused'; readonly count: number; readonly reason: Refusal }
  | { readonly why: 'differs'; readonly docs: number }
  | { readonly why: 'lost'; readonly count: number }

/** Photos that the trust does not have yet, of all that this device knows of. */
export interface PhotosLeft {
  readonly left: number
  readonly all: number
}

/**
 * The four honest words for where work is, never mixed. Only a finished write moves
 * work up one: a committed transaction to `device`, the relay's durable ack to `trust`.
 */
export type Where =
  | { readonly at: 'memory' }
  | {
      readonly at: 'device'
      readonly unsent: number
      readonly signedOut: boolean
      /** Only where words are safe and photos are not. */
      readonly photos?: PhotosLeft
    }
  | { readonly at: 'trust'; readonly checkedAt: number | null }
  | { readonly at: 'stuck'; readonly trouble: StuckWhy; readonly unsent: number }

/** Everything the word follows from. */
export interface WhereFacts {
  readonly inMemory: number
  readonly unsent: number
  readonly refused: { readonly count: number; readonly reason: Refusal } | null
  readonly storage: 'ok' | 'disk-full' | 'storage-closed'
  readonly lost: number
  /** Documents whose content fingerprint does not agree with the relay's. */
  readonly differing: number
  readonly signedOut: boolean
  readonly photos?: PhotosLeft
  /** When the relay last confirmed by content digest that it holds the same, or null. */
  readonly checkedAt: number | null
}

export function whereIs(facts: WhereFacts): Where {
  const stuck = (trouble: StuckWhy): Where => ({ at: 'stuck', trouble, unsent: facts.unsent })
  if (facts.storage !== 'ok') return stuck({ why: facts.storage })
  if (facts.lost > 0) return stuck({ why: 'lost', count: facts.lost })
  if (facts.refused) return stuck({ why: 'refused', ...facts.refused })
  if (facts.differing > 0) return stuck({ why: 'differs', docs: facts.differing })
  if (facts.inMemory > 0) return { at: 'memory' }
  if (facts.unsent > 0) return { at: 'device', unsent: facts.unsent, signedOut: facts.signedOut }
  const { photos, signedOut } = facts
  if (photos && photos.left > 0) return { at: 'device', unsent: 0, signedOut, photos }
  return { at: 'trust', checkedAt: facts.checkedAt }
}
