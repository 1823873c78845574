/** Chance that can be played again: the same seed gives the same numbers. */
export function chance(seed: number): (least: number, most: number) => number {
  let state = seed >>> 0
  return (least, most) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * (most - least)
  }
}
