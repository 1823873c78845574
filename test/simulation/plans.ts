import { seeded } from './clock.ts'
import type { Bug, Plan } from './plan.ts'

/** A seed's day: how many tablets, how bad the network, which accidents. */
export function planOf(seed: number, bug: Bug | null = null): Plan {
  const chance = seeded(seed ^ 0x5eed)
  const bad = chance.next()
  return {
    seed,
    devices: 2 + chance.below(5),
    steps: 12 + chance.below(30),
    drop: bad < 0.3 ? 0 : bad * 0.08,
    duplicate: chance.next() * 0.1,
    reorder: chance.chance(0.5) ? chance.next() * 0.2 : 0,
    storageFault: chance.chance(0.3) ? 0.03 : 0,
    forget: chance.chance(0.5) ? chance.next() * 0.5 : 0,
    blindFirst: chance.chance(0.25),
    restore: chance.chance(0.12) || bug === 'ignore-the-epoch',
    clone: bug === null && chance.chance(0.1),
    intruder: chance.chance(0.15) || bug === 'skip-the-gate' || bug === 'drop-what-is-refused',
    rot: chance.chance(0.1) || bug === 'trust-a-state-vector',
    bug,
  }
}
