import type { Pick, Rating, Seen } from './walk.ts'

/** One person's rating of a prompt in a place. */
export interface Rated {
  readonly by: string
  readonly rating: Rating
}

/** What is known of one prompt in one place: everybody's rating, and the one that holds. */
export interface RatingHere {
  readonly rated: readonly Rated[]
  /** Null while nobody rated it, or while ratings differ and nobody has picked. */
  readonly holds: Rating | null
  readonly differs: boolean
  /** The pick that settled it, if one was needed. */
  readonly picked: Pick | null
}

interface Spot {
  readonly strand: string
  readonly room: string
  readonly prompt: string
}

const at = <T extends Spot>(rows: readonly T[], spot: Spot): T[] =>
  rows.filter(
    (row) => row.strand === spot.strand && row.room === spot.room && row.prompt === spot.prompt,
  )

/** Lines about one prompt in one place, the first made first. */
export const seenAt = (seen: readonly Seen[], spot: Spot): Seen[] =>
  at(seen, spot).sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1))

/**
 * Two people who rate alike agree; two who do not are both kept until somebody picks (C55). A pick
 * holds for the ratings that it was made between, and no others.
 */
export function ratingAt(seen: readonly Seen[], picks: readonly Pick[], spot: Spot): RatingHere {
  const rated = seenAt(seen, spot).flatMap(({ by, rating }) =>
    rating.flatMap(({ value }) => (value === null ? [] : [{ by, rating: value }])),
  )
  const values = [...new Set(rated.map(({ rating }) => rating))]
  if (values.length < 2) return { rated, holds: values[0] ?? null, differs: false, picked: null }
  const open = openPicks(at(picks, spot), values)
  const chosen = new Set(open.map(({ rating }) => rating))
  const picked = chosen.size === 1 ? (open[0] ?? null) : null
  return { rated, holds: picked?.rating ?? null, differs: picked === null, picked }
}

/** Picks that hold for these ratings and that no later one took the place of; two devices may have left two. */
function openPicks(picks: readonly Pick[], values: readonly Rating[]): Pick[] {
  const replaced = new Set(picks.flatMap(({ instead }) => instead))
  return picks.filter(
    ({ id, between }) => !replaced.has(id) && values.every((value) => between.includes(value)),
  )
}

/** The fields of a pick, which takes the place of every one made before it. */
export const pickOf = (
  seen: readonly Seen[],
  picks: readonly Pick[],
  spot: Spot,
  rating: Rating,
) => ({
  ...spot,
  rating,
  between: [...new Set(ratingAt(seen, picks, spot).rated.map((one) => one.rating))],
  instead: at(picks, spot).map(({ id }) => id),
})
