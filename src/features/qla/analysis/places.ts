import type { GridItem } from '../../../domain/qla/grid.ts'

/** Places on the paper of the questions with these keys. */
export const placesOf = (items: readonly GridItem[], keys: readonly string[]): number[] =>
  items.flatMap(({ key }, place) => (keys.includes(key) ? [place] : []))

export const keysOf = (items: readonly GridItem[], places: readonly number[]): string[] =>
  places.flatMap((place) => items[place]?.key ?? [])
