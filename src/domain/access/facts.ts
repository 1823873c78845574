import { z } from 'zod'
import { type IsoDate, isoDate, personId } from '../ids.ts'
import { roleAssignmentSchema } from '../roles.ts'

const leftSchema = z.object({
  /** Whose notes have been left with the school. */
  people: z.array(z.string()),
  /** Devices with a receipt for their notes: they add nothing more. */
  devices: z.array(z.string()),
  /** The review has gone on from the hand-over, whoever is outstanding. */
  closed: z.boolean(),
})
/** How far the notes of a review have been left at the school, as the confirmed decisions have it. */
export type NotesLeft = z.infer<typeof leftSchema>

/** What the relay knows of a review: enough to guard its documents, nothing of what is in them. */
export const reviewAccessSchema = z.object({
  id: z.string(),
  urn: z.string(),
  date: z.string(),
  lead: z.string(),
  reviewers: z.array(z.string()),
  /** The lead chose that notes stay private until the keep-in-touch meeting. */
  blindFirst: z.boolean(),
  revealed: z.boolean(),
  /** Why the team is not about six (C6); '' or absent while it is. */
  teamReason: z.string().optional(),
  /** As the confirmed decisions have it; absent where the relay keeps the review without it. */
  stage: z.string().optional(),
  /** With whom else the head shared the issued letter. */
  letterFor: z.array(z.enum(['staff', 'board'])).optional(),
  /** When the trust confirmed that the letter is sent, milliseconds since 1970. */
  letterAt: z.number().optional(),
  /** Who leads the action-plan session: named for this review, with signal. */
  facilitators: z.array(z.string()).optional(),
  /** Why somebody facilitates who was a reviewer (C12); '' or absent while nobody does. */
  facilitatorReason: z.string().optional(),
  /** Absent until the first receipt. */
  left: leftSchema.optional(),
})
export type ReviewAccess = z.infer<typeof reviewAccessSchema>

/** Whom a head may share the issued letter with: the school's staff, the chair of its local board. */
export type LetterAudience = NonNullable<ReviewAccess['letterFor']>[number]

/** One line of the trust's calendar of reviews: when, who leads, how far; never a finding, never the focus. */
const calendarEntrySchema = z.object({
  id: z.string(),
  urn: z.string(),
  date: z.string(),
  lead: z.string(),
  /** As the confirmed decisions have it. */
  stage: z.string(),
})
export type CalendarEntry = z.infer<typeof calendarEntrySchema>

/** A review of one's school whose letter has gone: of it, staff open the action plan and nothing else. */
const planToReadSchema = z.object({ id: z.string(), urn: z.string(), date: z.string() })
export type PlanToRead = z.infer<typeof planToReadSchema>

/** Who leads a school today. */
const schoolHeadSchema = z.object({ urn: z.string(), person: z.string() })
export type SchoolHead = z.infer<typeof schoolHeadSchema>

/** What the relay knows of a rapid enhancement plan: enough to guard its documents, nothing of what is in them. */
export const repAccessSchema = z.object({
  id: z.string(),
  urn: z.string(),
  kind: z.enum(['education', 'finance']),
  /** Who is named to go and help; none until somebody is. */
  mentors: z.array(z.string()),
  /** Who began it: their id. */
  writtenBy: z.string(),
  /** The plan that this one goes on from, or null for a first one. */
  extensionOf: z.string().nullable(),
  /** 0 for a first plan, 1 for its first extension, 2 for that one's, as the relay counts. */
  extensionNo: z.number().int().nonnegative(),
  /** As the confirmed decisions have it; absent where the relay keeps the plan without it. */
  stage: z.string().optional(),
})
export type RepAccess = z.infer<typeof repAccessSchema>

/** Everything the access table looks at. Sent to the device too, so that both sides decide alike. */
export const accessFactsSchema = z.object({
  person: z.string().transform(personId),
  name: z.string(),
  today: z.string().transform(isoDate),
  roles: z.array(roleAssignmentSchema),
  reviews: z.array(reviewAccessSchema),
  /** Reviews that this person plans for or leads over, theirs to open or not. */
  calendar: z.array(calendarEntrySchema).default([]),
  /** Heads and heads of school of the trust, a school's head first. */
  heads: z.array(schoolHeadSchema).default([]),
  /** URNs of the schools at which a role is held: all of them for a role of the trust. */
  schools: z.array(z.string()).optional(),
  /** Action plans to read for whoever works at the school, without being concerned with the review. */
  plans: z.array(planToReadSchema).optional(),
  /**
   * Names of class lists and papers that the relay found this person named in, as teacher or as marker;
   * for whoever leads a school, of all its class lists.
   */
  teaching: z.array(z.string()).optional(),
  /** Rapid enhancement plans that are this person's to open. */
  reps: z.array(repAccessSchema).optional(),
  /** Names of class lists that this person began and others teach now. */
  handedOn: z.array(z.string()).optional(),
})
export type AccessFacts = z.infer<typeof accessFactsSchema>

export const reviewOf = (facts: AccessFacts, id: string): ReviewAccess | undefined =>
  facts.reviews.find((review) => review.id === id)

export const repOf = (facts: AccessFacts, id: string): RepAccess | undefined =>
  facts.reps?.find((rep) => rep.id === id)

export const factsOn = (facts: AccessFacts, today: IsoDate): AccessFacts => ({ ...facts, today })
