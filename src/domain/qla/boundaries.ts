import { differs, settled } from '../choice.ts'
import { err, ok, type Result } from '../result.ts'
import type { BoundaryLine, BoundaryQa, BoundarySetHead } from './paper.ts'
import { belowAll, type Grade, placeOf, type Scale } from './scales.ts'
import type { QlaSettings } from './settings.ts'
import type { BoundariesUsed } from './sitting.ts'

export interface Threshold {
  readonly label: string
  /** Fewest marks for it. */
  readonly min: number
}

/** Boundaries of a test, from the lowest up. */
export interface BoundarySet {
  readonly id: string
  readonly name: string
  readonly scale: Scale
  readonly year: string
  readonly outOf: number
  readonly thresholds: readonly Threshold[]
  /** Labels for which two devices gave different marks: somebody must pick. */
  readonly differ: readonly string[]
  /** Who checked exactly these, and on which day; null while nobody has (C30). */
  readonly qa: { readonly by: string; readonly on: string } | null
}

const live = <T extends { removedAt: number | null }>(rows: readonly T[]) =>
  rows.filter(({ removedAt }) => removedAt === null)

/** Boundaries as they are checked: whatever is changed afterwards is unchecked again. */
export const printOf = ({
  scale,
  outOf,
  thresholds,
}: Pick<BoundarySet, 'scale' | 'outOf' | 'thresholds'>): string =>
  `${scale} of ${outOf}: ${thresholds.map(({ label, min }) => `${label}=${min}`).join(',')}`

/** A set with its boundaries and its check. */
export function boundarySetOf(
  head: BoundarySetHead,
  lines: readonly BoundaryLine[],
  checks: readonly BoundaryQa[],
): BoundarySet {
  const { id, name, scale, year, outOf } = head
  const own = live(lines).filter(({ set }) => set === id)
  const thresholds = own
    .flatMap(({ label, min }) => {
      const marks = settled(min)
      return marks === null ? [] : [{ label, min: marks }]
    })
    .sort((a, b) => placeOf({ scale, label: a.label }) - placeOf({ scale, label: b.label }))
  const differ = own.filter(({ min }) => differs(min)).map(({ label }) => label)
  const print = printOf({ scale, outOf, thresholds })
  const check = checks.findLast(({ set, checked }) => set === id && checked === print)
  const qa = check && differ.length === 0 ? { by: check.by, on: check.on } : null
  return { id, name, scale, year, outOf, thresholds, differ, qa }
}

export type BoundaryFault =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'unknown-label' | 'twice' | 'too-high' | 'not-rising' | 'differs'
      readonly label: string
    }

/** What is wrong with boundaries, label by label; nothing may be checked or used with a fault. */
export function boundaryFaults(
  set: Pick<BoundarySet, 'scale' | 'outOf' | 'thresholds' | 'differ'>,
): BoundaryFault[] {
  const { scale, outOf, thresholds, differ } = set
  const faults: BoundaryFault[] = differ.map((label) => ({ kind: 'differs', label }))
  if (thresholds.length === 0 && differ.length === 0) faults.push({ kind: 'none' })
  thresholds.forEach(({ label, min }, at) => {
    const before = thresholds[at - 1]
    if (placeOf({ scale, label }) < 0) faults.push({ kind: 'unknown-label', label })
    else if (before?.label === label) faults.push({ kind: 'twice', label })
    else if (min > outOf) faults.push({ kind: 'too-high', label })
    else if (before && min <= before.min) faults.push({ kind: 'not-rising', label })
  })
  return faults
}

/** The boundaries to grade by, or why they may not be used: faults, or not checked yet (C30). */
export function usable(set: BoundarySet): Result<BoundarySet, 'faulty' | 'not-checked'> {
  if (boundaryFaults(set).length > 0) return err('faulty')
  return set.qa ? ok(set) : err('not-checked')
}

/** What a sitting keeps of boundaries that were checked; a sitting is graded by nothing else (C30). */
export function toUse(
  set: BoundarySet,
): Result<Omit<BoundariesUsed, 'id' | 'by' | 'madeAt'>, 'faulty' | 'not-checked'> {
  const found = usable(set)
  if (!found.ok || !set.qa) return found.ok ? err('not-checked') : found
  const { id, name, scale, year, outOf, thresholds, qa } = set
  return ok({
    set: id,
    name,
    scale,
    year,
    outOf,
    thresholds: [...thresholds],
    qaBy: qa.by,
    qaOn: qa.on,
  })
}

/** The boundaries that count for a sitting: those copied in last. */
export const usedLast = (used: readonly BoundariesUsed[]): BoundariesUsed | null =>
  used.reduce<BoundariesUsed | null>(
    (last, one) => (last === null || one.madeAt >= last.madeAt ? one : last),
    null,
  )

interface Graded {
  readonly scale: Scale
  readonly thresholds: readonly Threshold[]
}

export function gradeFor({ scale, thresholds }: Graded, marks: number): Grade {
  const reached = thresholds.filter(({ min }) => min <= marks)
  const best = reached.reduce<Threshold | null>((a, b) => (a && a.min > b.min ? a : b), null)
  return { scale, label: best?.label ?? belowAll(scale) }
}

/** How many reach a boundary, of totals that are whole; null if the scale has no such boundary here. */
export function countAtLeast(
  { thresholds }: Graded,
  label: string,
  totals: Iterable<number | null>,
): number | null {
  const boundary = thresholds.find((one) => one.label === label)
  if (!boundary) return null
  return [...totals].filter((total) => total !== null && total >= boundary.min).length
}

/** Labels that mean the standard expected of most, where the scale has one. */
const EXPECTED: Readonly<Partial<Record<Scale, string>>> = {
  'wt-gd': 'EX',
  'wts-gds': 'EXS',
  scaled: '100',
  judgement: 'EXS',
  '9-1': '4',
}

/** The boundary that "at the standard" is of; null where there is none. */
export function standardOf({ scale, thresholds }: Graded): Threshold | null {
  const label = EXPECTED[scale]
  return thresholds.find((one) => one.label === label) ?? null
}

/** How many marks the trust's band about a boundary is, of so many marks; at least one. */
export const nearMarks = (outOf: number, { nearBand }: Pick<QlaSettings, 'nearBand'>): number =>
  Math.max(1, Math.round((outOf * nearBand) / 100))

/** Pupils' keys within some marks of a boundary, below it or above: whom a little more would move. */
export const nearBoundary = (
  { min }: Threshold,
  totals: ReadonlyMap<string, number | null>,
  within: number,
): string[] =>
  [...totals].flatMap(([pupil, total]) =>
    total !== null && total >= min - within && total < min + within ? [pupil] : [],
  )
