import type { z } from 'zod'
import { err, ok, type Result } from './result.ts'

/** A record as it lies in a document: plain values by field, with `type` and `v`. */
export type RawRecord = Readonly<Record<string, unknown>>

export type ReadFault =
  | { readonly kind: 'other-type' }
  /** Written by a newer app: kept, counted, never shown half-read and never written. */
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'invalid'; readonly detail: string }

/** Upgrades are applied when a record is read, never written back by opening it. */
export interface Upgrade {
  readonly name: string
  readonly up: (old: RawRecord) => RawRecord
}

export interface RecordType<T> {
  readonly type: string
  /** Version that this app writes: 1 + number of upgrades. */
  readonly version: number
  /** Fields kept as Y.Text because they hold more than a line. */
  readonly texts: readonly string[]
  /** Fields kept as registers: each device's value stays until a person picks. */
  readonly choices: readonly string[]
  readonly read: (raw: RawRecord) => Result<T, ReadFault>
}

/** A record's whole story: its type, schema, kinds of field and upgrades, in one call. */
export function defineRecord<S extends z.ZodType>(spec: {
  readonly type: string
  readonly schema: S
  readonly texts?: readonly string[]
  readonly choices?: readonly string[]
  readonly upgrades?: readonly Upgrade[]
}): RecordType<z.infer<S>> {
  const upgrades = spec.upgrades ?? []
  const version = 1 + upgrades.length
  return {
    type: spec.type,
    version,
    texts: spec.texts ?? [],
    choices: spec.choices ?? [],
    read(raw) {
      if (raw['type'] !== spec.type) return err({ kind: 'other-type' })
      const written = typeof raw['v'] === 'number' ? raw['v'] : 1
      if (written > version) return err({ kind: 'newer', version: written })
      const current = upgrades.slice(written - 1).reduce((old, step) => step.up(old), raw)
      const parsed = spec.schema.safeParse(current)
      return parsed.success
        ? ok(parsed.data)
        : err({ kind: 'invalid', detail: parsed.error.issues[0]?.message ?? 'not valid' })
    },
  }
}
