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
  /** Person ids of those who teach it: it is theirs to see, and not their colleagues' (B10, C53). */
  teachers: z.array(z.string()).default([]),
  removedAt,
})
export type SchoolClass = z.infer<typeof classSchema>
/** A class or cohort of a school year, one in each `class/{urn}/{year}/{class}`. */
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
/** A pupil of the class whose list it lies in; one who is in several classes is in several lists. */
export const pupilRecord = defineRecord({ type: 'qla-pupil', schema: pupilSchema })

const sittingRefSchema = z.object({
  ...made,
  /** Last part of the document's name: `qla/{urn}/{year}/{sitting}`. */
  sitting: z.string().regex(/^[A-Za-z0-9-]{1,80}$/),
  paperName: line(160),
  subject: line(60),
  /** Person ids of colleagues who were asked to mark it, besides those who teach the class. */
  markers: z.array(z.string()).default([]),
  /** yyyy-mm-dd */
  on: line(10),
  removedAt,
})
/** That the class sat a paper, so that devices find its analysis: nothing of what is in it. */
export const sittingRefRecord = defineRecord({ type: 'qla-sitting-ref', schema: sittingRefSchema })

/** Two letters on a screen that others may see. */
export const initialsOf = ({ first, last }: Pick<Pupil, 'first' | 'last'>): string =>
  `${first.charAt(0)}${last.charAt(0)}`.toUpperCase()

/** Those on a class list, by surname, then first name. */
export const rollOf = (pupils: readonly Pupil[]): Pupil[] =>
  pupils
    .filter(({ removedAt: gone }) => gone === null)
    .sort((a, b) => a.last.localeCompare(b.last) || a.first.localeCompare(b.first))
