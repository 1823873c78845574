import type { Decision } from '../../src/domain/decisions.ts'
import { follows } from './chain.ts'
import type { DecisionLog } from './port.ts'

/** Decisions that last as long as the object: for tests and simulations. */
export function memoryDecisions(): DecisionLog {
  const all: Decision[] = []
  return {
    add: async (decision) => {
      if (!follows(decision, all.at(-1) ?? null)) throw new Error('Not the next decision')
      all.push(decision)
    },
    find: async (id) => all.find((d) => d.id === id) ?? null,
    last: async () => all.at(-1) ?? null,
    of: async (machine, subject) =>
      all.filter((d) => d.machine === machine && d.subject === subject),
    since: async (seq) => all.slice(seq),
  }
}
