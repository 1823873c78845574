import { createHash } from 'node:crypto'
import { inspectUpdate, type UpdateFacts } from '../src/crdt/inspect.ts'
import { LIMITS, type Refusal } from '../src/domain/refusals.ts'
import { err, ok, type Result } from '../src/domain/result.ts'
import type { PushRow } from '../src/domain/wire/messages.ts'
import { rowHashInput, sameBytes } from '../src/domain/wire/row-hash.ts'
import type { Signer } from './accounts/port.ts'
import type { Entry } from './log/port.ts'

/** Rows up to this size are read where they arrive; larger ones in the worker, under its watchdog. */
const READ_HERE = 65_536
/** An update holds what one device wrote; carried and re-keyed ones hold a few clientIDs. */
const CLIENTS_PER_UPDATE = 64

export interface Gate {
  /** Whose line the row came over. */
  readonly person: string
  readonly device: string | null
  readonly now: number
  /** Why a person may not write this document now, or null. */
  readonly refuses: (person: string, doc: string) => Refusal | null
  /** What is known of a device, or null. */
  readonly signerOf: (device: string) => Signer | null
  /** Whether the row's signature is by the key of the device that it names; `null` if there is nothing to look at. */
  readonly proven: (row: PushRow) => boolean | null
  /** Whether a person's device has its receipt for what it had of a document: it adds nothing more. */
  readonly isDone: (person: string, doc: string, device: string) => boolean
  readonly inspect: (bytes: Uint8Array) => Promise<Result<UpdateFacts, Refusal>>
}

export type Gated = Result<Entry, Refusal>

export const rowHashOf = (row: Pick<PushRow, 'doc' | 'id' | 'bytes'>): Uint8Array =>
  createHash('sha256').update(rowHashInput(row)).digest()

/**
 * Whose row this is. A signature proves it whatever line it came over. Without one the line says
 * it, so it must be the device's own line; or a copy of one's own work from a device that the
 * relay has no key of.
 */
function authorOf(row: PushRow, gate: Gate): Result<string, Refusal> {
  const signer = gate.signerOf(row.device)
  if (signer?.revoked) return err('device-revoked')
  const proven = gate.proven(row)
  if (proven !== null) return proven && signer ? ok(signer.person) : err('bad-signature')
  if (row.device === gate.device) return ok(gate.person)
  if (row.signature) return err('unknown-device')
  if (signer && signer.person !== gate.person) return err('not-allowed')
  return signer?.key ? err('bad-signature') : ok(gate.person)
}

function refusalOf(row: PushRow, author: string, gate: Gate): Refusal | null {
  const refusal = gate.refuses(author, row.doc)
  if (refusal) return refusal
  if (gate.isDone(author, row.doc, row.device)) return 'sealed'
  if (row.bytes.length > LIMITS.updateBytes) return 'too-large'
  return sameBytes(rowHashOf(row), row.hash) ? null : 'damaged'
}

function entryOf(
  row: PushRow,
  person: string,
  gate: Gate,
  facts: Result<UpdateFacts, Refusal>,
): Gated {
  if (!facts.ok) return facts
  if (facts.value.adds.length > CLIENTS_PER_UPDATE) return err('clock-jump')
  return ok({ ...row, person, receivedAt: gate.now, facts: facts.value })
}

/**
 * Everything about one pushed row that can be said without the log, in this order:
 * who wrote it, access now, a document's name, size, hash, what the update would do.
 */
export function throughGate(row: PushRow, gate: Gate): Gated | Promise<Gated> {
  const author = authorOf(row, gate)
  if (!author.ok) return author
  const refusal = refusalOf(row, author.value, gate)
  if (refusal) return err(refusal)
  if (row.bytes.length <= READ_HERE)
    return entryOf(row, author.value, gate, inspectUpdate(row.bytes))
  return gate.inspect(row.bytes).then((facts) => entryOf(row, author.value, gate, facts))
}
