import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { RESULTS } from './build.ts'
import { loadAverage } from './proc.ts'

export interface Options {
  readonly small: boolean
  readonly rounds: number
  /** Keeps a processor profile of the relay in the results' folder. */
  readonly profile: boolean
}

/** Every single round is kept; tables show medians of them. */
export function keep(name: string, row: object) {
  mkdirSync(RESULTS, { recursive: true })
  const line = JSON.stringify({ at: new Date().toISOString(), load: loadAverage(), ...row })
  appendFileSync(path.join(RESULTS, `${name}.jsonl`), `${line}\n`)
}

export async function inFreshFolder<T>(run: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(path.join(tmpdir(), 'corridor-bench-'))
  return run(dir).finally(() => rmSync(dir, { recursive: true, force: true }))
}

/** Flags of Node with which a process leaves a profile in the results' folder when it ends. */
export const profileFlags = (name: string): string[] => [
  '--cpu-prof',
  `--cpu-prof-dir=${path.join(RESULTS, 'profiles', name)}`,
]
