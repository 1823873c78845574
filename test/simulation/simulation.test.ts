import { describe, expect, it } from 'vitest'
import { type Bug, BUGS, type Finding } from './plan.ts'
import { onSockets, planOf } from './plans.ts'
import { simulate } from './world.ts'

/** Seeds that once broke a promise, with what they broke. They stay for ever. */
const PINNED: readonly [seed: number, was: string][] = [
  [8, 'a count of unsent work that stayed wrong after a full disk'],
  [15, 'a rebuild that failed half-way and left the document without its cache'],
  [16, 'a device that never said "safe" again after one failed read'],
  [23, 'a lost question that nobody asked again'],
  [48, 'words in the cache that the journal never had'],
  [53, 'a refused clientID whose cure failed once and was never tried again'],
  [69, 'an update lost on an open line'],
  [157, '"checked" that stayed on the screen after the relay had moved on'],
  [665, 'a fingerprint asked for before an edit and compared after it'],
]

/** Which broken promise gives each planted bug away. */
const CAUGHT_BY: Readonly<Record<Bug, Finding['promise']>> = {
  'drop-an-ack': 'nothing is left unsent',
  'ack-before-commit': 'acknowledged is on the relay',
  'reuse-a-client-id': 'honest work is never refused',
  'skip-the-gate': 'forged rows change nothing',
  'whole-record-overwrite': 'single-writer fields keep the last value',
  'trust-a-state-vector': 'checked means equal',
  'saved-before-written': 'saved is never lost',
  'ack-settles-everything': 'nothing needed mending',
  'skip-a-gap': 'nothing needed mending',
  'drop-what-is-refused': 'created = merged + quarantined',
  'ignore-the-epoch': 'acknowledged is on the relay',
  'deliver-to-anyone': 'no byte to the wrong person',
  'cursor-without-cache': 'nothing needed mending',
}

const CHUNK = 100
const CHUNKS = 20

describe('T1 simulated days: every promise holds, whatever goes wrong', () => {
  it.each(PINNED)('pinned seed %i (%s)', async (seed) => {
    expect((await simulate(planOf(seed))).findings).toEqual([])
  })

  it.each(Array.from({ length: CHUNKS }, (_, i) => 1 + i * CHUNK))(
    `seeds %i to + ${CHUNK - 1}`,
    { timeout: 600_000 },
    async (from) => {
      const broken: string[] = []
      for (let seed = from; seed < from + CHUNK; seed++) {
        const { findings } = await simulate(planOf(seed))
        for (const { promise, detail } of findings)
          broken.push(`seed ${seed}: ${promise}: ${detail}`)
      }
      expect(broken).toEqual([])
    },
  )

  it('is the same day again for the same seed', async () => {
    const [a, b] = [await simulate(planOf(77)), await simulate(planOf(77))]
    expect(a).toEqual(b)
  })
})

describe('T4 a copied storage that writes on under the same clientID', () => {
  it.each(Array.from({ length: 40 }, (_, i) => 5000 + i))(
    'keeps both people’s words (seed %i)',
    async (seed) => {
      const plan = onSockets({ ...planOf(seed), clone: true, restore: false, rot: false })
      expect((await simulate(plan)).findings).toEqual([])
    },
  )
})

describe('T21 rows carried by another tablet', () => {
  let walks = 0
  it.each(Array.from({ length: 40 }, (_, i) => 9000 + i))(
    'are as good as sent by their author: nothing lost, nothing twice (seed %i)',
    async (seed) => {
      const day = planOf(seed)
      const plan = { ...day, steps: day.steps + 20, carry: true, clone: false, restore: false }
      const { findings, log } = await simulate(plan)
      expect(findings).toEqual([])
      walks += log.filter((line) => line.includes('carries for')).length
    },
  )
  it('and there were some to look at', () => expect(walks).toBeGreaterThan(40))
})

describe('T39 planted bugs are caught by name', () => {
  it.each(BUGS)('%s', { timeout: 600_000 }, async (bug) => {
    for (let seed = 1; seed <= 400; seed++) {
      const { findings } = await simulate(planOf(seed, bug))
      if (findings.some((finding) => finding.promise === CAUGHT_BY[bug])) return
    }
    expect.fail(`400 seeds did not notice ${bug}`)
  })
})
