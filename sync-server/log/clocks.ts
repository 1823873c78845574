import type { ClockRange } from '../../src/crdt/inspect.ts'
import { LIMITS, type Refusal, type Retry } from '../../src/domain/refusals.ts'
import type { Entry } from './port.ts'

/** Who first wrote under a clientID of a document, and the next clock it may write. */
export interface Bound {
  readonly person: string
  readonly device: string
  readonly clock: number
}

/**
 * Whose device a clientID is once two writers were seen under it: nobody's. If one of them
 * could go on, its rows would be read as if they followed what the other wrote.
 */
export const NO_DEVICE = '0'.repeat(32)

/** The clientIDs that a row refused as `clock-taken` shows to be in use twice. */
export const usedTwice = (entry: Entry, lookUp: BoundOf): number[] =>
  entry.facts.adds.filter((add) => add.from < (lookUp(add.client)?.clock ?? 0)).map((a) => a.client)

export type Fit =
  | { readonly kind: 'fits' }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  | { readonly kind: 'retry'; readonly reason: Retry }

const FITS: Fit = { kind: 'fits' }
const GAP: Fit = { kind: 'retry', reason: 'gap' }
const refused = (reason: Refusal): Fit => ({ kind: 'refused', reason })

type BoundOf = (client: number) => Bound | undefined

function fitAdd(entry: Entry, add: ClockRange, bound: Bound | undefined): Fit {
  if (!bound) return add.from === 0 ? FITS : GAP
  if (bound.person !== entry.person || bound.device !== entry.device) return refused('client-taken')
  if (bound.device === NO_DEVICE) return refused('client-taken')
  if (add.from < bound.clock) return refused('clock-taken')
  return add.from > bound.clock ? GAP : FITS
}

function fitDeletes(entry: Entry, clockAfter: (client: number) => number, boundOf: BoundOf): Fit {
  let foreign = 0
  for (const { client, from, to } of entry.facts.deletes) {
    const known = clockAfter(client)
    if (to - known > LIMITS.clockGrowth) return refused('mass-delete')
    // Stopping here also bounds the look-ups that one hostile row can cause.
    if (to > known) return GAP
    const bound = boundOf(client)
    if (bound && bound.person !== entry.person) foreign += to - from
    if (foreign > LIMITS.foreignDeletes) return refused('mass-delete')
  }
  return FITS
}

/**
 * Whether an entry may follow what the log has of its document: the rules of
 * `DocumentLog.append` on clientIDs, clocks and deletions, for every store.
 */
export function fitClocks(entry: Entry, lookUp: BoundOf): Fit {
  const seen = new Map<number, Bound | undefined>()
  const boundOf: BoundOf = (client) => {
    if (!seen.has(client)) seen.set(client, lookUp(client))
    return seen.get(client)
  }
  const adds = new Map(entry.facts.adds.map((add) => [add.client, add]))
  let gap = false
  for (const add of entry.facts.adds) {
    const fit = fitAdd(entry, add, boundOf(add.client))
    if (fit.kind === 'refused') return fit
    gap ||= fit.kind === 'retry'
  }
  for (const { client, clock } of entry.facts.needs)
    if (clock > (adds.get(client)?.to ?? Infinity)) return refused('clock-jump')
  if (gap) return GAP
  const clockAfter = (client: number) => adds.get(client)?.to ?? boundOf(client)?.clock ?? 0
  const deletes = fitDeletes(entry, clockAfter, boundOf)
  if (deletes.kind !== 'fits') return deletes
  for (const { client, clock } of entry.facts.needs) if (clock > clockAfter(client)) return GAP
  return FITS
}
