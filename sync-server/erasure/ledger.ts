import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Erasure } from './erase.ts'

const schema = z.object({
  id: z.string(),
  doc: z.string(),
  at: z.number(),
  by: z.string(),
  ranges: z.array(z.object({ client: z.number(), from: z.number(), to: z.number() })),
  update: z.string(),
})

/** Beside the database, and to be kept apart from its backups: an old backup does not know it. */
const fileOf = (dataDir: string) => path.join(dataDir, 'erasures.jsonl')

/** Every erasure there was, in order. */
export function readLedger(dataDir: string): Erasure[] {
  const file = fileOf(dataDir)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line) => (line === '' ? [] : [schema.parse(JSON.parse(line))]))
}

/** Durable when it returns. */
export function addToLedger(dataDir: string, erasure: Erasure) {
  const file = openSync(fileOf(dataDir), 'a', 0o600)
  writeSync(file, `${JSON.stringify(erasure)}\n`)
  fsyncSync(file)
  closeSync(file)
}
