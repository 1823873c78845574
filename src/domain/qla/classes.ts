import { z } from 'zod'
import { defineRecord } from '../record.ts'

const line = (length: number) => z.string().max(length).default('')
const made = { id: z.string(), by: z.string(), madeAt: z.number() }
const removedAt = z.number().nullable().default(null)

/** No support, SEN support, an education, health and care plan. */
export const SEN_CODES = ['N', 'K', 'E'] as const
export type Sen = (typeof SEN_CODES)[number]

/** Attainment bands: low, middle, high. */
export const BANDS = ['L', 'M', 'H'] as const
export type Band = (typeof BANDS)[number]

const classSchema = z.object({
  ...made,
  name: line(60),
  /** 0 for Reception. */
  yearGroup: z.number().int().min(0).max(13),
  subject: line(60),
  /** Person ids of those who teach it: its analyses are on their devices and not on colleagues' (C53). */
  teachers: z.array(z.string()).default([]),
  removedAt,
})
export type SchoolClass = z.infer<typeof classSchema>
/** A class or cohort of a school year, in `classes/{urn}/{year}`. */
export const classRecord = defineRecord({ type: 'qla-class', schema: classSchema })

/** What an analysis needs to know of a pupil, and no more. */
export const pupilFields = {
  /** The school's own number for the pupil. */
  localId: z.string().min(1).max(40),
  first: line(60),
  last: line(60),
  sex: z.enum(['F', 'M', '']).default(''),
  ppg: z.boolean().default(false),
  sen: z.enum(SEN_CODES).default('N'),
  eal: z.boolean().default(false),
  /** Prior attainment band, or '' where there is none. */
  prior: z.enum([...BANDS, '']).default(''),
}

const pupilSchema = z.object({
  ...made,
  ...pupilFields,
  /** Unique pupil number; it stays in the class lists. */
  upn: line(13),
  yearGroup: z.number().int().min(0).max(13),
  removedAt,
})
export type Pupil = z.infer<typeof pupilSchema>
export const pupilRecord = defineRecord({ type: 'qla-pupil', schema: pupilSchema })

const memberSchema = z.object({ ...made, class: z.string(), pupil: z.string(), removedAt })
export type ClassMember = z.infer<typeof memberSchema>
/** That a pupil is in a class: a pupil is in several. */
export const memberRecord = defineRecord({ type: 'qla-member', schema: memberSchema })

const sittingRefSchema = z.object({
  ...made,
  /** Last part of the document's name: `qla/{urn}/{year}/{sitting}`. */
  sitting: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
  /** Record id of the class. */
  class: z.string(),
  paperName: line(160),
  subject: line(60),
  /** Who teaches the class: the analysis comes to their devices. */
  teachers: z.array(z.string()).default([]),
  /** yyyy-mm-dd */
  on: line(10),
  removedAt,
})
export type SittingRef = z.infer<typeof sittingRefSchema>
/** That there is an analysis, so that devices find it: nothing of what is in it. */
export const sittingRefRecord = defineRecord({ type: 'qla-sitting-ref', schema: sittingRefSchema })

/** Two letters on a screen that others may see. */
export const initialsOf = ({ first, last }: Pick<Pupil, 'first' | 'last'>): string =>
  `${first.charAt(0)}${last.charAt(0)}`.toUpperCase()

/** Those of a class, by surname, then first name. */
export function pupilsOf(
  of: string,
  pupils: readonly Pupil[],
  members: readonly ClassMember[],
): Pupil[] {
  const inIt = new Set(
    members.filter((m) => m.class === of && m.removedAt === null).map(({ pupil }) => pupil),
  )
  return pupils
    .filter(({ id, removedAt: gone }) => gone === null && inIt.has(id))
    .sort((a, b) => a.last.localeCompare(b.last) || a.first.localeCompare(b.first))
}
