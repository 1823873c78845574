import { createHash } from 'node:crypto'
import { inspectUpdate, type UpdateFacts } from '../src/crdt/inspect.ts'
import { LIMITS, type Refusal } from '../src/domain/refusals.ts'
import { err, ok, type Result } from '../src/domain/result.ts'
import type { PushRow } from '../src/domain/wire/messages.ts'
import { rowHashInput, sameBytes } from '../src/domain/wire/row-hash.ts'
import type { Entry } from './log/port.ts'

/** Rows up to this size are read where they arrive; larger ones in the worker, under its watchdog. */
const READ_HERE = 65_536
/** An update holds what one device wrote; carried and re-keyed ones hold a few clientIDs. */
const CLIENTS_PER_UPDATE = 64

export interface Gate {
  readonly person: string
  readonly now: number
  /** Why this person may not write this document now, or null. */
  readonly refuses: (doc: string) => Refusal | null
  /** Whom a device is known to belong to, or null. */
  readonly ownerOf: (device: string) => string | null
  /** Whether a device has its receipt for what it had of a document: it adds nothing more. */
  readonly isDone?: (doc: string, device: string) => boolean
  readonly inspect: (bytes: Uint8Array) => Promise<Result<UpdateFacts, Refusal>>
}

export type Gated = Result<Entry, Refusal>

export const rowHashOf = (row: PushRow): Uint8Array =>
  createHash('sha256').update(rowHashInput(row)).digest()

function refusalOf(row: PushRow, gate: Gate): Refusal | null {
  const refusal = gate.refuses(row.doc)
  if (refusal) return refusal
  const owner = gate.ownerOf(row.device)
  if (owner !== null && owner !== gate.person) return 'not-allowed'
  if (gate.isDone?.(row.doc, row.device)) return 'sealed'
  if (row.bytes.length > LIMITS.updateBytes) return 'too-large'
  return sameBytes(rowHashOf(row), row.hash) ? null : 'damaged'
}

function entryOf(row: PushRow, gate: Gate, facts: Result<UpdateFacts, Refusal>): Gated {
  if (!facts.ok) return facts
  if (facts.value.adds.length > CLIENTS_PER_UPDATE) return err('clock-jump')
  return ok({ ...row, person: gate.person, receivedAt: gate.now, facts: facts.value })
}

/**
 * Everything about one pushed row that can be said without the log, in this order:
 * access now, a document's name, size, hash, what the update would do.
 */
export function throughGate(row: PushRow, gate: Gate): Gated | Promise<Gated> {
  const refusal = refusalOf(row, gate)
  if (refusal) return err(refusal)
  if (row.bytes.length <= READ_HERE) return entryOf(row, gate, inspectUpdate(row.bytes))
  return gate.inspect(row.bytes).then((facts) => entryOf(row, gate, facts))
}
