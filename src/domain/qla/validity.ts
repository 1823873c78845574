import type { ItemFields } from './paper.ts'
import type { ValidityBasis } from './settings.ts'

/** Share of a spiral paper that is content of earlier years, at least (C29). */
const EARLIER = 0.25
/** How far the expected questions may lie from half the paper, as a share: a paper of 45 marks has no half. */
const AROUND_HALF = 0.05
/** Years of Key Stage 3, whose spiral papers are to be half at expected. */
const KEY_STAGE_3 = [7, 8, 9]

export type ValidityFault =
  /** So many questions do not say which year's content, or which demand, they test. */
  | { readonly kind: 'years-unsaid' | 'demand-unsaid'; readonly questions: number }
  | { readonly kind: 'earlier'; readonly share: number }
  | { readonly kind: 'expected'; readonly share: number }
  /** Working towards and greater depth are to be in it too. */
  | { readonly kind: 'no-working-towards' | 'no-greater-depth' }

export interface Validity {
  /** Shares, 0 to 1, by marks or by objectives; null of an empty paper. */
  readonly earlier: number | null
  readonly expected: number | null
  readonly faults: readonly ValidityFault[]
}

type Checked = Pick<ItemFields, 'max' | 'code' | 'fromYear' | 'tier'>

/** What a question weighs: its marks; or one for each objective, however many questions test it. */
function weightsOf(items: readonly Checked[], basis: ValidityBasis): readonly Checked[] {
  if (basis === 'marks') return items
  const objectives = new Map<string, Checked>()
  for (const item of items) {
    const key = [item.code, item.fromYear, item.tier].join('|')
    if (!objectives.has(key)) objectives.set(key, { ...item, max: 1 })
  }
  return [...objectives.values()]
}

function shareOf(items: readonly Checked[], is: (item: Checked) => boolean): number | null {
  const all = items.reduce((sum, { max }) => sum + max, 0)
  const those = items.reduce((sum, item) => (is(item) ? sum + item.max : sum), 0)
  return all === 0 ? null : those / all
}

/**
 * Whether a spiral paper is one (C29): a quarter from earlier years and, in Key Stage 3, half at expected
 * with some below and some above.
 * @param yearGroup whose paper it is
 * @param basis marks or objectives, as the trust set it
 */
export function validityOf(
  items: readonly Checked[],
  yearGroup: number,
  basis: ValidityBasis,
): Validity {
  const weighed = weightsOf(items, basis)
  const earlier = shareOf(weighed, ({ fromYear }) => fromYear !== null && fromYear < yearGroup)
  const expected = shareOf(weighed, ({ tier }) => tier === 'EX')
  const faults: ValidityFault[] = []
  const yearless = items.filter(({ fromYear }) => fromYear === null).length
  if (yearless > 0) faults.push({ kind: 'years-unsaid', questions: yearless })
  if (earlier === null || earlier < EARLIER) faults.push({ kind: 'earlier', share: earlier ?? 0 })
  if (KEY_STAGE_3.includes(yearGroup)) faults.push(...demandFaults(items, expected ?? 0))
  return { earlier, expected, faults }
}

function demandFaults(items: readonly Checked[], expected: number): ValidityFault[] {
  const faults: ValidityFault[] = []
  const unsaid = items.filter(({ tier }) => tier === null).length
  if (unsaid > 0) faults.push({ kind: 'demand-unsaid', questions: unsaid })
  if (Math.abs(expected - 0.5) > AROUND_HALF) faults.push({ kind: 'expected', share: expected })
  if (!items.some(({ tier }) => tier === 'WT')) faults.push({ kind: 'no-working-towards' })
  if (!items.some(({ tier }) => tier === 'GD')) faults.push({ kind: 'no-greater-depth' })
  return faults
}
