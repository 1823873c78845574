import { z } from 'zod'
import type { ReviewAccess } from './access/facts.ts'
import { parseDocumentName } from './documents.ts'
import { LOCKS } from './wire/messages.ts'

/** How long a device may stay silent, and how long one sign-in lasts at most; days, by the relay's clock. */
export const DEVICE_LEASE = { idleDays: 30, absoluteDays: 90 } as const
export type DeviceLease = { readonly idleDays: number; readonly absoluteDays: number }

export const DEVICE_NAME_MAX = 60
/** Bytes of one upload of what a lost device had not sent. */
export const LEFTOVER_BYTES = 4 * 1024 * 1024

export const enrolmentSchema = z.object({
  device: z.string().regex(/^[0-9a-f]{32}$/),
  /** The public key: P-256, SPKI in DER, as hexadecimal text. */
  key: z.string().regex(/^[0-9a-f]{100,300}$/),
  /** What the device suggests to be called. */
  name: z.string().max(DEVICE_NAME_MAX),
  /** The browser's own description of itself. */
  agent: z.string().max(400),
  app: z.string().max(40),
})
export type Enrolment = z.infer<typeof enrolmentSchema>

/** One device as its owner and the trust's leaders see it. */
export const deviceViewSchema = z.object({
  device: z.string(),
  person: z.string(),
  personName: z.string(),
  name: z.string(),
  app: z.string(),
  /** When it first had a key, or null for one from before there were keys. */
  enrolledAt: z.number().nullable(),
  lastContact: z.number(),
  /** Changes it had not sent, as it last said; null if it never did. */
  unsent: z.number().nullable(),
  lock: z.enum(LOCKS).nullable(),
  /** Documents that the trust has sent to it, or begun to, and that it has not given up. */
  docs: z.array(z.string()),
  revokedAt: z.number().nullable(),
  revokedBy: z.string().nullable(),
  wipedAt: z.number().nullable(),
})
export type DeviceView = z.infer<typeof deviceViewSchema>

const reviewSchema = z.object({ id: z.string(), urn: z.string(), date: z.string() })

const repSchema = z.object({ id: z.string(), urn: z.string() })

const concerned = z.object({
  /** Reviews that the documents belong to. */
  reviews: z.array(reviewSchema),
  /** Rapid enhancement plans that they belong to. */
  reps: z.array(repSchema).default([]),
  /** Names of those whose notes are among the documents. */
  people: z.array(z.object({ person: z.string(), name: z.string() })),
})

export const deviceListSchema = concerned.extend({ devices: z.array(deviceViewSchema) })
export type DeviceList = z.infer<typeof deviceListSchema>

/** What was on a device in the moment it was reported lost. */
export const lostReportSchema = concerned.extend({ device: deviceViewSchema })
export type LostReport = z.infer<typeof lostReportSchema>

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android.*Mobile/, 'Android phone'],
  [/Android/, 'Android tablet'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows computer'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux computer'],
]
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

/**
 * A name for a device from what its browser says of itself, e.g. "iPad, Safari".
 * @param touchPoints an iPad calls itself a Mac; no Mac has a touch screen
 */
export function suggestName(agent: string, touchPoints: number): string {
  const of = (table: typeof SYSTEMS) => table.find(([pattern]) => pattern.test(agent))?.[1]
  const system = of(SYSTEMS)
  const known = system === 'Mac' && touchPoints > 1 ? 'iPad' : system
  return [known ?? 'Device', of(BROWSERS)].filter(Boolean).join(', ')
}

export interface Names {
  readonly school: (urn: string) => string
  readonly person: (id: string) => string
  readonly review: (id: string) => Pick<ReviewAccess, 'urn' | 'date'> | undefined
  /** The school of a rapid enhancement plan, where it is known. */
  readonly rep: (id: string) => { readonly urn: string } | undefined
  readonly date: (iso: string) => string
}

/** A document in the words of those who work with it. */
export function sayDocument(name: string, names: Names): string {
  const ref = parseDocumentName(name)
  if (!ref.ok) return name
  const reviewAt = (id: string) => {
    const review = names.review(id)
    return review ? `review of ${names.school(review.urn)}, ${names.date(review.date)}` : 'a review'
  }
  const repAt = (id: string) => {
    const rep = names.rep(id)
    return rep ? names.school(rep.urn) : 'a school'
  }
  switch (ref.value.kind) {
    case 'trust':
      return 'The trust’s list of schools, people and their jobs'
    case 'school':
      return `${names.school(ref.value.urn)}: actions and visits, ${ref.value.year}`
    case 'checks':
      return `${names.school(ref.value.urn)}: walkarounds and checks, ${ref.value.year}`
    case 'scr':
      return `${names.school(ref.value.urn)}: spot checks of the single central record, ${ref.value.year}`
    case 'walks':
      return `${names.school(ref.value.urn)}: learning walks, ${ref.value.year}`
    case 'visited':
      return `${names.school(ref.value.urn)}: shared of learning walks with ${names.person(ref.value.person)}, ${ref.value.year}`
    case 'templates':
      return 'The trust’s checklists and prompts'
    case 'standing':
      return `${names.school(ref.value.urn)}: plans and registers`
    case 'review':
      return `Pack, timetable and answers: ${reviewAt(ref.value.review)}`
    case 'notes':
      return `Notes of ${names.person(ref.value.person)}: ${reviewAt(ref.value.review)}`
    case 'letter':
      return `Letter: ${reviewAt(ref.value.review)}`
    case 'letter-reply':
      return `The head’s reply to the letter: ${reviewAt(ref.value.review)}`
    case 'plan':
      return `Action plan: ${reviewAt(ref.value.review)}`
    case 'rep':
      return `Rapid enhancement plan: ${repAt(ref.value.rep)}`
    case 'rep-work':
      return `Visits for the rapid enhancement plan: ${repAt(ref.value.rep)}`
    case 'papers':
      return 'The trust’s library of test papers'
    case 'achievement':
      return 'Settings of question analysis'
    case 'boundary-checks':
      return 'Which grade boundaries are checked'
    case 'class':
      return `${names.school(ref.value.urn)}: list of a class, ${ref.value.year}`
    case 'moderation':
      return `${names.school(ref.value.urn)}: samples for moderation, ${ref.value.year}`
    case 'qla':
      return `${names.school(ref.value.urn)}: question analysis of a paper, ${ref.value.year}`
    case 'qla-counts':
      return `${names.school(ref.value.urn)}: counts of question analyses, ${ref.value.year}`
    case 'control':
      return `Internal control visit: ${names.school(ref.value.urn)}, ${names.date(ref.value.date)}`
  }
}

/** Reviews, plans and people that documents belong to. */
export function concernedBy(docs: readonly string[]): {
  reviews: string[]
  reps: string[]
  people: string[]
} {
  const reviews = new Set<string>()
  const reps = new Set<string>()
  const people = new Set<string>()
  for (const name of docs) {
    const ref = parseDocumentName(name)
    if (ref.ok && 'review' in ref.value) reviews.add(ref.value.review)
    if (ref.ok && 'rep' in ref.value) reps.add(ref.value.rep)
    if (ref.ok && ref.value.kind === 'notes') people.add(ref.value.person)
  }
  return { reviews: [...reviews], reps: [...reps], people: [...people] }
}
