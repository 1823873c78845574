import { type Bug, BUGS } from './plan.ts'
import { planOf } from './plans.ts'
import { simulate } from './world.ts'

/*
 * Any number of seeds: npm run sim -- --seeds 500000 [--from 1] [--bug name] [--keep-going]
 * Prints every seed that breaks a promise, with its day.
 */
const option = (name: string) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const seeds = Number(option('seeds') ?? 1000)
const from = Number(option('from') ?? 1)
const bug: Bug | null = BUGS.find((b) => b === option('bug')) ?? null
let failed = 0
let rows = 0
let events = 0
const started = process.hrtime.bigint()

for (let seed = from; seed < from + seeds; seed++) {
  const outcome = await simulate(planOf(seed, bug))
  rows += outcome.rows
  events += outcome.events
  if (outcome.findings.length === 0) continue
  failed++
  process.stdout.write(`seed ${seed} ${JSON.stringify(planOf(seed, bug))}\n`)
  for (const { promise, detail } of outcome.findings.slice(0, 6))
    process.stdout.write(`  ${promise}: ${detail}\n`)
  if (process.argv.includes('--log')) process.stdout.write(`  ${outcome.log.join('\n  ')}\n`)
  if (failed >= 10 && !process.argv.includes('--keep-going')) break
}
const seconds = Number(process.hrtime.bigint() - started) / 1e9
process.stdout.write(
  `${seeds} seeds, ${failed} failed, ${rows} rows, ${events} events, ${seconds.toFixed(1)} s\n`,
)
process.exit(failed > 0 ? 1 : 0)
