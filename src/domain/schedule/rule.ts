import { z } from 'zod'
import { defineRecord } from '../record.ts'
import { type VisitKind, VISIT_KIND_NAMES, visitKindWords } from './kinds.ts'

/** How often. `times_a_year` lays them over the half-terms: three are HT2, HT4 and HT6. */
export const RHYTHMS = [
  ['monthly', 'Every month'],
  ['half_termly', 'Each half-term'],
  ['termly', 'Each term'],
  ['weekly', 'Each school week'],
  ['every_weeks', 'Every few school weeks'],
  ['times_a_year', 'So many times a year'],
  ['yearly', 'Once a year'],
] as const
export type Rhythm = (typeof RHYTHMS)[number][0]

/** Where in its month, half-term or term the visit is meant to be. */
export const PLACES = [
  ['start', 'At the start'],
  ['middle', 'In the middle'],
  ['end', 'At the end'],
] as const
export type Place = (typeof PLACES)[number][0]

const visitRuleSchema = z.object({
  id: z.string(),
  kind: z.enum(VISIT_KIND_NAMES),
  /** What it is called, where that is not the name of its kind. */
  title: z.string().max(120).default(''),
  /** Key of the checklist that it is done with, or '' for any of its kind. */
  template: z.string().max(60).default(''),
  /** URN of the one school, or '' for every school of the trust. */
  urn: z.string().max(6).default(''),
  rhythm: z.enum(RHYTHMS.map(([rhythm]) => rhythm)),
  /** School weeks between two, or times in a year. */
  every: z.number().int().min(1).max(39).default(3),
  place: z.enum(PLACES.map(([place]) => place)).default('middle'),
  /** Day and month by which a yearly visit is due, mm-dd. */
  byDay: z.string().max(5).default('07-01'),
  /** How many of a year are led by somebody from outside the trust, the first ones. */
  external: z.number().int().min(0).max(39).default(0),
  /** Person id of whoever makes it, or ''. */
  who: z.string().max(40).default(''),
  /** First and last day on which it holds, yyyy-mm-dd; '' for no end. */
  from: z.string().max(10),
  until: z.string().max(10).default(''),
  by: z.string(),
  madeAt: z.number(),
  removedAt: z.number().nullable().default(null),
})
export type VisitRule = z.infer<typeof visitRuleSchema>

/**
 * A visit that comes again. In `templates` for the whole trust, or in `school/{urn}/{year}` for one
 * school. Its visits are reckoned, not written: two devices reckon the same.
 */
export const visitRuleRecord = defineRecord({ type: 'visit-rule', schema: visitRuleSchema })

export const ruleTitle = ({ title, kind }: Pick<VisitRule, 'title' | 'kind'>): string =>
  title.trim() === '' ? visitKindWords(kind) : title.trim()

const ukDayMonth = (byDay: string) => `${byDay.slice(3)}/${byDay.slice(0, 2)}`

/** "Each half-term, in the middle". */
export function rhythmWords(rule: VisitRule): string {
  const often = RHYTHMS.find(([rhythm]) => rhythm === rule.rhythm)?.[1] ?? rule.rhythm
  const place = PLACES.find(([known]) => known === rule.place)?.[1].toLowerCase() ?? ''
  switch (rule.rhythm) {
    case 'weekly':
      return often
    case 'every_weeks':
      return rule.every === 1 ? 'Each school week' : `Every ${rule.every} school weeks`
    case 'yearly':
      return `${often}, by ${ukDayMonth(rule.byDay)}`
    case 'times_a_year': {
      const outside = rule.external > 0 ? `, ${rule.external} led from outside` : ''
      return `${rule.every} a year${outside}`
    }
    default:
      return `${often}, ${place}`
  }
}

export interface ReadyRule {
  readonly kind: VisitKind
  readonly rhythm: Rhythm
  readonly every?: number
  readonly place?: Place
  readonly byDay?: string
  readonly external?: number
  readonly why: string
}

/** What many trusts expect of each school, to begin with (C9, C26, C40; domain notes A3). */
export const READY_RULES: readonly ReadyRule[] = [
  {
    kind: 'walkaround',
    rhythm: 'monthly',
    why: 'A walkaround of every site each month.',
  },
  { kind: 'site_audit', rhythm: 'yearly', byDay: '06-30', why: 'The whole site once a year.' },
  { kind: 'scr_spot', rhythm: 'half_termly', why: 'A few rows of the single central record.' },
  { kind: 'learning_walk', rhythm: 'half_termly', why: 'Agreed with staff, with one focus.' },
  { kind: 'attendance_visit', rhythm: 'termly', why: 'With whoever leads on attendance.' },
  {
    kind: 'peer_review',
    rhythm: 'yearly',
    byDay: '07-01',
    why: 'At least one for each school each year.',
  },
  {
    kind: 'qa',
    rhythm: 'times_a_year',
    every: 3,
    external: 2,
    place: 'end',
    why: 'In HT2, HT4 and HT6; two of them led from outside.',
  },
]
