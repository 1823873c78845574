import type { Refusal, Retry } from '../src/domain/refusals.ts'
import { err } from '../src/domain/result.ts'
import type { LogRow, PushRow } from '../src/domain/wire/messages.ts'
import type { Access } from './access.ts'
import type { Connection } from './connection.ts'
import type { Gated } from './gate.ts'
import type { Appended } from './log/port.ts'
import type { RelayPorts } from './ports.ts'

/** A row that has just become part of a document, and the connection that need not hear of it. */
export interface Stored {
  readonly row: LogRow
  readonly from: Connection
}

export interface Committed {
  /** New rows by document, in order. */
  readonly stored: ReadonlyMap<string, readonly Stored[]>
  /** Rows that had been there before: somebody may have missed them. */
  readonly again: readonly { readonly doc: string; readonly seq: number }[]
  /** Documents of which words were taken out. */
  readonly erased: ReadonlySet<string>
}

export interface Staged {
  readonly from: Connection
  readonly row: PushRow
  readonly gated: Gated
  readonly answered: () => void
}

/** Rights may have ended while the row waited: what counts is the moment it is written in. */
export function withRightsOfNow(
  one: Staged,
  access: Access,
  { accounts }: Pick<RelayPorts, 'accounts'>,
): Staged {
  if (!one.gated.ok) return one
  if (accounts.signerOf(one.row.device)?.revoked) return { ...one, gated: err('device-revoked') }
  const refusal = access.refuses(one.gated.value.person, 'write', one.row.doc)
  return refusal ? { ...one, gated: err(refusal) } : one
}

export async function write(
  batch: readonly Staged[],
  { log, now }: RelayPorts,
): Promise<Appended[]> {
  const entries = batch.flatMap(({ gated }) => (gated.ok ? [gated.value] : []))
  const aside = batch.flatMap(({ gated, row, from }) =>
    gated.ok ? [] : [{ ...row, person: from.person, receivedAt: now(), reason: gated.error }],
  )
  if (aside.length > 0) await log.quarantine(aside)
  const appended = entries.length > 0 ? (await log.append(entries)).values() : [].values()
  return batch.map(({ gated }): Appended => {
    if (!gated.ok) return { kind: 'refused', reason: gated.error }
    const fate: Appended | undefined = appended.next().value
    if (!fate) throw new Error('The log answered for fewer rows than it was given')
    return fate
  })
}

interface Answers {
  readonly ack: { id: string; doc: string; seq: number }[]
  readonly refused: { id: string; doc: string; reason: Refusal }[]
  readonly retry: { id: string; doc: string; reason: Retry }[]
}

export function answer(batch: readonly Staged[], fates: readonly Appended[]) {
  const answers = new Map<Connection, Answers>()
  for (const [index, { from, row }] of batch.entries()) {
    const fate = fates[index]
    if (!fate) continue
    const own = answers.get(from) ?? { ack: [], refused: [], retry: [] }
    answers.set(from, own)
    const { id, doc } = row
    if (fate.kind === 'stored') own.ack.push({ id, doc, seq: fate.seq })
    else if (fate.kind === 'refused') own.refused.push({ id, doc, reason: fate.reason })
    else own.retry.push({ id, doc, reason: fate.reason })
  }
  for (const [to, { ack, refused, retry }] of answers) {
    if (ack.length > 0) to.send({ type: 'ack', rows: ack })
    if (refused.length > 0) to.send({ type: 'refused', rows: refused })
    if (retry.length > 0) to.send({ type: 'retry', rows: retry })
  }
}

export function sort(batch: readonly Staged[], fates: readonly Appended[]): Committed {
  const stored = new Map<string, Stored[]>()
  const again: { doc: string; seq: number }[] = []
  const erased = new Set<string>()
  for (const [index, { from, gated }] of batch.entries()) {
    const fate = fates[index]
    if (!gated.ok || fate?.kind !== 'stored') continue
    const { doc } = gated.value
    if (fate.again) {
      again.push({ doc, seq: fate.seq })
      if (fate.erased) erased.add(doc)
      continue
    }
    const { facts: _, ...row } = gated.value
    const rows = stored.get(doc) ?? []
    rows.push({ row: { ...row, seq: fate.seq }, from })
    stored.set(doc, rows)
  }
  return { stored, again, erased }
}
