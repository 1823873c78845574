import { seeded } from './clock.ts'
import type { Bug, Plan } from './plan.ts'

const WANT_INTRUDER: readonly Bug[] = ['skip-the-gate', 'drop-what-is-refused', 'deliver-to-anyone']

/** A seed's day: how many tablets, how bad the network, which accidents. */
export function planOf(seed: number, bug: Bug | null = null): Plan {
  const chance = seeded(seed ^ 0x5eed)
  const clone = bug === null && chance.chance(0.1)
  const bad = chance.next()
  const plan: Plan = {
    seed,
    devices: 2 + chance.below(5),
    steps: 12 + chance.below(30),
    drop: bad < 0.3 ? 0 : bad * 0.08,
    duplicate: chance.next() * 0.1,
    reorder: chance.chance(0.5) ? chance.next() * 0.2 : 0,
    storageFault: chance.chance(0.3) ? 0.03 : 0,
    forget: chance.chance(0.5) || bug === 'cursor-without-cache' ? chance.next() * 0.5 : 0,
    blindFirst: chance.chance(0.25) || bug === 'deliver-to-anyone',
    restore: chance.chance(0.12) || bug === 'ignore-the-epoch',
    clone,
    carry: false,
    intruder: chance.chance(0.15) || (bug !== null && WANT_INTRUDER.includes(bug)),
    rot: chance.chance(0.1) || bug === 'trust-a-state-vector',
    bug,
  }
  return clone ? onSockets(plan) : plan
}

/** Lines that break but never lose, repeat or reorder, as sockets are: what telling copies apart rests on. */
export const onSockets = (plan: Plan): Plan => ({ ...plan, drop: 0, duplicate: 0, reorder: 0 })
