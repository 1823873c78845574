import { z } from 'zod'

/** What the government's register (GIAS) tells of a school besides its name. Blank or null where it does not. */
export const schoolFactsSchema = z.object({
  /** 3 digits of the local authority, then 4 of the school. */
  laestab: z.string().max(7).default(''),
  ukprn: z.string().max(8).default(''),
  /** Places for pupils. */
  capacity: z.number().int().min(0).nullable().default(null),
  /** Pupils on roll. */
  roll: z.number().int().min(0).nullable().default(null),
  ageLow: z.number().int().min(0).max(25).nullable().default(null),
  ageHigh: z.number().int().min(0).max(25).nullable().default(null),
  /** "Open", "Open, but proposed to close" … as the register writes it. */
  status: z.string().max(60).default(''),
})

/** A school as it is brought in. */
export const schoolRowSchema = schoolFactsSchema.extend({
  urn: z.string().regex(/^\d{6}$/),
  name: z.string().trim().min(1).max(200),
  phase: z.string().max(60),
})
export type SchoolRow = z.infer<typeof schoolRowSchema>

/** Most schools that are brought in at once; no trust has as many. */
export const MOST_SCHOOLS = 300

export const schoolsSchema = z.object({
  schools: z.array(schoolRowSchema).min(1).max(MOST_SCHOOLS),
})
