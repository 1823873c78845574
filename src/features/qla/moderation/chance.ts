const WHOLE = 2 ** 32

/** A whole number from 0 up to and not including the one given, by chance. */
export const chance = (below: number): number =>
  Math.floor(((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / WHOLE) * below)
