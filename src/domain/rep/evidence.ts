import { isAddress } from '../schedule/visit.ts'
import type { ItemStatus } from './milestones.ts'
import { REASON_LENGTH } from './progress.ts'
import { type RepSeen, SEEN_LENGTH } from './work.ts'

export interface SeenDraft extends Pick<
  RepSeen,
  'item' | 'on' | 'text' | 'count' | 'link' | 'late' | 'lateReason'
> {
  readonly proposed: ItemStatus | null
  /** How many photos show it. */
  readonly photos: number
}

const empty = (text: string): boolean => text.trim() === ''

/** What "late, not failed" needs: a reason, and that it is not met. */
export const lateNeeds = (status: ItemStatus | null, late: boolean, reason: string): string[] => [
  ...(late && status === 'met' ? ['It is met: it is not late any more.'] : []),
  ...(late && empty(reason) ? ['Say why it is late and not failed.'] : []),
  ...(reason.length > REASON_LENGTH ? ['Say why in fewer words.'] : []),
]

/**
 * What evidence on an item still needs. Nothing is proposed without something that shows it; what has
 * not begun needs none. @param today yyyy-mm-dd @returns words for people, none when it is whole
 */
export function seenNeeds(draft: SeenDraft, today: string): string[] {
  const { item, on, text, count, link, late, lateReason, proposed, photos } = draft
  const shown = !empty(text) || count !== null || !empty(link) || photos > 0
  return [
    ...(item === '' ? ['Say which item it is about.'] : []),
    ...(on === '' || on > today ? ['Say on which day it was: today or earlier.'] : []),
    ...(shown || proposed === 'not_started'
      ? []
      : ['Say what shows it: a few words, a count, a photo or a link.']),
    ...(text.length > SEEN_LENGTH ? [`Say it in fewer words: up to ${SEEN_LENGTH} letters.`] : []),
    ...(count !== null && count.n > count.of
      ? ['The first number is larger than the second.']
      : []),
    ...(empty(link) || isAddress(link.trim())
      ? []
      : ['The link is no address: it begins with https://']),
    ...lateNeeds(proposed, late, lateReason),
  ]
}
