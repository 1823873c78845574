import { z } from 'zod'
import { defineRecord } from '../record.ts'

/** What a person says of one visit of a rule. */
const VISIT_SAID = ['moved', 'done', 'missed', 'opened'] as const

export const EVIDENCE_KINDS = ['run', 'link', 'words'] as const

const visitSchema = z.object({
  id: z.string(),
  /** Id of the visit that the rule reckons: rule, school and period. */
  occurrence: z.string().max(140),
  said: z.enum(VISIT_SAID),
  /** yyyy-mm-dd: moved to, or done on. */
  date: z.string().max(10).default(''),
  /** A run's id, an address, or what shows it in words; demanded for "done". */
  evidence: z
    .object({ kind: z.enum(EVIDENCE_KINDS), value: z.string().max(600) })
    .nullable()
    .default(null),
  /** Why it was moved or missed; demanded for both. */
  reason: z.string().max(600).default(''),
  by: z.string(),
  madeAt: z.number(),
})
export type Visit = z.infer<typeof visitSchema>

/** One saying about a visit, in `school/{urn}/{year}`. Added, never changed: what two people said apart both stay. */
export const visitRecord = defineRecord({ type: 'visit', schema: visitSchema })

export type VisitDraft = Pick<Visit, 'said' | 'date' | 'evidence' | 'reason'>

/** Whether a text may be shown as a link: nothing but an address of the web is one. */
export const isAddress = (text: string): boolean => /^https?:\/\/\S+\.\S+$/i.test(text)

/**
 * What a saying still needs before it is kept: "done" needs its evidence and its day, "moved" and
 * "missed" a reason. @param today yyyy-mm-dd @returns words for people, none when it may be kept
 */
export function visitNeeds(draft: VisitDraft, today: string): string[] {
  const { said, date, evidence, reason } = draft
  const needs: string[] = []
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date)
  if (said === 'done') {
    if (!isDay) needs.push('Say on which day it was done.')
    else if (date > today) needs.push('The day is still to come: say it is done on the day.')
    if (evidence === null || evidence.value.trim() === '')
      needs.push(
        'Say what shows it: a finished checklist, a link, or a sentence about what was done.',
      )
    else if (evidence.kind === 'link' && !isAddress(evidence.value.trim()))
      needs.push('The link is no address: it begins with https://')
  }
  if (said === 'moved' && !isDay) needs.push('Say to which day it moves.')
  if ((said === 'moved' || said === 'missed') && reason.trim() === '') needs.push('Say why.')
  return needs
}
