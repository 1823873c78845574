import { z } from 'zod'
import { defineRecord } from '../record.ts'
import type { GridItem, GridPupil } from './grid.ts'

const key = z.string().max(8).default('')

const shareSchema = z.object({
  id: z.string(),
  by: z.string(),
  madeAt: z.number(),
  /** Keys of the first and last question that this person marks; '' for the paper's own end. */
  firstItem: key,
  lastItem: key,
  /** ... and of the first and last pupil in the list. */
  firstPupil: key,
  lastPupil: key,
  removedAt: z.number().nullable().default(null),
})
export type MarkShare = z.infer<typeof shareSchema>
/**
 * Which part of the marks somebody said they would type, where several mark together. It guides and
 * locks nothing: whoever picks up a paper may type its marks.
 */
export const markShareRecord = defineRecord({ type: 'qla-share', schema: shareSchema })

/** First and last place, both included. */
export type Span = readonly [number, number]

export interface SharePlaces {
  readonly pupils: Span
  readonly items: Span
}

/** Places from one key to another, whichever comes first in the list. */
function spanOf(list: readonly { readonly key: string }[], first: string, last: string): Span {
  const at = (wanted: string, other: number) => {
    const place = list.findIndex(({ key: own }) => own === wanted)
    return place < 0 ? other : place
  }
  const ends = [at(first, 0), at(last, list.length - 1)] as const
  return [Math.min(...ends), Math.max(...ends, 0)]
}

/** Where a share lies on the grid; the whole of it where somebody said nothing. */
export const placesOf = (
  share: Pick<MarkShare, 'firstItem' | 'lastItem' | 'firstPupil' | 'lastPupil'> | null,
  pupils: readonly Pick<GridPupil, 'key'>[],
  items: readonly Pick<GridItem, 'key'>[],
): SharePlaces => ({
  pupils: spanOf(pupils, share?.firstPupil ?? '', share?.lastPupil ?? ''),
  items: spanOf(items, share?.firstItem ?? '', share?.lastItem ?? ''),
})

/** The share that each person made last. */
export function sharesByPerson(shares: readonly MarkShare[]): Map<string, MarkShare> {
  const latest = new Map<string, MarkShare>()
  for (const share of [...shares].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1)))
    if (share.removedAt === null) latest.set(share.by, share)
  return latest
}
