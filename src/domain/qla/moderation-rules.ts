import { settled } from '../choice.ts'
import type { Judgement, SampleRule } from './moderation.ts'

/**
 * Scripts of a sample (C33): 5% and 10% round up, over 10% is the first whole number above it; never
 * none and never more than there are. External marking is of an over-10% sample (C34).
 */
export function sampleSize(cohort: number, rule: SampleRule): number {
  if (cohort <= 0) return 0
  const above = Math.floor((cohort * 10) / 100) + 1
  const wanted = { '5': Math.ceil((cohort * 5) / 100), '10': Math.ceil((cohort * 10) / 100) }
  const size = rule === '5' || rule === '10' ? wanted[rule] : above
  return Math.min(cohort, Math.max(1, size))
}

/** Subjects of the English Baccalaureate, as their names begin. */
const EBACC = [
  'english',
  'math',
  'science',
  'biology',
  'chemistry',
  'physics',
  'computer science',
  'history',
  'geography',
  'french',
  'german',
  'spanish',
  'latin',
]
/** The last year group of a primary school. */
export const LAST_PRIMARY_YEAR = 6
const PRIMARY = ['reading', 'writing', 'math']
const begins = (subject: string, with_: readonly string[]) =>
  with_.some((name) => subject.trim().toLowerCase().startsWith(name))

/** What a trust samples of a subject and year (C33, C34), or null where nothing is asked. */
export function ruleFor(of: {
  readonly subject: string
  readonly yearGroup: number
  /** The one other year that the trust named beside Year 11. */
  readonly priorityYear: number | null
  /** The subject has a trend of concern. */
  readonly concern: boolean
}): { readonly rule: SampleRule; readonly external: boolean } | null {
  const { subject, yearGroup, priorityYear, concern } = of
  if (yearGroup <= LAST_PRIMARY_YEAR)
    return begins(subject, PRIMARY) ? { rule: '10', external: false } : null
  if (concern) return { rule: 'over_10', external: true }
  const isSampled = yearGroup === 11 || yearGroup === priorityYear
  return isSampled && begins(subject, EBACC) ? { rule: '5', external: false } : null
}

/**
 * Draws a sample with some of each label: by turns from each, so that none is left out while there is room.
 * @param below a whole number from 0 up to and not including the one given, by chance
 */
export function drawSample<T>(
  scripts: readonly T[],
  labelOf: (script: T) => string,
  size: number,
  below: (n: number) => number,
): T[] {
  const piles = new Map<string, T[]>()
  for (const script of scripts)
    piles.set(labelOf(script), [...(piles.get(labelOf(script)) ?? []), script])
  const drawn: T[] = []
  while (drawn.length < Math.min(size, scripts.length))
    for (const pile of piles.values()) {
      if (pile.length === 0 || drawn.length >= size) continue
      drawn.push(...pile.splice(below(pile.length), 1))
    }
  return drawn
}

export interface Agreement {
  /** Scripts that both have judged. */
  readonly judged: number
  readonly agreed: number
  /** 0 to 1; null while none is judged. */
  readonly share: number | null
  /** Scripts on which they differ and no agreed judgement is down yet. */
  readonly open: number
}

/** How far teacher and moderator agree. People decide whether the sample is extended. */
export function agreementOf(judgements: readonly Judgement[]): Agreement {
  const both = judgements
    .filter(({ removedAt }) => removedAt === null)
    .map(({ teacher, moderator, agreed }) => ({
      teacher: settled(teacher),
      moderator: settled(moderator),
      agreed: settled(agreed),
    }))
    .filter(({ teacher, moderator }) => teacher !== null && moderator !== null)
  const same = both.filter(({ teacher, moderator }) => teacher === moderator).length
  const differing = both.filter(({ teacher, moderator }) => teacher !== moderator)
  return {
    judged: both.length,
    agreed: same,
    share: both.length === 0 ? null : same / both.length,
    open: differing.filter(({ agreed }) => agreed === null).length,
  }
}
