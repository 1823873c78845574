import { z } from 'zod'
import type { CorridorDatabase } from '../db.ts'
import { durably } from '../durable.ts'

const bytes = z.base64()

const common = { id: z.string(), madeAt: z.number() }
const wrapped = { iv: bytes, sealedKey: bytes }

export const costSchema = z.object({
  memoryKiB: z.number().int().positive(),
  passes: z.number().int().positive(),
  lanes: z.number().int().positive(),
})

const wrappingSchema = z.discriminatedUnion('kind', [
  /** The key itself, beside the data: a demonstration that hides nothing. */
  z.object({ kind: z.literal('open'), ...common, key: bytes }),
  z.object({
    kind: z.literal('passphrase'),
    ...common,
    ...wrapped,
    salt: bytes,
    cost: costSchema,
  }),
  z.object({
    kind: z.literal('passkey'),
    ...common,
    ...wrapped,
    salt: bytes,
    credential: bytes,
  }),
])
export type Wrapping = z.infer<typeof wrappingSchema>
export type Locked = Exclude<Wrapping, { kind: 'open' }>

export const LOCK_MINUTES = [5, 15, 30] as const
export type LockMinutes = (typeof LOCK_MINUTES)[number]

/** How one person's data key is kept on this device: the same key, once for each way to open it. */
export const vaultRecordSchema = z.object({
  /** Made by chance with the key; another key has another id. */
  id: z.string(),
  /** Rises with every change: of two copies the higher one counts. */
  turn: z.number(),
  /** Whose work it is: all that the lock screen says. */
  name: z.string(),
  wrappings: z.array(wrappingSchema),
  tries: z.object({ wrong: z.number(), at: z.number() }),
  lockAfter: z.literal(LOCK_MINUTES),
})
export type VaultRecord = z.infer<typeof vaultRecordSchema>

const KEY = 'vault'
const mirrorKey = (person: string) => `corridor.vault.${person}`

export const rowOf = (record: VaultRecord) => ({ key: KEY, value: record })

function inMirror(person: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(mirrorKey(person)) ?? 'null')
  } catch {
    return null // The database has it.
  }
}

/** Whoever loses this record loses all unsent work: a copy of it lies beside the database. */
export function mirror(person: string, record: VaultRecord | null) {
  try {
    if (record) localStorage.setItem(mirrorKey(person), JSON.stringify(record))
    else localStorage.removeItem(mirrorKey(person))
  } catch {
    // Full or forbidden: the database has it.
  }
}

const parsed = (value: unknown): VaultRecord | null =>
  vaultRecordSchema.safeParse(value).data ?? null

/** Reads the newer of both copies; the other, lost or older, is made like it. */
export async function readRecord(
  person: string,
  db: CorridorDatabase,
): Promise<VaultRecord | null> {
  const kept = parsed((await durably(db, () => db.vault.get(KEY)))?.value)
  const copy = parsed(inMirror(person))
  const newest = (kept?.turn ?? -1) >= (copy?.turn ?? -1) ? kept : copy
  if (!newest) return null
  if (kept?.turn !== newest.turn)
    await durably(db, () => db.vault.put(rowOf(newest))).catch(() => undefined) // The copy has it.
  if (copy?.turn !== newest.turn) mirror(person, newest)
  return newest
}

/** Resolves when it is on the disk. */
export async function writeRecord(person: string, db: CorridorDatabase, record: VaultRecord) {
  await durably(db, () => db.vault.put(rowOf(record)))
  mirror(person, record)
}
