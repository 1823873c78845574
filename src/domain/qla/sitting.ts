import { z } from 'zod'
import { type Choice, choiceOf, settled } from '../choice.ts'
import { defineRecord } from '../record.ts'
import { pupilFields } from './classes.ts'
import type { GridItem, GridPupil } from './grid.ts'
import { itemFieldsSchema } from './paper.ts'
import { SCALE_IDS } from './scales.ts'
import { RETEST_RULES } from './settings.ts'

const line = (length: number) => z.string().max(length).default('')
const made = { id: z.string(), by: z.string(), madeAt: z.number() }
const removedAt = z.number().nullable().default(null)
/** Short name of a pupil or item in the keys of marks. */
const key = z.string().regex(/^[0-9a-z]{1,8}$/)

const sittingSchema = z.object({
  ...made,
  /** Record id in the library, or '' for a paper of the class's own. */
  paper: line(40),
  paperName: line(160),
  subject: line(60),
  /** Year of the paper. */
  year: line(20),
  spiral: z.boolean().default(false),
  /** The class by the last part of its list's name, and what it was called. */
  class: line(80),
  className: line(60),
  yearGroup: z.number().int().min(0).max(13).nullable().default(null),
  teachers: z.array(z.string()).default([]),
  /** Assessment point as the school names it: AP1, Autumn 2. */
  point: line(30),
  /** yyyy-mm-dd on which it was sat. */
  on: line(10),
  retestRule: z.enum(RETEST_RULES).default('replace'),
  removedAt,
  /** Person id of who took it away, and why. */
  removedBy: line(40),
  removedWhy: line(400),
})
export type Sitting = z.infer<typeof sittingSchema>
/** One paper sat by one class or cohort, in `qla/{urn}/{year}/{sitting}`. */
export const sittingRecord = defineRecord({ type: 'qla-sitting', schema: sittingSchema })

const sittingItemSchema = itemFieldsSchema.extend({
  ...made,
  key,
  /** Order on the paper. */
  n: z.number(),
  /** Record id of the item in the library, or ''. */
  from: line(40),
  removedAt,
})
export type SittingItem = z.infer<typeof sittingItemSchema>
/** A question as it was when the paper was sat: a later change in the library changes no mark. */
export const sittingItemRecord = defineRecord({
  type: 'qla-sitting-item',
  schema: sittingItemSchema,
})

const componentSchema = z.object({
  ...made,
  key,
  n: z.number(),
  name: line(80),
  max: z.number().int().min(1).max(400),
  removedAt,
})
export type Component = z.infer<typeof componentSchema>
/** Another paper of the same test, of which only each pupil's total is known: Paper 2 of 35. */
export const componentRecord = defineRecord({ type: 'qla-component', schema: componentSchema })

/** Only those who sat it are in the facility; all but those not on roll are in the cohort (C48). */
export const STATUSES = ['sat', 'absent', 'working_below', 'just_arrived', 'not_on_roll'] as const
export type Status = (typeof STATUSES)[number]

const sittingPupilSchema = z.object({
  ...made,
  ...pupilFields,
  key,
  n: z.number(),
  status: choiceOf(z.enum(STATUSES)),
  /** Days on which this pupil sat it, yyyy-mm-dd; none where it is the day of the sitting (HC05). */
  dates: z.array(z.string().max(10)).max(6).default([]),
  /** Total written on the script, to hold against the marks typed; null where there is none. */
  onScript: choiceOf(z.number().int().min(0).max(480).nullable()),
  removedAt,
})
export type SittingPupil = z.infer<typeof sittingPupilSchema>
/** A pupil as they were in the class list when the paper was sat. */
export const sittingPupilRecord = defineRecord({
  type: 'qla-sitting-pupil',
  schema: sittingPupilSchema,
  choices: ['status', 'onScript'],
})

const boundariesUsedSchema = z.object({
  ...made,
  set: line(40),
  name: line(160),
  scale: z.enum(SCALE_IDS),
  year: line(20),
  outOf: z.number().int().min(1).max(1000),
  thresholds: z
    .array(z.object({ label: z.string().max(20), min: z.number().int().min(0).max(1000) }))
    .max(80),
  /** Who checked them, and when; they are copied in only then (C30). */
  qaBy: z.string().min(1),
  qaOn: z.string().min(1).max(10),
})
export type BoundariesUsed = z.infer<typeof boundariesUsedSchema>
/** Boundaries that this sitting is graded by; the last one made counts. */
export const boundariesUsedRecord = defineRecord({
  type: 'qla-boundaries-used',
  schema: boundariesUsedSchema,
})

const markerSchema = z.object({
  ...made,
  /** What stands for this person on this device in the keys of marks. */
  hand: key,
  person: z.string(),
  device: z.string(),
  /** The hand is of a table that this person brought in, not of their typing. */
  table: z.boolean().default(false),
})
export type Marker = z.infer<typeof markerSchema>
export const markerRecord = defineRecord({ type: 'qla-marker', schema: markerSchema })

const markPickSchema = z.object({
  ...made,
  of: z.enum(['marks', 'retest']),
  pupil: key,
  item: key,
  /** What was picked: null for blank. */
  value: z.union([z.number(), z.literal('.')]).nullable(),
  /** What it was picked from, with who had typed each. */
  from: z.array(z.object({ hand: key, value: z.union([z.number(), z.literal('.')]) })),
})
/** That a person picked between marks typed differently (C55). Added, never changed. */
export const markPickRecord = defineRecord({ type: 'qla-mark-pick', schema: markPickSchema })

/** How a pupil stands; whoever nobody said anything about sat it. Null while two devices differ. */
export const statusOf = (status: Choice<Status>): Status | null =>
  status.length === 0 ? 'sat' : settled(status)

const inOrder = <T extends { n: number; id: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1))
const live = <T extends { removedAt: number | null }>(rows: readonly T[]): T[] =>
  rows.filter(({ removedAt: gone }) => gone === null)

/** The questions of a sitting in their order, as the grid has them. */
export const gridItems = (items: readonly SittingItem[]): GridItem[] => inOrder(live(items))

/** The pupils of a sitting in their order, as the grid has them. */
export const gridPupils = (pupils: readonly SittingPupil[]): GridPupil[] =>
  inOrder(live(pupils)).map((pupil) => ({ ...pupil, status: statusOf(pupil.status) }))

export const liveComponents = (components: readonly Component[]): Component[] =>
  inOrder(live(components))

/**
 * Short names for a list that is made on one device: 0, 1, ... z, 10.
 * What is added later takes `lateKey`: two devices that add one each must not choose the same.
 */
export const shortKeys = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => index.toString(36))

/** @param id a new record id, whose last letters are by chance */
export const lateKey = (id: string): string => id.slice(-7).toLowerCase()

/** What stands for a person on a device in the keys of marks: five letters, the same each time. */
export function handOf(device: string, person: string): string {
  // FNV-1a: short and even; who is behind it is in the marker record.
  let hash = 0x811c9dc5
  for (const char of `${device} ${person}`)
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36).padStart(5, '0').slice(-5)
}
